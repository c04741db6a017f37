namespace SynthData.Numerics;

/// <summary>The gamma distribution: sums of waiting times, from 0.</summary>
/// <remarks>
/// The share is the regularised incomplete gamma function: its series below the shape, the continued fraction above (Lentz's method),
/// both times x^a·e^−x / Γ(a), which <see cref="GammaFunction"/> gives without cancellation. Its inverse is <see cref="ShareInverse"/>
/// over ln x, which keeps the digits of values near 0.
/// </remarks>
internal sealed class GammaDistribution : IDistribution
{
    /// <summary>The least shape.</summary>
    public const double MinShape = 0.001;

    /// <summary>The greatest shape; from there on a normal distribution cannot be told apart.</summary>
    public const double MaxShape = 10_000;

    private const double InverseSqrtTwoPi = 0.39894228040143267794;
    private const double Least = 1e-300;

    private readonly double shape;
    private readonly double scale;
    private readonly double front;
    private readonly double logTail;

    /// <param name="shape"><see cref="MinShape"/> to <see cref="MaxShape"/>.</param>
    /// <param name="scale">Above zero; the mean is shape × scale.</param>
    public GammaDistribution(double shape, double scale)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shape, MinShape);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(shape, MaxShape);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scale);
        this.shape = shape;
        this.scale = scale;
        front = Math.Sqrt(shape) * InverseSqrtTwoPi * Transcendental.Exp(-GammaFunction.StirlingRest(shape));

        // Near 0 the share is x^a / Γ(a + 1).
        logTail = Transcendental.Log(Front(1)) + 1 - Transcendental.Log(shape);
    }

    public bool IsDiscrete => false;

    public double Quantile(double p) => p <= 0.5 ? scale * Transcendental.Exp(Lower(p)) : UpperQuantile(1 - p);

    public double UpperQuantile(double q)
    {
        if (q > 0.5)
            return scale * Transcendental.Exp(Lower(1 - q));
        return q <= 0 ? double.PositiveInfinity : scale * Transcendental.Exp(-ShareInverse.Solve(new UpperCurve(this), q, -Start(-StandardNormal.Quantile(q))));
    }

    public double Cdf(double x) => x <= 0 ? 0 : Shares(x / scale).Lower;

    public double UpperCdf(double x) => x <= 0 ? 1 : Shares(x / scale).Upper;

    // The logarithm of the standard value with a share of p below it.
    private double Lower(double p) => p <= 0 ? double.NegativeInfinity : ShareInverse.Solve(new LowerCurve(this), p, Math.Min(Start(StandardNormal.Quantile(p)), LowStart(p)));

    private double LowStart(double p) => shape < 1 ? (Transcendental.Log(p) - logTail) / shape : double.PositiveInfinity;

    // Wilson and Hilferty: the cube root is nearly normal.
    private double Start(double z)
    {
        double root = 1 - (1 / (9 * shape)) + (z / (3 * Math.Sqrt(shape)));
        return Transcendental.Log(shape * Math.Max(root * root * root, 1e-3));
    }

    // x^a·e^−x / Γ(a): the density times x.
    private double Front(double x) => front * Transcendental.Exp(-GammaFunction.Deviance(shape, x));

    private (double Lower, double Upper) Shares(double x)
    {
        if (x == 0 || double.IsInfinity(x))
            return x == 0 ? (0, 1) : (1, 0);
        double density = Front(x);
        if (x < shape + 1)
        {
            double lower = Math.Min(1, density * Series(x));
            return (lower, 1 - lower);
        }

        double upper = Math.Min(1, density * Fraction(x));
        return (1 - upper, upper);
    }

    private double Series(double x)
    {
        double term = 1 / shape;
        double sum = term;
        for (double n = shape + 1; term > sum * 1e-17; n++)
        {
            term *= x / n;
            sum += term;
        }

        return sum;
    }

    private double Fraction(double x)
    {
        double b = x + 1 - shape;
        double c = 1 / Least;
        double d = 1 / b;
        double product = d;
        for (int n = 1; ; n++)
        {
            double a = -n * (n - shape);
            b += 2;
            d = (a * d) + b;
            d = 1 / (Math.Abs(d) < Least ? Least : d);
            c = b + (a / c);
            c = Math.Abs(c) < Least ? Least : c;
            double change = c * d;
            product *= change;
            if (Math.Abs(change - 1) <= 2.3e-16)
                return product;
        }
    }

    private readonly struct LowerCurve(GammaDistribution gamma) : IShareCurve
    {
        public (double Share, double Slope) At(double t)
        {
            double x = Transcendental.Exp(t);
            return (gamma.Shares(x).Lower, gamma.Front(x));
        }
    }

    private readonly struct UpperCurve(GammaDistribution gamma) : IShareCurve
    {
        public (double Share, double Slope) At(double t)
        {
            double x = Transcendental.Exp(-t);
            return (gamma.Shares(x).Upper, gamma.Front(x));
        }
    }
}
