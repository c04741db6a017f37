using System.Runtime.InteropServices;
using SynthData.Batches;
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
    private readonly double unit;
    private readonly double start;
    private readonly TruncatedDistribution? distribution;

    /// <param name="type">The column's type.</param>
    /// <param name="range">The step and the distribution.</param>
    /// <param name="low">The lower end; with an anchor, the least distance from it.</param>
    /// <param name="high">The upper end; with an anchor, the greatest distance from it.</param>
    public GridSampler(ColumnType type, GridRange range, long low, long high)
    {
        this.low = low;
        step = range.Step;
        unit = RangeCut.UnitsPerPlain(type);
        count = ((ulong)(high - low) / (ulong)step) + 1;
        bool countsFromLow = type.IsTemporal && range.Anchor is null;
        start = countsFromLow ? 0 : low;
        if (range.Draw is not { } draw || low == high)
            return;

        double first = start / unit;
        double last = countsFromLow ? (high - low) / unit : high / unit;
        IDistribution? made = DistributionMaker.Make(draw, first, last);
        distribution = made is null ? null : new TruncatedDistribution(made, first, last);
    }

    /// <summary>Draws for each word.</summary>
    public void Sample(ReadOnlySpan<ulong> words, Span<long> cells)
    {
        cells = cells[..words.Length];
        if (distribution is not null)
        {
            using var values = new Rented<double>(words.Length);
            distribution.Sample(words, values.Span);
            for (int row = 0; row < cells.Length; row++)
                cells[row] = OnGrid(values.Span[row]);
            return;
        }

        if (count == 0)
        {
            MemoryMarshal.Cast<ulong, long>(words).CopyTo(cells);
            return;
        }

        (ulong width, long stride, long start) = (count, step, low);
        for (int row = 0; row < cells.Length; row++)
            cells[row] = start + ((long)Math.BigMul(words[row], width, out _) * stride);
    }

    public long Sample(ulong word)
    {
        // A grid of all 2^64 values has a count of 0: every word is one of them.
        if (distribution is null)
            return count == 0 ? (long)word : low + ((long)Math.BigMul(word, count, out _) * step);

        return OnGrid(distribution.Sample(StreamKey.ToUniform(word)));
    }

    private long OnGrid(double value)
    {
        double steps = ((value * unit) - start) / step;
        double place = Math.Max(Math.Round(steps, MidpointRounding.AwayFromZero), 0);
        ulong last = count - 1;
        return low + ((long)(place >= last ? last : (ulong)place) * step);
    }
}
