using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SynthData.Numerics;

/// <summary>The standard normal distribution, with small relative error out to the ends of what a double holds.</summary>
/// <remarks>
/// Quantile: M. J. Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37 (1988), relative error some 10^-16. Distribution
/// function: W. J. Cody, Rational Chebyshev approximations for the error function, Math. Comp. 23 (1969), in the form of his
/// ANORM (specfun, 1992). The coefficients are those publications'; the code is our own.
/// </remarks>
internal static class StandardNormal
{
    private const double InverseSqrtTwoPi = 0.39894228040143267794;

    /// <summary>The value with a share of <paramref name="p"/> below; infinite at 0 and 1.</summary>
    public static double Quantile(double p)
    {
        double q = p - 0.5;
        if (Math.Abs(q) <= 0.425)
            return Central(q);
        if (!(p > 0 && p < 1))
            return p <= 0 ? double.NegativeInfinity : p >= 1 ? double.PositiveInfinity : double.NaN;

        double r = Math.Sqrt(-Transcendental.Log(q < 0 ? p : 1 - p));
        double size = r <= 5 ? Tail(r - 1.6) : FarTail(r - 5);
        return q < 0 ? -size : size;
    }

    /// <summary>The share below a value; the share above it is <c>Cdf(-x)</c>.</summary>
    public static double Cdf(double x)
    {
        double size = Math.Abs(x);
        if (size <= 0.67448975)
            return 0.5 + (x * Inside(x * x));
        double outside = Density(size) * (size <= 5.65685424949238 ? Middle(size) : Outside(size));
        return x < 0 ? outside : 1 - outside;
    }

    // e^(−x²/2) with x cut to sixteenths, so that its square is exact.
    private static double Density(double x)
    {
        if (x > 40)
            return 0;
        double cut = Math.Floor(x * 16) / 16;
        return Transcendental.Exp(-0.5 * cut * cut) * Transcendental.Exp(-0.5 * (x - cut) * (x + cut));
    }

    private static double Inside(double z) =>
        ((((((((0.065682337918207449113 * z) + 2.2352520354606839287) * z) + 161.02823106855587881) * z) + 1067.6894854603709582) * z)
            + 18154.981253343561249)
        / (((((((z + 47.20258190468824187) * z) + 976.09855173777669322) * z) + 10260.932208618978205) * z) + 45507.789335026729956);

    private static double Middle(double x) =>
        ((Horner(
            x, 1.0765576773720192317e-8, 0.39894151208813466764, 8.8831497943883759412, 93.506656132177855979,
            597.27027639480026226, 2494.5375852903726711, 6848.1904505362823326, 11602.651437647350124) * x) + 9842.7148383839780218)
        / ((Horner(
            x, 1, 22.266688044328115691, 235.38790178262499861, 1519.377599407554805,
            6485.558298266760755, 18615.571640885098091, 34900.952721145977266, 38912.003286093271411) * x) + 19685.429676859990727);

    private static double Outside(double x)
    {
        double z = 1 / (x * x);
        double above = Horner(
            z, 0, 0, 0.02307344176494017303, 0.21589853405795699, 0.1274011611602473639,
            0.022235277870649807, 0.001421619193227893466, 2.9112874951168792e-5);
        double below = Horner(
            z, 0, 0, 1, 1.28426009614491121, 0.468238212480865118,
            0.0659881378689285515, 0.00378239633202758244, 7.29751555083966205e-5);
        return (InverseSqrtTwoPi - (z * above / below)) / x;
    }

    private static double Central(double q)
    {
        double r = 0.180625 - (q * q);
        return q * Horner(
            r, 2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4, 4.5921953931549871457e+4,
            1.3731693765509461125e+4, 1.9715909503065514427e+3, 1.3314166789178437745e+2, 3.3871328727963666080e+0)
        / Horner(
            r, 5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4, 2.1213794301586595867e+4,
            5.3941960214247511077e+3, 6.8718700749205790830e+2, 4.2313330701600911252e+1, 1);
    }

    /// <summary>The quantiles at 0.5 + q, where q is within ±0.425: the operations of the one for a single number.</summary>
    public static Vector512<double> Central(Vector512<double> q)
    {
        Vector512<double> r = Vector512.Create(0.180625) - (q * q);
        Vector512<double> above = Horner(
            r, 2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4, 4.5921953931549871457e+4,
            1.3731693765509461125e+4, 1.9715909503065514427e+3, 1.3314166789178437745e+2, 3.3871328727963666080e+0);
        return q * above / Horner(
            r, 5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4, 2.1213794301586595867e+4,
            5.3941960214247511077e+3, 6.8718700749205790830e+2, 4.2313330701600911252e+1, 1);
    }

    private static double Tail(double r) =>
        Horner(
            r, 7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e+0,
            3.64784832476320460504e+0, 5.76949722146069140550e+0, 4.63033784615654529590e+0, 1.42343711074968357734e+0)
        / Horner(
            r, 1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
            6.89767334985100004550e-1, 1.67638483018380384940e+0, 2.05319162663775882187e+0, 1);

    private static double FarTail(double r) =>
        Horner(
            r, 2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
            2.96560571828504891230e-1, 1.78482653991729133580e+0, 5.46378491116411436990e+0, 6.65790464350110377720e+0)
        / Horner(
            r, 2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
            1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1);

    // Degree seven, the highest power first.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Horner(double x, double c7, double c6, double c5, double c4, double c3, double c2, double c1, double c0) =>
        (((((((((((((c7 * x) + c6) * x) + c5) * x) + c4) * x) + c3) * x) + c2) * x) + c1) * x) + c0;

    private static Vector512<double> Horner(
        Vector512<double> x, double c7, double c6, double c5, double c4, double c3, double c2, double c1, double c0)
    {
        Vector512<double> sum = (Vector512.Create(c7) * x) + Vector512.Create(c6);
        sum = (sum * x) + Vector512.Create(c5);
        sum = (sum * x) + Vector512.Create(c4);
        sum = (sum * x) + Vector512.Create(c3);
        sum = (sum * x) + Vector512.Create(c2);
        sum = (sum * x) + Vector512.Create(c1);
        return (sum * x) + Vector512.Create(c0);
    }
}
