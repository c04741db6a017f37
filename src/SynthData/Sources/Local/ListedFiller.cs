using SynthData.Batches;
using SynthData.Planning;

namespace SynthData.Sources.Local;

/// <summary>Gives each row the value written for it.</summary>
internal sealed class ListedFiller(LiteralCells values) : ICellFiller
{
    public void Fill(in FillRows rows, Frame frame, Column target)
    {
        LiteralCopy.Prepare(values, target);
        for (int row = 0; row < rows.Count; row++)
            target.Copy(values.Cells, (int)rows.Indices[row], row);
    }
}
