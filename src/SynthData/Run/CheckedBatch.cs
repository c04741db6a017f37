using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Planning;

namespace SynthData.Run;

/// <summary>Neighbouring rows that keep every row rule: the visible cells to write, and the frame with the hidden ones.</summary>
internal sealed record CheckedBatch(Frame Frame, RowBatch Rows)
{
    /// <summary>What a worker made of the rows beside making them, such as their bytes.</summary>
    public object? Encoded { get; set; }

    /// <summary>The columns that are written, in output order.</summary>
    public static ImmutableArray<BatchColumn> ColumnsOf(TablePlan table) =>
        [.. table.Visible.Select(slot => new BatchColumn(table.Cells[slot].Name, table.Cells[slot].Type))];

    public static CheckedBatch Of(TablePlan table, Frame frame, long firstRow)
    {
        ImmutableArray<Column> cells = [.. table.Visible.Select(slot => frame[slot])];
        return new CheckedBatch(frame, new RowBatch(table.Name, firstRow, frame.Count, ColumnsOf(table), cells));
    }
}
