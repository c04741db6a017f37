namespace SynthData.Numerics;

/// <summary>The Poisson distribution: counts from 0 with the given mean.</summary>
/// <remarks>
/// A table of weights relative to the mode by the ratio P(k) / P(k − 1) = mean / k, out to where they no longer matter
/// (10^-290 of the mode, for means above 1024 10^-40), divided by their sum.
/// </remarks>
internal sealed class PoissonDistribution : IDistribution
{
    /// <summary>The greatest mean; its table has some 280,000 entries.</summary>
    public const double MaxMean = 100_000_000;

    private readonly CountTable table;

    /// <param name="mean">0 to <see cref="MaxMean"/>.</param>
    public PoissonDistribution(double mean)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(mean);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(mean, MaxMean);
        table = new CountTable((long)mean, long.MaxValue, mean, k => k / mean, k => mean / k);
    }

    public bool IsDiscrete => true;

    public double Quantile(double p) => table.Quantile(p);

    public double UpperQuantile(double q) => table.UpperQuantile(q);

    public double Cdf(double x) => table.Cdf(x);

    public double UpperCdf(double x) => table.UpperCdf(x);
}
