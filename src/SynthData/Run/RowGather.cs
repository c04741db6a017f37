using SynthData.Batches;
using SynthData.Planning;

namespace SynthData.Run;

/// <summary>A frame whose rows are made in other frames and copied to their places one by one.</summary>
internal sealed class RowGather
{
    private readonly IReadOnlyList<int> slots;
    private readonly bool[] hasValue;

    /// <param name="frame">Empty.</param>
    public RowGather(TablePlan table, Frame frame, ReadOnlySpan<long> rows, IReadOnlyList<int> slots)
    {
        this.slots = slots;
        hasValue = new bool[table.Cells.Length];
        Frame = frame;
        frame.Reset(rows);
        foreach (int slot in slots)
            frame[slot] = frame.Empty(slot, table.Cells[slot].Type);
    }

    public Frame Frame { get; }

    /// <summary>Copies a row.</summary>
    public void Take(Frame from, int fromRow, int row)
    {
        Frame.Draws[row] = from.Draws[fromRow];
        foreach (int slot in slots)
        {
            Column source = from[slot];
            if (source is TextColumn text && !source.IsNull(fromRow))
                MeetPool((TextColumn)Frame[slot], text, ref hasValue[slot]);
            Frame[slot].Copy(source, fromRow, row);
        }
    }

    // Mostly all texts of a column are of one pool; where they are not, each cell has its own.
    private static void MeetPool(TextColumn target, TextColumn source, ref bool hasValue)
    {
        if (!hasValue && source.Pool is { } pool)
            target.UsePool(pool);
        else if (!ReferenceEquals(source.Pool, target.Pool))
            target.DropPool();
        hasValue = true;
    }
}
