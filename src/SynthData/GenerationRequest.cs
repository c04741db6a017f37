using System.Collections.Immutable;

namespace SynthData;

/// <summary>What is asked of a schema: how many rows, from which seed, which tables. Every default is here.</summary>
public sealed record GenerationRequest
{
    /// <summary>The seed. <value>The schema's own when null.</value></summary>
    public ulong? Seed { get; init; }

    /// <summary>Rows by table, in place of the schema's own number. <value>Empty.</value></summary>
    public IDictionary<string, long> Rows { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>
    /// How many rows earlier runs made, by table with rows of its own: this one makes those that follow, and their children.
    /// <value>Empty: all rows are made, from the first.</value>
    /// </summary>
    public IDictionary<string, long> RowsFrom { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>The factor on every table's own number of rows, rounding up; above 0. <value>1.</value></summary>
    /// <exception cref="ArgumentOutOfRangeException">It is 0 or below.</exception>
    public decimal Scale
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = 1;

    /// <summary>The tables to write; their parents are made but not written. <value>All tables when empty.</value></summary>
    public ImmutableArray<string> Tables { get; init; } = [];

    /// <summary>The day that <c>today</c> and durations count from. <value>The schema's own when null.</value></summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The source of all prompt columns. <value>Null: knowledge where it covers the column, else the model if one is named or the run brings a client, else the column's fallback.</value></summary>
    public TextSource? Text { get; init; }

    /// <summary>The model fills the first so many rows of each table, and knowledge the rest, whatever <see cref="Text"/> says. <value>Null: all.</value></summary>
    public long? TextRows { get; init; }

    /// <summary>Provider and model, such as <c>openai/gpt-5</c>. <value>Null: no model.</value></summary>
    public string? Model { get; init; }

    /// <summary>The part of every table's rows to make. <value>Null: all.</value></summary>
    public ShardRequest? Shard { get; init; }

    /// <summary>Where sequences start, by <c>table.column</c>, since a database holds rows already. <value>Empty: where the schema says.</value></summary>
    internal ImmutableSortedDictionary<string, long> SequenceStarts { get; init; } = ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal);

    /// <summary>The run brings a client that answers for want of knowledge. <value>False.</value></summary>
    internal bool BringsClient { get; init; }

    /// <summary>The model's answers all come from a journal, so that even parts of a table can be made. <value>False.</value></summary>
    internal bool IsReplay { get; init; }

    /// <summary>Refuses columns whose source is guessed from their name. <value>False.</value></summary>
    public bool IsStrict { get; init; }
}

/// <summary>Which source fills prompt columns.</summary>
public enum TextSource
{
    /// <summary>A model, asked for every row.</summary>
    Row,

    /// <summary>The fallback the schema writes beside the prompt.</summary>
    Fallback,

    /// <summary>The knowledge file beside the schema, which has to cover every prompt column.</summary>
    Knowledge,
}

/// <summary>A part of a dataset: every table is cut by its own row index.</summary>
/// <param name="Number">From 1 to <paramref name="Of"/>.</param>
/// <param name="Of">How many parts there are, at least 1.</param>
/// <exception cref="ArgumentOutOfRangeException">They are not.</exception>
public sealed record ShardRequest(int Number, int Of)
{
    /// <summary>From 1 to <see cref="Of"/>.</summary>
    public int Number { get; } = Number >= 1 && Number <= Of ? Number : throw new ArgumentOutOfRangeException(nameof(Number), Number, $"A part is one of 1 to {Of}.");

    /// <summary>How many parts there are.</summary>
    public int Of { get; } = Of;

    /// <summary>The index of the first row of this part of a table.</summary>
    internal long First(long rows) => (long)((Int128)(Number - 1) * rows / Of);

    /// <summary>The index after the last row of this part of a table.</summary>
    internal long End(long rows) => (long)((Int128)Number * rows / Of);
}
