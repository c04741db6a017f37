using SynthData.Batches;
using SynthData.Planning;

namespace SynthData.Sources.Local;

/// <summary>Copies another slot, such as the position that the locator found.</summary>
internal sealed class CopyFiller(int slot) : ICellFiller
{
    public void Fill(in FillRows rows, Frame frame, Column target)
    {
        for (int row = 0; row < rows.Count; row++)
            target.Copy(frame[slot], row, row);
    }
}
