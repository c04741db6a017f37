using SynthData.Batches;
using SynthData.Planning;

namespace SynthData.Sources.Local;

/// <summary>Gives each row the value of its cut.</summary>
internal sealed class ExactFiller(LiteralCells values, ExactCells cells) : ICellFiller
{
    public void Fill(in FillRows rows, Frame frame, Column target)
    {
        LiteralCopy.Prepare(values, target);
        using var places = new Rented<int>(rows.Count);
        for (int row = 0; row < rows.Count; row++)
            places.Span[row] = cells.Value(rows.Indices[row]);
        target.Gather(values.Cells, places.Span);
    }
}
