using SynthData.Batches;
using SynthData.Numerics;
using SynthData.Planning;

namespace SynthData.Sources.Local;

/// <summary>Makes UUIDs of version 8, a bijection of the row index under the stream's key.</summary>
internal sealed class UuidFiller(StreamKey stream) : ICellFiller
{
    private readonly Uuid8 uuids = new(stream);

    public void Fill(in FillRows rows, Frame frame, Column target)
    {
        Span<Int128> cells = ((Int128Column)target).Cells;
        for (int row = 0; row < cells.Length; row++)
            cells[row] = uuids.At(rows.Indices[row]);
    }
}
