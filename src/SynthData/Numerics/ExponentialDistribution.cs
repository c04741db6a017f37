namespace SynthData.Numerics;

/// <summary>The exponential distribution: F(x) = 1 − e^(−x/mean), from 0.</summary>
internal sealed class ExponentialDistribution : IDistribution
{
    private readonly double mean;

    /// <param name="mean">Above zero.</param>
    public ExponentialDistribution(double mean)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mean);
        this.mean = mean;
    }

    public bool IsDiscrete => false;

    public double Quantile(double p) => -mean * Transcendental.LogOnePlus(-p);

    public double UpperQuantile(double q) => -mean * Transcendental.Log(q);

    public double Cdf(double x) => x <= 0 ? 0 : -Transcendental.ExpMinusOne(-x / mean);

    public double UpperCdf(double x) => x <= 0 ? 1 : Transcendental.Exp(-x / mean);
}
