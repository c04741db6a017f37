using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SynthData.Numerics;

/// <summary>A distribution between two ends, both included: one uniform number a draw, no redraw.</summary>
/// <remarks>
/// The uniform number is mapped into [F(low), F(high)] and goes through the quantile function; in the upper half everything is
/// counted from above, so that a stretch far out in either tail keeps all its digits.
/// </remarks>
internal sealed class TruncatedDistribution
{
    private readonly IDistribution distribution;
    private readonly double below;
    private readonly double above;
    private readonly double mass;

    /// <param name="distribution">What is truncated.</param>
    /// <param name="low">The lower end, or negative infinity. A discrete distribution begins at the next whole number.</param>
    /// <param name="high">The upper end, or infinity; not below <paramref name="low"/>.</param>
    public TruncatedDistribution(IDistribution distribution, double low, double high)
    {
        if (!(low <= high))
            throw new ArgumentOutOfRangeException(nameof(high), high, "The upper end is below the lower end.");
        this.distribution = distribution;
        Low = distribution.IsDiscrete ? Math.Ceiling(low) : low;
        High = distribution.IsDiscrete ? Math.Floor(high) : high;

        below = distribution.Below(Low);
        above = distribution.UpperCdf(High);
        mass = Math.Max(0, below < 0.5 ? distribution.Cdf(High) - below : distribution.From(Low) - above);
    }

    /// <summary>The least value drawn.</summary>
    public double Low { get; }

    /// <summary>The greatest value drawn; below <see cref="Low"/> when no whole number lies between the ends.</summary>
    public double High { get; }

    /// <summary>The share of the distribution that lies outside, 0 to 1; at 1 there is nothing to draw.</summary>
    public double ShareCut => Math.Clamp(mass < 0.5 ? 1 - mass : below + above, 0, 1);

    /// <summary>The value at a uniform number in (0, 1); <see cref="Low"/> when nothing is left to draw.</summary>
    public double Sample(double u)
    {
        if (mass == 0)
            return Low;
        double p = below + (u * mass);
        double value = p <= 0.5 ? distribution.Quantile(p) : distribution.UpperQuantile(above + ((1 - u) * mass));

        // The last place of a share may reach over an end.
        if (value < Low)
            return Low;
        return value > High ? High : value;
    }

    /// <summary>The values at the uniform numbers of words, see <see cref="StreamKey.ToUniform"/>.</summary>
    public void Sample(ReadOnlySpan<ulong> words, Span<double> values)
    {
        values = values[..words.Length];
        if (mass == 0)
        {
            values.Fill(Low);
            return;
        }

        for (int row = Vector512.IsHardwareAccelerated ? SharesOfEights(words, values) : 0; row < values.Length; row++)
            values[row] = ShareOf(StreamKey.ToUniform(words[row]));
        distribution.Quantiles(values);
        for (int row = 0; row < values.Length; row++)
            values[row] = values[row] < Low ? Low : values[row] > High ? High : values[row];
    }

    // Below zero it counts from above; a share of zero from above would not be told from one from below.
    private double ShareOf(double u)
    {
        double p = below + (u * mass);
        return p <= 0.5 ? p : -Math.Max(above + ((1 - u) * mass), double.Epsilon);
    }

    // Both shares of each, and no branch, which chance would have guessed wrong every other time.
    private int SharesOfEights(ReadOnlySpan<ulong> words, Span<double> shares)
    {
        ref ulong from = ref MemoryMarshal.GetReference(words);
        ref double to = ref MemoryMarshal.GetReference(shares);
        int row = 0;
        for (; row <= shares.Length - Vector512<ulong>.Count; row += Vector512<ulong>.Count)
        {
            Vector512<ulong> bits = (Vector512.LoadUnsafe(ref from, (nuint)row) >>> 11) | Vector512<ulong>.One;
            Vector512<double> u = Vector512.ConvertToDouble(bits) * (1.0 / (1UL << 53));
            Vector512<double> p = Vector512.Create(below) + (u * mass);
            Vector512<double> q = Vector512.Create(above) + ((Vector512<double>.One - u) * mass);
            Vector512<double> isLower = Vector512.LessThanOrEqual(p, Vector512.Create(0.5));
            Vector512.ConditionalSelect(isLower, p, -Vector512.Max(q, Vector512.Create(double.Epsilon))).StoreUnsafe(ref to, (nuint)row);
        }

        return row;
    }
}
