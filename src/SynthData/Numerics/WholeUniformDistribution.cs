namespace SynthData.Numerics;

/// <summary>The whole numbers between two ends, both included, each as likely as any other.</summary>
internal sealed class WholeUniformDistribution : IDistribution
{
    private readonly double low;
    private readonly double high;
    private readonly double count;

    /// <param name="low">The least, a whole number.</param>
    /// <param name="high">The greatest, a whole number not below the least.</param>
    public WholeUniformDistribution(double low, double high)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(high, low);
        this.low = low;
        this.high = high;
        count = high - low + 1;
    }

    public bool IsDiscrete => true;

    public double Quantile(double p) => Math.Clamp(low + Math.Ceiling(p * count) - 1, low, high);

    public double UpperQuantile(double q) => Math.Clamp(high - Math.Floor(q * count), low, high);

    public double Cdf(double x) => Math.Clamp((Math.Floor(x) - low + 1) / count, 0, 1);

    public double UpperCdf(double x) => Math.Clamp((high - Math.Floor(x)) / count, 0, 1);
}
