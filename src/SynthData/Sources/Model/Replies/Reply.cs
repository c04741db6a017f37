using System.Collections.Immutable;

namespace SynthData.Sources.Model.Replies;

/// <summary>What came back on one call, as the chat client yields it.</summary>
/// <param name="Text">The answer; may be cut anywhere.</param>
/// <param name="Finish">Why the model stopped, as the provider says; null when it did not get to say.</param>
internal sealed record Reply(string Text, ReplyEnd End, string? Finish, long TokensIn, long TokensOut)
{
    public const string RefusedFinish = "refusal";
    public const string RunawayFinish = "runaway";
    private readonly Lazy<ReplyRows> rows = new(() => ReplyReader.Read(Text));

    /// <summary>Of its record in the journal; 0 before it is there.</summary>
    public long Number { get; init; }

    /// <summary>Of the tokens sent, those the provider read from its cache; 0 where it does not say.</summary>
    public long TokensCached { get; init; }

    /// <summary>The ids its call asked for.</summary>
    public ImmutableHashSet<long> AskedIds { get; init; } = [];

    /// <summary>Whole rows found in the text.</summary>
    public ReplyRows Rows => rows.Value;

    /// <summary>The token limit ended the answer, so fewer rows should be asked for at once.</summary>
    public bool IsTooLong => Finish is "length";

    /// <summary>We ended the answer, which would not have ended by itself.</summary>
    public bool IsRunaway => Finish is RunawayFinish;

    /// <summary>It stopped before its end, and fewer rows at once may help: a row it lacks was not declined.</summary>
    public bool EndsEarly => End != ReplyEnd.Whole && !((IsTooLong || IsRunaway) && AskedIds.Count == 1);

    /// <summary>No data came though the model had its say.</summary>
    public bool IsRefusal => Finish is "content_filter" or RefusedFinish || (End == ReplyEnd.Whole && !IsTooLong && Rows.Rows.IsEmpty);
}

/// <summary>How a reply ended.</summary>
internal enum ReplyEnd
{
    /// <summary>The model stopped by itself.</summary>
    Whole,

    /// <summary>The token limit or we ended it.</summary>
    Cut,

    /// <summary>The connection ended it.</summary>
    Broken,
}

/// <summary>The rows of a reply, in its order; ids may repeat.</summary>
/// <remarks>A model may write a row in parts, or the slots it was given before its own rows: of an id the first cell of each name counts.</remarks>
internal sealed class ReplyRows
{
    private readonly Dictionary<long, ReplyRow> byId = [];

    public ReplyRows(ImmutableArray<ReplyRow> rows)
    {
        Rows = rows;
        foreach (ReplyRow row in rows)
            byId[row.Id] = byId.TryGetValue(row.Id, out ReplyRow? first) ? first.With(row) : row;
    }

    public ImmutableArray<ReplyRow> Rows { get; }

    /// <summary>Finds the row with an id.</summary>
    public ReplyRow? Find(long id) => byId.GetValueOrDefault(id);
}

/// <summary>One row of a reply: its id and its cells by column name. A name written twice has no cell.</summary>
internal sealed record ReplyRow(long Id, IReadOnlyDictionary<string, ReplyCell> Cells)
{
    /// <summary>This row and the cells of a later one that it lacks.</summary>
    public ReplyRow With(ReplyRow later) =>
        later.Cells.Keys.All(Cells.ContainsKey) ? this : new(Id, later.Cells.Concat(Cells).GroupBy(cell => cell.Key).ToDictionary(cell => cell.Key, cell => cell.Last().Value, StringComparer.Ordinal));
}

/// <summary>A cell as the model wrote it.</summary>
/// <param name="Text">The value of a JSON string, else the JSON itself.</param>
/// <param name="IsText">Whether it was a JSON string.</param>
internal readonly record struct ReplyCell(string Text, bool IsText)
{
    public bool IsNull => !IsText && Text == "null";
}
