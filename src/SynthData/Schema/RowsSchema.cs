using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Schema;

/// <summary>Where the number of a table's rows comes from.</summary>
internal abstract record RowsSchema(SourcePosition Position);

/// <summary><c>rows: 1_000</c></summary>
internal sealed record FixedRows(long Count, SourcePosition Position) : RowsSchema(Position);

/// <summary><c>rows: { per: customers, count: … }</c></summary>
/// <param name="Parent">A table, or the referencing column.</param>
/// <param name="ParentPosition">Where the parent is named.</param>
internal sealed record RowsPer(string Parent, SourcePosition ParentPosition, CountSchema Count, SourcePosition Position) : RowsSchema(Position)
{
    /// <summary><c>total: N</c>: so many rows in all, shared among the parents by their counts; null where the counts are the rows.</summary>
    public RowTotal? Total { get; init; }
}

/// <summary>A number of rows, as written.</summary>
internal sealed record RowTotal(long Rows, SourcePosition Position);

/// <summary>The rows themselves: one map from column name to scalar a row.</summary>
internal sealed record ListedRows(ImmutableArray<ListedRow> Rows, SourcePosition Position) : RowsSchema(Position);

/// <summary><c>rows: { file: nations.csv }</c>: read by the root and handed on as <see cref="ListedRows"/>.</summary>
/// <param name="Path">As written, relative to the schema.</param>
internal sealed record FileRows(string Path, SourcePosition Position) : RowsSchema(Position);

/// <summary>One row of a list; a column that is absent is null.</summary>
internal sealed record ListedRow(ImmutableDictionary<string, SchemaScalar> Cells, SourcePosition Position)
{
    /// <summary>The columns in the order written, which the dictionary does not keep.</summary>
    public ImmutableArray<string> Columns { get; init; } = [];

    /// <summary>It says all of a row: what of it cannot be pinned is made, and is compared by whoever gave it.</summary>
    public bool IsWhole { get; init; }
}
