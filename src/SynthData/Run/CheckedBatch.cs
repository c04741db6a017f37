using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SynthData.Batches;
using SynthData.Planning;

namespace SynthData.Run;

/// <summary>Neighbouring rows that keep every row rule: the visible cells to write, and the frame with the hidden ones.</summary>
internal sealed record CheckedBatch(Frame Frame, RowBatch Rows)
{
    /// <summary>What a worker made of the rows beside making them, such as their bytes.</summary>
    public object? Encoded { get; set; }

    /// <summary>Rows that hold a fault the schema asks for.</summary>
    public int FaultyRows { get; private init; }

    /// <summary>The columns that are written, in output order.</summary>
    public static ImmutableArray<BatchColumn> ColumnsOf(TablePlan table) =>
        [.. table.Visible.Select(slot => new BatchColumn(table.Cells[slot].Name, table.Cells[slot].Type))];

    public static CheckedBatch Of(TablePlan table, ImmutableArray<BatchColumn> columns, Frame frame, long firstRow, FaultProgram? faults)
    {
        ImmutableArray<Column> cells = [.. table.Visible.Select(slot => frame[slot])];
        if (cells.Any(HasFailed))
            throw new InvalidOperationException($"Rows from {firstRow} of table '{table.Name}' hold a failed cell that no check found.");
        if (faults is null)
            return new CheckedBatch(frame, new RowBatch(table.Name, firstRow, frame.Count, columns, cells));
        (ImmutableArray<Column> withFaults, int faulty) = faults.Apply(frame);
        return new CheckedBatch(frame, new RowBatch(table.Name, firstRow, frame.Count, columns, withFaults)) { FaultyRows = faulty };
    }

    // A failed cell rejects its row; written, it would look like a null.
    private static bool HasFailed(Column column) =>
        MemoryMarshal.AsBytes(column.States).Contains((byte)CellState.Error);
}
