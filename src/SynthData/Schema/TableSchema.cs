using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Schema;

/// <summary>A table as written.</summary>
internal sealed record TableSchema
{
    public required string Name { get; init; }

    public required SourcePosition Position { get; init; }

    public string? About { get; init; }

    public required RowsSchema Rows { get; init; }

    /// <summary>Names of the key's columns, empty when the table has no key.</summary>
    public ImmutableArray<string> Key { get; init; } = [];

    public SourcePosition? KeyPosition { get; init; }

    /// <summary>In output order; the axes stand behind all that may be written.</summary>
    public required ImmutableArray<ColumnSchema> Columns { get; init; }

    /// <summary>False for <c>output: false</c>: generated and readable, never written.</summary>
    public bool IsWritten { get; init; } = true;

    public ImmutableArray<RuleSchema> Rules { get; init; } = [];

    /// <summary>What overwrites cells of the first rows, one map a row.</summary>
    public ImmutableArray<ListedRow> Pinned { get; init; } = [];

    /// <summary>The columns whose categories the rows behind the pinned ones hold once each; null without any.</summary>
    public CoverageSchema? Coverage { get; init; }

    /// <summary>What becomes of rows whose prompts a model does not solve.</summary>
    public UnsolvedChoice Unsolved { get; init; }

    /// <summary>Where that is written; null where it is not.</summary>
    public SourcePosition? UnsolvedPosition { get; init; }

    public ImmutableArray<CorrelationSchema> Correlations { get; init; } = [];

    /// <summary>What is shown to a model beside each row; null where nothing is written.</summary>
    public AxesSchema? Axes { get; init; }

    /// <summary>True when errors were found outside its columns: <see cref="Rows"/>, key or rules may be missing.</summary>
    public bool IsIncomplete { get; init; }
}

/// <summary><c>coverage: { each: [kind], all: [size, colour] }</c></summary>
/// <param name="Each">Columns of which every category is to come.</param>
/// <param name="All">Columns of which every combination is to come.</param>
internal sealed record CoverageSchema(ImmutableArray<string> Each, ImmutableArray<string> All, SourcePosition Position);
