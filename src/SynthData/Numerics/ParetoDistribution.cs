namespace SynthData.Numerics;

/// <summary>The Pareto distribution: F(x) = 1 − (min / x)^alpha, from min.</summary>
internal sealed class ParetoDistribution : IDistribution
{
    private readonly double min;
    private readonly double alpha;

    /// <param name="min">The least value, above zero.</param>
    /// <param name="alpha">Above zero; the smaller, the longer the tail.</param>
    public ParetoDistribution(double min, double alpha)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(min);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(alpha);
        this.min = min;
        this.alpha = alpha;
    }

    public bool IsDiscrete => false;

    public double Quantile(double p) => min * Transcendental.Exp(-Transcendental.LogOnePlus(-p) / alpha);

    public double UpperQuantile(double q) => min * Transcendental.Exp(-Transcendental.Log(q) / alpha);

    public double Cdf(double x) => x <= min ? 0 : -Transcendental.ExpMinusOne(-alpha * Distance(x));

    public double UpperCdf(double x) => x <= min ? 1 : Transcendental.Exp(-alpha * Distance(x));

    // ln(x / min), with its digits where x is near min.
    private double Distance(double x)
    {
        double over = (x - min) / min;
        return over < 1 ? Transcendental.LogOnePlus(over) : Transcendental.Log(x) - Transcendental.Log(min);
    }
}
