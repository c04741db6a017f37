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

    private readonly CumulativeTable table;
    private readonly long first;

    /// <param name="mean">0 to <see cref="MaxMean"/>.</param>
    public PoissonDistribution(double mean)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(mean);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(mean, MaxMean);
        double cut = mean > 1024 ? 1e-40 : 1e-290;
        long mode = (long)mean;

        List<double> below = [];
        double weight = 1;
        for (long k = mode; k > 0 && (weight *= k / mean) >= cut; k--)
            below.Add(weight);

        List<double> weights = [.. Enumerable.Reverse(below), 1];
        weight = 1;
        for (long k = mode + 1; (weight *= mean / k) >= cut; k++)
            weights.Add(weight);

        first = mode - below.Count;
        table = new CumulativeTable([.. weights], above: 0);
    }

    public bool IsDiscrete => true;

    public double Quantile(double p) => first + table.Find(p);

    public double UpperQuantile(double q) => first + table.FindUpper(q);

    public double Cdf(double x)
    {
        double index = Math.Floor(x) - first;
        if (index >= table.Count)
            return 1;
        return index < 0 ? 0 : table.Lower((int)index);
    }

    public double UpperCdf(double x)
    {
        double index = Math.Floor(x) - first;
        if (index >= table.Count)
            return 0;
        return index < 0 ? 1 : table.Upper((int)index);
    }
}
