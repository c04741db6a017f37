using SynthData.Numerics;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Sources.Local;

/// <summary>Draws from one range of a grid, both ends included.</summary>
/// <remarks>
/// Uniform: every grid value has the same weight, by multiplication of a word. Else the truncated quantile function of one uniform
/// number, rounded half away from zero to the grid that starts at the lower end.
/// </remarks>
internal sealed class GridSampler
{
    private readonly long low;
    private readonly ulong count;
    private readonly long step;
    private readonly bool isMirrored;
    private readonly double unit;
    private readonly bool isDistance;
    private readonly TruncatedDistribution? distribution;

    public GridSampler(ColumnType type, GridRange range, long low, long high)
    {
        this.low = low;
        step = range.Step;
        isMirrored = range.IsMirrored;
        isDistance = type.IsTemporal;
        unit = RangeCut.UnitsPerPlain(type);
        count = ((ulong)(high - low) / (ulong)step) + 1;
        if (range.Draw is not { } draw)
            return;

        (double first, double last) = RangeCut.Plain(type, low, high);
        IDistribution? made = DistributionMaker.Make(draw, first, last);
        distribution = made is null ? null : new TruncatedDistribution(made, first, last);
    }

    public long Sample(ulong word)
    {
        if (distribution is null)
            return low + ((long)Math.BigMul(word, count, out _) * step);

        double value = distribution.Sample(StreamKey.ToUniform(word)) * unit;
        double steps = (isDistance ? value : value - low) / step;
        long place = Math.Clamp((long)Math.Round(steps, MidpointRounding.AwayFromZero), 0, (long)(count - 1));
        return low + ((isMirrored ? (long)(count - 1) - place : place) * step);
    }
}
