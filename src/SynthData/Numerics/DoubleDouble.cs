namespace SynthData.Numerics;

/// <summary>A number of about 106 bits as the unevaluated sum of two doubles, for the inside of <see cref="Transcendental"/>.</summary>
/// <remarks>
/// Error-free sum: Knuth 1969 (TwoSum) and Dekker 1971 (FastTwoSum); error-free product: Dekker 1971 with Veltkamp's split,
/// so that no fused multiply-add is needed. Valid while no product leaves 2^±960.
/// </remarks>
internal readonly record struct DoubleDouble(double High, double Low)
{
    private const double Splitter = (1 << 27) + 1;

    public double Value => High + Low;

    public static DoubleDouble operator +(DoubleDouble a, DoubleDouble b)
    {
        DoubleDouble sum = Sum(a.High, b.High);
        return Normalise(sum.High, sum.Low + (a.Low + b.Low));
    }

    public static DoubleDouble operator *(DoubleDouble a, DoubleDouble b)
    {
        DoubleDouble product = Product(a.High, b.High);
        return Normalise(product.High, product.Low + ((a.High * b.Low) + (a.Low * b.High)));
    }

    public static DoubleDouble operator /(DoubleDouble a, DoubleDouble b)
    {
        double quotient = a.High / b.High;
        DoubleDouble back = Product(quotient, b.High);
        double rest = (((a.High - back.High) - back.Low) + a.Low) - (quotient * b.Low);
        return Normalise(quotient, rest / b.High);
    }

    /// <summary>The exact sum of two doubles.</summary>
    public static DoubleDouble Sum(double a, double b)
    {
        double sum = a + b;
        double partOfB = sum - a;
        return new DoubleDouble(sum, (a - (sum - partOfB)) + (b - partOfB));
    }

    /// <summary>The exact product of two doubles.</summary>
    public static DoubleDouble Product(double a, double b)
    {
        double product = a * b;
        (double aHigh, double aLow) = Split(a);
        (double bHigh, double bLow) = Split(b);
        return new DoubleDouble(product, (((aHigh * bHigh) - product) + (aHigh * bLow) + (aLow * bHigh)) + (aLow * bLow));
    }

    private static DoubleDouble Normalise(double high, double low)
    {
        double sum = high + low;
        return new DoubleDouble(sum, low - (sum - high));
    }

    private static (double High, double Low) Split(double value)
    {
        double wide = Splitter * value;
        double high = wide - (wide - value);
        return (high, value - high);
    }
}
