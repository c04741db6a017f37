using SynthData.Batches;
using SynthData.Numerics;
using SynthData.Planning;

namespace SynthData.Sources.Local;

/// <summary>Says of each row whether a series of numbers strays there.</summary>
/// <remarks>Drawn: what the series draws. Nulls and errors: none; where the number is null there is no anomaly.</remarks>
/// <param name="stream">The stream of the series.</param>
internal sealed class AnomalyLabelFiller(StreamKey stream, AnomalyLabelCells plan) : ICellFiller
{
    private readonly StreamKey strays = NumberSeriesFiller.AnomalyStream(stream);

    public void Fill(in FillRows rows, Frame frame, Column target)
    {
        Column numbers = frame[plan.Series];
        var labels = (Int64Column)target;
        for (int row = 0; row < rows.Count; row++)
            labels[row] = !numbers.IsNull(row) && strays.Uniform(rows.Indices[row], 0, 0) < plan.Share ? 1 : 0;
    }
}
