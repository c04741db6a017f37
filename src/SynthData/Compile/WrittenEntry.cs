using System.Collections.Immutable;
using SynthData.Knowledge;

namespace SynthData.Compile;

/// <summary>An entry as it goes into a file.</summary>
internal sealed record WrittenEntry(ImmutableArray<string> Texts)
{
    public string? Id { get; init; }

    public decimal Weight { get; init; } = 1;

    public KnowledgeAuthor By { get; init; }

    public ImmutableArray<EntryOdds> Odds { get; init; } = [];

    /// <summary>What is drawn, such as <c>range: [1, 9]</c>, in place of texts; null for texts.</summary>
    public string? Draw { get; init; }

    /// <summary>What a model wrote.</summary>
    public static WrittenEntry OfModel(ImmutableArray<string> texts) => new(texts) { Id = EntryId.Of(texts), By = KnowledgeAuthor.Model };

    /// <summary>What a file has.</summary>
    public static WrittenEntry Of(KnowledgeEntry entry) =>
        new([.. entry.Texts.Select(text => text.Written)]) { Id = entry.Id, Weight = entry.Weight, By = entry.By, Odds = entry.Odds };
}

/// <summary>A pool as it goes into a file: entries, or lines that stand as they are.</summary>
internal sealed record WrittenPool(ImmutableArray<(string Column, ImmutableArray<string> Values)> When, ImmutableArray<WrittenEntry> Entries)
{
    /// <summary>Taken over from the file as they stand there; empty for a pool that is written anew.</summary>
    public ImmutableArray<string> Lines { get; init; } = [];

    /// <summary>Where the entries are written to, beside the file; null for entries in it.</summary>
    public PoolFile? File { get; init; }

    /// <summary>A pool of a file, to stand as it does.</summary>
    public static WrittenPool Of(KnowledgePool pool, KnowledgeLines? lines)
    {
        ImmutableArray<string> written = lines?.Of(pool) ?? [];
        return new([.. pool.When.Select(one => (one.Column.Text, one.Values.Select(value => value.Text).ToImmutableArray()))], [.. pool.Entries.Select(WrittenEntry.Of)])
        {
            Lines = written,
            File = written.IsEmpty ? null : pool.File,
        };
    }

    /// <summary>What is drawn, such as <c>range: [1, 9]</c>; null for a pool of entries.</summary>
    public string? Draw => Entries is [{ Draw: { } draw }] ? draw : null;
}

/// <summary>A column or group as it goes into a file.</summary>
internal sealed record WrittenColumn(string Key, ImmutableArray<string> Names)
{
    public string? Fingerprint { get; init; }

    public ImmutableArray<string> Given { get; init; } = [];

    public ImmutableArray<WrittenPool> Pools { get; init; } = [];

    /// <summary>Taken over from the file as they stand there; empty for a column that is written anew.</summary>
    public ImmutableArray<string> Lines { get; init; } = [];
}
