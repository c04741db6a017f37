using SynthData.Batches;
using SynthData.Planning;

namespace SynthData.Sources.Local;

/// <summary>Fills nulls: what a column holds that somebody else fills later.</summary>
internal sealed class NullFiller : ICellFiller
{
    public void Fill(in FillRows rows, Frame frame, Column target) => target.States.Fill(CellState.Null);
}
