using SynthData.Batches;
using SynthData.Planning;

namespace SynthData.Sources.Local;

/// <summary>Gives each row the value of its cut.</summary>
internal sealed class ExactFiller(LiteralCells values, ExactCells cells) : ICellFiller
{
    public void Fill(in FillRows rows, Frame frame, Column target)
    {
        LiteralCopy.Prepare(values, target);
        for (int row = 0; row < rows.Count; row++)
            target.Copy(values.Cells, cells.Value(rows.Indices[row]), row);
    }
}
