using SynthData.Batches;
using SynthData.Planning;

namespace SynthData.Sources.Local;

/// <summary>Counts up from a start, by row index.</summary>
internal sealed class SequenceFiller(long start, long step) : ICellFiller
{
    public void Fill(in FillRows rows, Frame frame, Column target)
    {
        Span<long> cells = ((Int64Column)target).Cells;
        for (int row = 0; row < cells.Length; row++)
            cells[row] = start + (rows.Indices[row] * step);
    }
}
