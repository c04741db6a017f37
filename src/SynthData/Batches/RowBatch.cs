using System.Collections.Immutable;
using SynthData.Schema;

namespace SynthData.Batches;

/// <summary>Neighbouring rows of one table, complete and checked, by column.</summary>
/// <remarks>Read-only and thread-safe. Valid until the enumeration that gave it moves on.</remarks>
public sealed class RowBatch
{
    private readonly ImmutableArray<Column> cells;

    internal RowBatch(string table, long firstRowIndex, int rowCount, ImmutableArray<BatchColumn> columns, ImmutableArray<Column> cells)
    {
        Table = table;
        FirstRowIndex = firstRowIndex;
        RowCount = rowCount;
        Columns = columns;
        this.cells = cells;
    }

    /// <summary>The table the rows belong to.</summary>
    public string Table { get; }

    /// <summary>The index of the first row within the table, from 0.</summary>
    public long FirstRowIndex { get; }

    /// <summary>How many rows the batch holds.</summary>
    public int RowCount { get; }

    /// <summary>The visible columns, in output order.</summary>
    public ImmutableArray<BatchColumn> Columns { get; }

    /// <summary>Says whether a cell is null.</summary>
    /// <param name="row">From 0, below <see cref="RowCount"/>.</param>
    /// <param name="column">From 0, below the number of <see cref="Columns"/>.</param>
    public bool IsNull(int row, int column) => cells[column].IsNull(row);

    /// <summary>Gives a cell as string, bool, int, long, double, decimal, DateOnly, TimeOnly, DateTime or Guid; null for null.</summary>
    /// <param name="row">From 0, below <see cref="RowCount"/>.</param>
    /// <param name="column">From 0, below the number of <see cref="Columns"/>.</param>
    public object? GetValue(int row, int column) => CellText.ToObject(cells[column], row, Columns[column].Type);

    internal Column Cells(int column) => cells[column];
}

/// <summary>A column of a <see cref="RowBatch"/>.</summary>
/// <param name="Name">The name, as in the schema.</param>
/// <param name="Type">The type.</param>
public sealed record BatchColumn(string Name, ColumnType Type);
