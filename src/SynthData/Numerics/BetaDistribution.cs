namespace SynthData.Numerics;

/// <summary>The beta distribution between two ends: shares that gather near the lower end, the upper end, both or the middle.</summary>
/// <remarks>
/// The share is the regularised incomplete beta function by its continued fraction (Lentz's method) from the nearer end, times
/// x^a·(1 − x)^b / B(a, b), which <see cref="GammaFunction"/> gives without cancellation. Its inverse is <see cref="ShareInverse"/>
/// over ln(x / (1 − x)), which keeps the digits at both ends.
/// </remarks>
internal sealed class BetaDistribution : IDistribution
{
    /// <summary>The least parameter.</summary>
    public const double MinParameter = 0.001;

    /// <summary>The greatest parameter; with both from there on a normal distribution cannot be told apart.</summary>
    public const double MaxParameter = 10_000;

    private const double InverseSqrtTwoPi = 0.39894228040143267794;
    private const double Least = 1e-300;

    private readonly double alpha;
    private readonly double beta;
    private readonly double low;
    private readonly double width;
    private readonly double front;

    /// <param name="alpha"><see cref="MinParameter"/> to <see cref="MaxParameter"/>; the greater, the fewer near the lower end.</param>
    /// <param name="beta"><see cref="MinParameter"/> to <see cref="MaxParameter"/>; the greater, the fewer near the upper end.</param>
    /// <param name="low">The lower end.</param>
    /// <param name="high">The upper end, above the lower; their distance is finite.</param>
    public BetaDistribution(double alpha, double beta, double low, double high)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Math.Min(alpha, beta), MinParameter, nameof(alpha));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Max(alpha, beta), MaxParameter, nameof(beta));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(high - low, nameof(high));
        this.alpha = alpha;
        this.beta = beta;
        this.low = low;
        width = high - low;
        double sum = alpha + beta;
        front = Math.Sqrt(alpha / sum * beta) * InverseSqrtTwoPi
            * Transcendental.Exp(GammaFunction.StirlingRest(sum) - GammaFunction.StirlingRest(alpha) - GammaFunction.StirlingRest(beta));
    }

    public bool IsDiscrete => false;

    public double Quantile(double p) => p <= 0.5 ? At(Lower(p)) : At(Upper(1 - p));

    public double UpperQuantile(double q) => q <= 0.5 ? At(Upper(q)) : At(Lower(1 - q));

    public double Cdf(double x) => Shares((x - low) / width, (low + width - x) / width).Lower;

    public double UpperCdf(double x) => Shares((x - low) / width, (low + width - x) / width).Upper;

    // The logarithm of the odds at which a share is reached.
    private double Lower(double p) => p <= 0 ? double.NegativeInfinity : ShareInverse.Solve(new LowerCurve(this), p, Start(StandardNormal.Quantile(p)));

    private double Upper(double q) => q <= 0 ? double.PositiveInfinity : -ShareInverse.Solve(new UpperCurve(this), q, -Start(-StandardNormal.Quantile(q)));

    private double Start(double z) => Transcendental.Log(alpha / beta) + (z * Math.Sqrt((1 / alpha) + (1 / beta)));

    private double At(double logOdds) => logOdds < 0
        ? low + (width * Part(-logOdds))
        : low + width - (width * Part(logOdds));

    // 1 / (1 + e^t): the lesser part for the logarithm of the odds against it.
    private static double Part(double t) => 1 / (1 + Transcendental.Exp(t));

    // x^a·y^b / B(a, b) with y = 1 − x: the density times x·y.
    private double Front(double x, double y)
    {
        double sum = alpha + beta;
        return front * Transcendental.Exp(-(GammaFunction.Deviance(alpha, sum * x) + GammaFunction.Deviance(beta, sum * y)));
    }

    private (double Lower, double Upper) Shares(double x, double y)
    {
        if (x <= 0 || y <= 0)
            return x <= 0 ? (0, 1) : (1, 0);
        double density = Front(x, y);
        if (x < (alpha + 1) / (alpha + beta + 2))
        {
            double lower = Math.Min(1, density * Fraction(alpha, beta, x) / alpha);
            return (lower, 1 - lower);
        }

        double upper = Math.Min(1, density * Fraction(beta, alpha, y) / beta);
        return (1 - upper, upper);
    }

    private static double Fraction(double a, double b, double x)
    {
        double c = 1;
        double d = Inverse(1 - ((a + b) * x / (a + 1)));
        double product = d;
        for (int n = 1; ; n++)
        {
            double even = n * (b - n) * x / ((a + (2 * n) - 1) * (a + (2 * n)));
            d = Inverse(1 + (even * d));
            c = NotZero(1 + (even / c));
            product *= d * c;

            double odd = -(a + n) * (a + b + n) * x / ((a + (2 * n)) * (a + (2 * n) + 1));
            d = Inverse(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            double change = d * c;
            product *= change;
            if (Math.Abs(change - 1) <= 2.3e-16)
                return product;
        }
    }

    private static double NotZero(double value) => Math.Abs(value) < Least ? Least : value;

    private static double Inverse(double value) => 1 / NotZero(value);

    private readonly struct LowerCurve(BetaDistribution beta) : IShareCurve
    {
        public (double Share, double Slope) At(double t)
        {
            double x = Part(-t);
            double y = Part(t);
            return (beta.Shares(x, y).Lower, beta.Front(x, y));
        }
    }

    private readonly struct UpperCurve(BetaDistribution beta) : IShareCurve
    {
        public (double Share, double Slope) At(double t)
        {
            double x = Part(t);
            double y = Part(-t);
            return (beta.Shares(x, y).Upper, beta.Front(x, y));
        }
    }
}
