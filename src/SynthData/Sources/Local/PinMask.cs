using SynthData.Batches;
using SynthData.Planning;

namespace SynthData.Sources.Local;

/// <summary>Overwrites the cells that the schema gives, whatever was drawn for them, at whatever draw.</summary>
/// <param name="before">What nulls the other cells of the slot, or null.</param>
internal sealed class PinMask(ICellMask? before, PinnedCells pinned) : ICellMask
{
    private readonly long last = pinned.Rows[^1];

    public void Apply(in FillRows rows, Frame frame, Column target)
    {
        before?.Apply(rows, frame, target);
        for (int row = 0; row < rows.Count; row++)
        {
            if (rows.Indices[row] <= last && pinned.Find(rows.Indices[row]) is >= 0 and int place)
                Set(target, row, place);
        }
    }

    // A text that the column's pool does not hold turns its cells, here those of the first rows only, into characters.
    private void Set(Column target, int row, int place)
    {
        if (target is TextColumn { Pool: { } pool } text && pinned.Cells is TextColumn own && !ReferenceEquals(own.Pool, pool))
            text.DropPool();
        target.Copy(pinned.Cells, place, row);
    }
}
