namespace SynthData.Numerics;

/// <summary>The normal distribution: mean + sd·z, with z of <see cref="StandardNormal"/>.</summary>
internal sealed class NormalDistribution : IDistribution
{
    private readonly double mean;
    private readonly double deviation;

    /// <param name="mean">Finite.</param>
    /// <param name="deviation">The standard deviation, above zero.</param>
    public NormalDistribution(double mean, double deviation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(deviation);
        this.mean = mean;
        this.deviation = deviation;
    }

    public bool IsDiscrete => false;

    /// <summary>What a bare <c>normal</c> means over a range: the mean in the middle, a sixth of the width the deviation.</summary>
    public static NormalDistribution Over(double low, double high) => new(low + ((high - low) / 2), (high - low) / 6);

    public double Quantile(double p) => mean + (deviation * StandardNormal.Quantile(p));

    public double UpperQuantile(double q) => mean - (deviation * StandardNormal.Quantile(q));

    public void Quantiles(Span<double> shares) => NormalVectors.Quantiles(shares, mean, deviation, isExponential: false);

    public double Cdf(double x) => StandardNormal.Cdf((x - mean) / deviation);

    public double UpperCdf(double x) => StandardNormal.Cdf((mean - x) / deviation);
}
