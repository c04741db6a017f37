using System.Collections.Immutable;
using SynthData.Batches;

namespace SynthData.Output;

/// <summary>Collects the cells that a reader parses into batches of a fixed number of rows.</summary>
internal sealed class BatchBuilder(string table, ImmutableArray<BatchColumn> columns, int capacity = BatchBuilder.DefaultCapacity)
{
    public const int DefaultCapacity = 4096;
    private readonly List<CellProblem> problems = [];
    private ImmutableArray<Column> cells = Allocate(columns, capacity);
    private long firstRow;
    private int count;

    public bool IsFull => count == capacity;

    public bool IsEmpty => count == 0;

    /// <summary>The number of the row that is being read, from 1.</summary>
    public long RowNumber => firstRow + count + 1;

    public void SetNull(int column) => cells[column].States[count] = CellState.Null;

    /// <summary>Parses a cell of the row that is being read; notes a problem if it is not of the column's type.</summary>
    public void Parse(int column, ReadOnlySpan<char> text)
    {
        cells[column].States[count] = CellState.Value;
        if (!CellText.TryParse(text, columns[column].Type, cells[column], count))
            Refuse(column, text.ToString());
    }

    /// <summary>Notes that a cell of the row that is being read is not of the column's type.</summary>
    public void Refuse(int column, string text)
    {
        cells[column].States[count] = CellState.Error;
        problems.Add(new CellProblem(RowNumber, columns[column].Name, text, columns[column].Type.ToString()));
    }

    public void RefuseRow(string text, string expected)
    {
        foreach (Column column in cells)
            column.States[count] = CellState.Error;
        problems.Add(new CellProblem(RowNumber, null, text, expected));
    }

    public void EndRow() => count++;

    /// <summary>Gives the rows so far and begins a new batch.</summary>
    public ReadRows Take()
    {
        if (count < capacity)
            cells = [.. cells.Zip(columns, (column, definition) => Cut(column, definition, count))];
        ReadRows taken = new(new RowBatch(table, firstRow, count, columns, cells), [.. problems]);
        firstRow += count;
        count = 0;
        problems.Clear();
        cells = Allocate(columns, capacity);
        return taken;
    }

    private static Column Cut(Column column, BatchColumn definition, int count)
    {
        var cut = Column.For(definition.Type);
        cut.Reset(count);
        for (int row = 0; row < count; row++)
            cut.Copy(column, row, row);
        return cut;
    }

    private static ImmutableArray<Column> Allocate(ImmutableArray<BatchColumn> columns, int count)
    {
        var cells = ImmutableArray.CreateBuilder<Column>(columns.Length);
        foreach (BatchColumn definition in columns)
        {
            var column = Column.For(definition.Type);
            column.Reset(count);
            cells.Add(column);
        }

        return cells.MoveToImmutable();
    }
}
