namespace SynthData.Numerics;

/// <summary>The binomial distribution: successes among n tries that each succeed with a chance of p.</summary>
/// <remarks>
/// A table of weights relative to the mode by the ratio P(k) / P(k − 1) = (n − k + 1)·p / (k·(1 − p)), out to where they no longer
/// matter (10^-290 of the mode, for variances above 1024 10^-40), divided by their sum.
/// </remarks>
internal sealed class BinomialDistribution : IDistribution
{
    /// <summary>The greatest number of tries: whole numbers beyond are not doubles.</summary>
    public const double MaxCount = 1L << 53;

    /// <summary>The greatest variance, n·p·(1 − p); its table has some 280,000 entries.</summary>
    public const double MaxVariance = 100_000_000;

    private readonly CountTable table;

    /// <param name="count">The tries, 1 to <see cref="MaxCount"/>, so that the variance is at most <see cref="MaxVariance"/>.</param>
    /// <param name="chance">0 to 1.</param>
    public BinomialDistribution(long count, double chance)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxCount);
        ArgumentOutOfRangeException.ThrowIfNegative(chance);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(chance, 1);
        double variance = count * chance * (1 - chance);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(variance, MaxVariance, nameof(chance));
        double odds = chance / (1 - chance);
        long mode = Math.Min(count, (long)((count + 1.0) * chance));
        table = new CountTable(mode, count, variance, k => k / ((count - k + 1) * odds), k => (count - k + 1) * odds / k);
    }

    public bool IsDiscrete => true;

    public double Quantile(double p) => table.Quantile(p);

    public double UpperQuantile(double q) => table.UpperQuantile(q);

    public double Cdf(double x) => table.Cdf(x);

    public double UpperCdf(double x) => table.UpperCdf(x);
}
