using SynthData.Batches;
using SynthData.Planning;

namespace SynthData.Run;

/// <summary>Puts the frames of neighbouring rows into one, and takes parts of one.</summary>
internal static class FrameJoin
{
    /// <summary>Takes neighbouring rows out of a frame.</summary>
    public static Frame Cut(TablePlan table, Frame frame, int first, int count)
    {
        var part = new Frame(table.Cells.Length);
        part.Reset(frame.Rows.AsSpan(first, count));
        foreach (CellPlan cell in table.Cells)
        {
            Column column = Column.For(cell.Type);
            column.Reset(count);
            for (int row = 0; row < count; row++)
                column.Copy(frame[cell.Slot], first + row, row);
            part[cell.Slot] = column;
        }

        return part;
    }

    public static Frame Join(TablePlan table, IReadOnlyList<Frame> frames)
    {
        long[] rows = [.. frames.SelectMany(frame => frame.Rows.Take(frame.Count))];
        var joined = new Frame(table.Cells.Length);
        joined.Reset(rows);
        foreach (CellPlan cell in table.Cells)
        {
            Column column = Column.For(cell.Type);
            column.Reset(rows.Length);
            int place = 0;
            foreach (Frame frame in frames)
            {
                for (int row = 0; row < frame.Count; row++)
                    column.Copy(frame[cell.Slot], row, place++);
            }

            joined[cell.Slot] = column;
        }

        return joined;
    }
}
