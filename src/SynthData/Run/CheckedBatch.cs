using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Planning;

namespace SynthData.Run;

/// <summary>Neighbouring rows that keep every row rule: the visible cells to write, and the frame with the hidden ones.</summary>
internal sealed record CheckedBatch(Frame Frame, RowBatch Rows)
{
    public static CheckedBatch Of(TablePlan table, Frame frame, long firstRow)
    {
        ImmutableArray<BatchColumn> columns = [.. table.Visible.Select(slot => new BatchColumn(table.Cells[slot].Name, table.Cells[slot].Type))];
        ImmutableArray<Column> cells = [.. table.Visible.Select(slot => frame[slot])];
        return new CheckedBatch(frame, new RowBatch(table.Name, firstRow, frame.Count, columns, cells));
    }
}
