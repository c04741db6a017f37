namespace SynthData.Numerics;

internal static partial class Transcendental
{
    private const double GreatestWholePower = 1024;
    private static readonly DoubleDouble Third = new DoubleDouble(1, 0) / new DoubleDouble(3, 0);
    private static readonly DoubleDouble Fifth = new DoubleDouble(1, 0) / new DoubleDouble(5, 0);

    /// <summary>x to the power y, with the special cases of IEEE 754's <c>pow</c>.</summary>
    /// <remarks>
    /// e^(y·ln x) with the logarithm to about 66 bits; a whole power of moderate size by repeated squaring in 106 bits,
    /// so that what is a double (10², 1.5³) comes out exact.
    /// </remarks>
    public static double Power(double x, double y)
    {
        if (y == 0 || x == 1)
            return 1;
        if (double.IsNaN(x) || double.IsNaN(y))
            return double.NaN;
        if (double.IsInfinity(y))
            return InfinitePower(Math.Abs(x), y > 0);

        bool isWhole = Math.Floor(y) == y;
        bool isOdd = isWhole && Math.Abs(y) < 9007199254740992 && ((long)y & 1) != 0;
        if (x == 0 || double.IsInfinity(x))
        {
            double size = (x == 0) == (y > 0) ? 0 : double.PositiveInfinity;
            return isOdd && double.IsNegative(x) ? -size : size;
        }

        if (x < 0 && !isWhole)
            return double.NaN;
        double magnitude = PositivePower(Math.Abs(x), y, isWhole);
        return x < 0 && isOdd ? -magnitude : magnitude;
    }

    private static double InfinitePower(double magnitude, bool isGrowing)
    {
        if (magnitude == 1)
            return 1;
        return magnitude > 1 == isGrowing ? double.PositiveInfinity : 0;
    }

    private static double PositivePower(double x, double y, bool isWhole)
    {
        if (x == 1)
            return 1;
        if (y == 0.5)
            return Math.Sqrt(x);
        DoubleDouble log = LogWide(x);
        double estimate = y * log.High;
        if (!(Math.Abs(estimate) < 800))
            return estimate > 0 ? double.PositiveInfinity : 0;
        if (isWhole && Math.Abs(y) <= GreatestWholePower && Math.Abs(estimate) < 600)
            return WholePower(x, (int)y);

        DoubleDouble exponent = DoubleDouble.Product(y, log.High) + new DoubleDouble(y * log.Low, 0);
        return Exp(exponent.High, exponent.Low);
    }

    private static double WholePower(double x, int y)
    {
        DoubleDouble square = new(x, 0);
        DoubleDouble power = new(1, 0);
        for (int rest = Math.Abs(y); ;)
        {
            if ((rest & 1) != 0)
                power *= square;
            rest >>= 1;
            if (rest == 0)
                break;
            square *= square;
        }

        return y > 0 ? power.Value : (new DoubleDouble(1, 0) / power).Value;
    }

    // As Log, with the first terms of the series in double-double: the rest are below 2^-15 of the sum.
    private static DoubleDouble LogWide(double x)
    {
        double k = Reduce(x, out double m);
        DoubleDouble s = new DoubleDouble(m - 1, 0) / DoubleDouble.Sum(m, 1);
        DoubleDouble z = s * s;
        double w = z.High;
        double rest = (1.0 / 7) + (w * ((1.0 / 9) + (w * ((1.0 / 11) + (w * ((1.0 / 13) + (w * ((1.0 / 15)
            + (w * ((1.0 / 17) + (w * ((1.0 / 19) + (w * ((1.0 / 21) + (w * (1.0 / 23))))))))))))))));
        DoubleDouble series = z * (Third + (z * (Fifth + (z * new DoubleDouble(rest, 0)))));
        DoubleDouble half = s + (s * series);
        DoubleDouble log = new(2 * half.High, 2 * half.Low);
        return new DoubleDouble(k * Ln2High, 0) + (log + new DoubleDouble(k * Ln2Low, 0));
    }
}
