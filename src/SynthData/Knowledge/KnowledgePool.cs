using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Schema;

namespace SynthData.Knowledge;

/// <summary>What may stand in the cells of the rows that meet its conditions.</summary>
/// <param name="When">All hold; empty for rows that no other pool is for.</param>
internal sealed record KnowledgePool(ImmutableArray<PoolCondition> When, SourcePosition Position)
{
    /// <summary>Texts; empty where <see cref="Draw"/> says what is drawn.</summary>
    public ImmutableArray<KnowledgeEntry> Entries { get; init; } = [];

    /// <summary>Where the entries are, when they stand beside the file; null for entries in it.</summary>
    public PoolFile? File { get; init; }

    /// <summary>A range, a distribution or values with weights, as a schema writes them; null for texts.</summary>
    public SourceSchema? Draw { get; init; }

    /// <summary>The conditions in words, the same for the same conditions: part of the name of a pool's stream.</summary>
    public string Name => string.Join(", ", When.OrderBy(one => one.Column.Text, StringComparer.Ordinal)
        .Select(one => $"{one.Column.Text}: {string.Join(" | ", one.Values.Select(value => value.Text).Order(StringComparer.Ordinal))}"));
}

/// <summary>A condition of a pool or an item: the column has one of the values.</summary>
internal sealed record PoolCondition(KnowledgeName Column, ImmutableArray<SchemaScalar> Values);

/// <summary>What may stand in one row: a text for each column of its group.</summary>
/// <param name="Weight">Above 0.</param>
internal sealed record KnowledgeEntry(ImmutableArray<KnowledgeText> Texts, decimal Weight, SourcePosition Position)
{
    /// <summary>Stays the same when the file is compiled again; null where a hand gave none.</summary>
    public string? Id { get; init; }

    public KnowledgeAuthor By { get; init; }

    public ImmutableArray<EntryOdds> Odds { get; init; } = [];
}

/// <summary>Who wrote an entry.</summary>
internal enum KnowledgeAuthor
{
    /// <summary>A person: compiling again leaves it alone.</summary>
    Hand,

    /// <summary>A model.</summary>
    Model,
}

/// <summary>What the weight of an entry is multiplied with by a column's value.</summary>
/// <param name="Factors">At least 0 each; a value not named has 1.</param>
internal sealed record EntryOdds(KnowledgeName Column, ImmutableArray<(SchemaScalar Value, decimal Factor)> Factors);

/// <summary>Parts of texts that may vary, by name.</summary>
internal sealed record KnowledgeList(string Name, ImmutableArray<ListItem> Items, SourcePosition Position);

/// <summary>One of a list.</summary>
/// <param name="Weight">Above 0.</param>
internal sealed record ListItem(KnowledgeText Text, decimal Weight, SourcePosition Position)
{
    /// <summary>The rows it is for; empty for all.</summary>
    public ImmutableArray<PoolCondition> When { get; init; } = [];

    /// <summary>What variants choose by, such as its grammatical gender.</summary>
    public string? Tag { get; init; }

    /// <summary>Its other forms by name, such as its cases.</summary>
    public ImmutableSortedDictionary<string, KnowledgeText> Forms { get; init; } = ImmutableSortedDictionary.Create<string, KnowledgeText>(StringComparer.Ordinal);
}
