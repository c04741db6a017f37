namespace SynthData.Numerics;

/// <summary>The geometric distribution: failures before the first success, from 0; P(X > k) = (1 − p)^(k+1), mean (1 − p) / p.</summary>
internal sealed class GeometricDistribution : IDistribution
{
    private readonly double logFailure;

    /// <param name="success">The chance of success, above 0, at most 1.</param>
    public GeometricDistribution(double success)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(success);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(success, 1);
        logFailure = Transcendental.LogOnePlus(-success);
    }

    public bool IsDiscrete => true;

    public double Quantile(double p)
    {
        double value = Whole(Transcendental.LogOnePlus(-p), out bool isNear);
        if (!isNear)
            return value;
        if (value > 0 && Cdf(value - 1) >= p)
            return value - 1;
        return Cdf(value) < p ? value + 1 : value;
    }

    public double UpperQuantile(double q)
    {
        double value = Whole(Transcendental.Log(q), out bool isNear);
        if (!isNear)
            return value;
        if (value > 0 && UpperCdf(value - 1) <= q)
            return value - 1;
        return UpperCdf(value) > q ? value + 1 : value;
    }

    public double Cdf(double x) => x < 0 ? 0 : -Transcendental.ExpMinusOne(LogUpper(x));

    public double UpperCdf(double x) => x < 0 ? 1 : Transcendental.Exp(LogUpper(x));

    // Where success is certain the logarithm is negative infinity and every value 0. Near a whole number the last place decides.
    private double Whole(double logShare, out bool isNear)
    {
        double trials = logShare / logFailure;
        double value = Math.Max(0, Math.Ceiling(trials) - 1);
        isNear = Math.Abs(trials - Math.Floor(trials + 0.5)) < 1e-12 * (1 + trials);
        return value;
    }

    private double LogUpper(double x) => (Math.Floor(x) + 1) * logFailure;
}
