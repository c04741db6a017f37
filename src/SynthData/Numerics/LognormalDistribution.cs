namespace SynthData.Numerics;

/// <summary>The lognormal distribution: median·e^(sigma·z), with z of <see cref="StandardNormal"/>.</summary>
internal sealed class LognormalDistribution : IDistribution
{
    // The standard normal's quantile at 0.9.
    private const double NinetiethZ = 1.2815515655446004;

    private readonly double logMedian;
    private readonly double sigma;

    /// <param name="median">Above zero.</param>
    /// <param name="sigma">The standard deviation of the logarithm, above zero.</param>
    public LognormalDistribution(double median, double sigma)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(median);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sigma);
        logMedian = Transcendental.Log(median);
        this.sigma = sigma;
    }

    public bool IsDiscrete => false;

    /// <summary>From the median and what nine in ten stay below, which is above the median.</summary>
    public static LognormalDistribution FromP90(double median, double p90) => new(median, Transcendental.Log(p90 / median) / NinetiethZ);

    /// <summary>What a bare <c>lognormal</c> means over a range: the median at the geometric mean of the ends, the ends three sigma off.</summary>
    /// <param name="low">Above zero.</param>
    /// <param name="high">Above <paramref name="low"/>.</param>
    public static LognormalDistribution Over(double low, double high) =>
        new(Math.Sqrt(low) * Math.Sqrt(high), Transcendental.Log(high / low) / 6);

    public double Quantile(double p) => Transcendental.Exp(logMedian + (sigma * StandardNormal.Quantile(p)));

    public double UpperQuantile(double q) => Transcendental.Exp(logMedian - (sigma * StandardNormal.Quantile(q)));

    public void Quantiles(Span<double> shares) => NormalVectors.Quantiles(shares, logMedian, sigma, isExponential: true);

    public double Cdf(double x) => x <= 0 ? 0 : StandardNormal.Cdf((Transcendental.Log(x) - logMedian) / sigma);

    public double UpperCdf(double x) => x <= 0 ? 1 : StandardNormal.Cdf((logMedian - Transcendental.Log(x)) / sigma);
}
