using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SynthData.Numerics;

/// <summary>Every value between two ends alike: F(x) = (x − low) / (high − low).</summary>
internal sealed class UniformDistribution : IDistribution
{
    private readonly double low;
    private readonly double high;

    /// <param name="low">The lower end.</param>
    /// <param name="high">The upper end, not below the lower; their distance is finite.</param>
    public UniformDistribution(double low, double high)
    {
        if (!(low <= high) || !double.IsFinite(high - low))
            throw new ArgumentOutOfRangeException(nameof(high), high, "The ends are not in order, or too far apart.");
        this.low = low;
        this.high = high;
    }

    public bool IsDiscrete => false;

    public double Quantile(double p) => Math.Min(high, low + (p * (high - low)));

    public double UpperQuantile(double q) => Math.Max(low, high - (q * (high - low)));

    public void Quantiles(Span<double> shares)
    {
        ref double cells = ref MemoryMarshal.GetReference(shares);
        Vector512<double> least = Vector512.Create(low);
        Vector512<double> greatest = Vector512.Create(high);
        double width = high - low;
        int row = 0;
        for (; Vector512.IsHardwareAccelerated && row <= shares.Length - Vector512<double>.Count; row += Vector512<double>.Count)
        {
            Vector512<double> share = Vector512.LoadUnsafe(ref cells, (nuint)row);
            Vector512<double> lower = Vector512.Min(greatest, least + (share * width));
            Vector512<double> upper = Vector512.Max(least, greatest - (-share * width));
            Vector512.ConditionalSelect(Vector512.LessThan(share, default), upper, lower).StoreUnsafe(ref cells, (nuint)row);
        }

        for (; row < shares.Length; row++)
            shares[row] = shares[row] < 0 ? UpperQuantile(-shares[row]) : Quantile(shares[row]);
    }

    public double Cdf(double x)
    {
        if (x >= high)
            return 1;
        return x <= low ? 0 : (x - low) / (high - low);
    }

    public double UpperCdf(double x)
    {
        if (x >= high)
            return 0;
        return x <= low ? 1 : (high - x) / (high - low);
    }
}
