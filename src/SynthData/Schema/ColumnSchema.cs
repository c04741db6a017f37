using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Schema;

/// <summary>A column, or the columns of a composite reference, as written.</summary>
internal sealed record ColumnSchema
{
    /// <summary>One name, or several for <c>"a, b": { references: [t.x, t.y] }</c> and for tuples.</summary>
    public required ImmutableArray<string> Names { get; init; }

    public required SourcePosition Position { get; init; }

    /// <summary>Null where the source decides.</summary>
    public ColumnType? Type { get; init; }

    public SourcePosition? TypePosition { get; init; }

    /// <summary>One type for each of several names; empty where one type, or none, is written for all.</summary>
    public ImmutableArray<ColumnType> Types { get; init; } = [];

    public string? About { get; init; }

    public bool IsHidden { get; init; }

    /// <summary>Drawn to make a model's answers differ: hidden, and named under <c>axes</c>.</summary>
    public bool IsAxis { get; init; }

    public ExpressionText? When { get; init; }

    public NullsSchema? Nulls { get; init; }

    public bool IsUnique { get; init; }

    /// <summary>The most that two texts of the column may have in common.</summary>
    public Share? Similarity { get; init; }

    /// <summary><c>to: customers.id</c></summary>
    public ReferenceTarget? To { get; init; }

    /// <summary>Characters, both ends included.</summary>
    public LengthRange? Length { get; init; }

    /// <summary>Null where the dataset's holds.</summary>
    public LocaleSchema? Locale { get; init; }

    /// <summary>Cells made bad on purpose.</summary>
    public FaultsSchema? Faults { get; init; }

    /// <summary>Null when none is written: listed, or guessed from the name.</summary>
    public SourceSchema? Source { get; init; }

    /// <summary>True when errors were found in it: what is here is for names only.</summary>
    public bool IsIncomplete { get; init; }

    public string Name => Names[0];

    /// <summary>The names as one text, as the schema writes a composite.</summary>
    public string StreamName => string.Join(",", Names);

    /// <summary>The type written for one of the names.</summary>
    public ColumnType? TypeOf(string name) => Types.IsEmpty ? Type : Types[Names.IndexOf(name)];
}

/// <summary><c>table.column</c></summary>
internal sealed record ReferenceTarget(string Table, string Column, SourcePosition Position);

/// <summary><c>locale: nl-NL</c> or <c>locale: { given: country, values: { DE: de-DE, else: en-US } }</c></summary>
/// <param name="Given">The columns that decide; empty where one locale holds for all rows.</param>
/// <param name="Tags">Language tags by condition, or the one for all rows.</param>
internal sealed record LocaleSchema(ImmutableArray<ExpressionText> Given, GivenOption<SchemaScalar> Tags)
{
    /// <summary>The locale of all rows, or null where columns decide.</summary>
    public string? Only => Given.IsEmpty ? Tags.Otherwise?.Text : null;

    public SourcePosition Position => Tags.Position;
}

/// <summary>Characters, both ends included.</summary>
internal sealed record LengthRange(int Low, int High, SourcePosition Position);

/// <summary><c>nulls: 10%</c> or <c>{ share: 10%, exact: true }</c></summary>
internal sealed record NullsSchema(GivenOption<Share> Shares, bool IsExact, SourcePosition Position);

/// <summary><c>faults: { typo: 1%, label: col }</c>, or <c>orphans: 1%</c></summary>
/// <param name="Label">The name of the column that marks them.</param>
/// <param name="IsExact">Shares met to the row instead of drawn.</param>
internal sealed record FaultsSchema(ImmutableArray<FaultShare> Kinds, string Label, SourcePosition LabelPosition, bool IsExact, SourcePosition Position);

/// <summary>The share of rows that have a fault of one kind, above 0.</summary>
internal sealed record FaultShare(FaultKind Kind, decimal Share, SourcePosition Position);

/// <summary>A share between 0 and 1.</summary>
internal sealed record Share(decimal Value, SourcePosition Position);
