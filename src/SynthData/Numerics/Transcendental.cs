using System.Runtime.Intrinsics;

namespace SynthData.Numerics;

/// <summary>Logarithm, exponential and power of + − × ÷ and square root alone, so that every machine gives the same bits.</summary>
/// <remarks>
/// <para>.NET rounds each operation to a double and never contracts a product and a sum into a fused multiply-add by itself.</para>
/// <para>
/// Logarithm: x = 2^k·m with m in [√½, √2), f = m − 1, s = f / (2 + f); ln m = 2·artanh s by its Taylor series, put together as
/// f − (f²/2 − s·(f²/2 + R)) so that f's rounding-free part stays in front (the arrangement of Sun's fdlibm, 1993).
/// Exponential: x = k·ln 2 + r, |r| ≤ ½ ln 2; r·coth(r/2) by its series in Bernoulli numbers, 2·ΣB₂ₙ·r²ⁿ/(2n)!, gives e^r as
/// 1 + r + r·c / (2 − c). Both are within one unit in the last place.
/// </para>
/// </remarks>
internal static partial class Transcendental
{
    // ln 2 in two parts: the first has 32 bits, so that its product with an exponent is exact.
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double InverseLn2 = 1.44269504088896338700;
    private const long SqrtHalfBits = 0x3FE6A09E667F3BCD;
    private const long OneBits = 0x3FF0000000000000;
    private const long FractionMask = 0x000FFFFFFFFFFFFF;
    private const double TwoTo54 = 1L << 54;
    private const double GreatestExponent = 709.782712893384;
    private const double LeastExponent = -745.1332191019412;

    /// <summary>The natural logarithm; negative infinity at 0, NaN below.</summary>
    public static double Log(double x)
    {
        if (!(x > 0) || double.IsInfinity(x))
            return x == 0 ? double.NegativeInfinity : x > 0 ? x : double.NaN;

        double k = Reduce(x, out double m);
        double f = m - 1;
        double s = f / (2 + f);
        double z = s * s;
        double w = z * z;
        double odd = z * ((2.0 / 3) + (w * ((2.0 / 7) + (w * ((2.0 / 11) + (w * ((2.0 / 15) + (w * (2.0 / 19)))))))));
        double even = w * ((2.0 / 5) + (w * ((2.0 / 9) + (w * ((2.0 / 13) + (w * ((2.0 / 17) + (w * (2.0 / 21)))))))));
        double halfSquare = 0.5 * f * f;
        return (k * Ln2High) - ((halfSquare - ((s * (halfSquare + (odd + even))) + (k * Ln2Low))) - f);
    }

    /// <summary>ln(1 + x), accurate where x is small (Kahan's correction of the rounded sum).</summary>
    public static double LogOnePlus(double x)
    {
        double sum = 1 + x;
        if (sum == 1)
            return x;
        return double.IsFinite(sum) && sum > 0 ? Log(sum) * (x / (sum - 1)) : Log(sum);
    }

    /// <summary>The exponential; 0 and infinity beyond the range of a double.</summary>
    public static double Exp(double x) => Exp(x, 0);

    /// <summary>e^x − 1, accurate where x is small (Kahan's correction of the rounded exponential).</summary>
    public static double ExpMinusOne(double x)
    {
        double power = Exp(x);
        if (power == 1)
            return x;
        double less = power - 1;
        return less == -1 || !double.IsFinite(power) ? less : less * (x / Log(power));
    }

    // e^(x + tail), where the tail is below the last place of x.
    private static double Exp(double x, double tail)
    {
        if (!(x <= GreatestExponent))
            return double.IsNaN(x) ? x : double.PositiveInfinity;
        if (x < LeastExponent)
            return 0;

        int k = (int)((x * InverseLn2) + (x < 0 ? -0.5 : 0.5));
        double high = x - (k * Ln2High);
        double low = (k * Ln2Low) - tail;
        double r = high - low;
        double z = r * r;
        double series = z * ((1.0 / 6) + (z * ((-1.0 / 360) + (z * ((1.0 / 15120) + (z * ((-1.0 / 604800)
            + (z * ((1.0 / 23950080) + (z * ((-691.0 / 653837184000) + (z * (1.0 / 37362124800)))))))))))));
        double c = r - series;
        return Scale(1 + (((r * c / (2 - c)) - low) + high), k);
    }

    /// <summary>The exponentials of numbers within ±700: the operations of the one for a single number.</summary>
    public static Vector512<double> ExpOf(Vector512<double> x)
    {
        Vector512<double> half = Vector512.ConditionalSelect(Vector512.LessThan(x, default), Vector512.Create(-0.5), Vector512.Create(0.5));
        Vector512<long> k = Vector512.ConvertToInt64((x * InverseLn2) + half);
        Vector512<double> times = Vector512.ConvertToDouble(k);
        Vector512<double> high = x - (times * Ln2High);
        Vector512<double> low = times * Ln2Low;
        Vector512<double> r = high - low;
        Vector512<double> z = r * r;
        Vector512<double> series = Vector512.Create(-691.0 / 653837184000) + (z * (1.0 / 37362124800));
        series = Vector512.Create(1.0 / 23950080) + (z * series);
        series = Vector512.Create(-1.0 / 604800) + (z * series);
        series = Vector512.Create(1.0 / 15120) + (z * series);
        series = Vector512.Create(-1.0 / 360) + (z * series);
        series = z * (Vector512.Create(1.0 / 6) + (z * series));
        Vector512<double> c = r - series;
        Vector512<double> value = Vector512.Create(1.0) + (((r * c / (Vector512.Create(2.0) - c)) - low) + high);
        return value * ((k + Vector512.Create(1023L)) << 52).AsDouble();
    }

    // x = 2^k·m with m in [√½, √2).
    private static int Reduce(double x, out double m)
    {
        int k = 0;
        if (x < 2.2250738585072014e-308)
        {
            x *= TwoTo54;
            k = -54;
        }

        long bits = BitConverter.DoubleToInt64Bits(x) + (OneBits - SqrtHalfBits);
        m = BitConverter.Int64BitsToDouble((bits & FractionMask) + SqrtHalfBits);
        return k + (int)(bits >> 52) - 1023;
    }

    // Two factors where one would not be a normal number; the last product rounds once.
    private static double Scale(double value, int k)
    {
        if (k < -1021)
            return value * PowerOfTwo(k + 128) * PowerOfTwo(-128);
        return k > 1023 ? value * PowerOfTwo(1023) * PowerOfTwo(k - 1023) : value * PowerOfTwo(k);
    }

    private static double PowerOfTwo(int k) => BitConverter.Int64BitsToDouble((long)(k + 1023) << 52);
}
