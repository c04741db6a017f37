namespace SynthData.Numerics;

/// <summary>The triangular distribution: straight up from the lower end to the mode, and straight down to the upper end.</summary>
internal sealed class TriangularDistribution : IDistribution
{
    private readonly double low;
    private readonly double mode;
    private readonly double high;

    // What lies below the mode and above it.
    private readonly double rising;
    private readonly double falling;

    /// <param name="low">The lower end.</param>
    /// <param name="mode">The commonest value, between the ends or at one.</param>
    /// <param name="high">The upper end, above the lower; their distance is finite.</param>
    public TriangularDistribution(double low, double mode, double high)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(high - low, nameof(high));
        ArgumentOutOfRangeException.ThrowIfLessThan(mode, low);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(mode, high);
        this.low = low;
        this.mode = mode;
        this.high = high;
        rising = (mode - low) / (high - low);
        falling = (high - mode) / (high - low);
    }

    public bool IsDiscrete => false;

    public double Quantile(double p) => p <= rising ? FromLow(p) : FromHigh(1 - p);

    public double UpperQuantile(double q) => q <= falling ? FromHigh(q) : FromLow(1 - q);

    public double Cdf(double x)
    {
        if (x <= low || x >= high)
            return x <= low ? 0 : 1;
        return x <= mode ? Square(x - low) * rising / Square(mode - low) : 1 - UpperCdf(x);
    }

    public double UpperCdf(double x)
    {
        if (x <= low || x >= high)
            return x <= low ? 1 : 0;
        return x > mode ? Square(high - x) * falling / Square(high - mode) : 1 - Cdf(x);
    }

    private double FromLow(double p) => rising == 0 ? low : low + ((mode - low) * Math.Sqrt(p / rising));

    private double FromHigh(double q) => falling == 0 ? high : high - ((high - mode) * Math.Sqrt(q / falling));

    private static double Square(double x) => x * x;
}
