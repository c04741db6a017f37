using System.Globalization;
using SynthData.Numerics;

namespace SynthData.Expressions.Nodes;

internal readonly struct IntToDecimal(int scale) : IUnaryKernel<long, Int128>
{
    public bool Apply(long value, out Int128 result)
    {
        result = value * Rounding.PowerOfTen(scale);
        return true;
    }
}

internal readonly struct IntToDouble : IUnaryKernel<long, double>
{
    public bool Apply(long value, out double result)
    {
        result = value;
        return true;
    }
}

/// <summary>The nearest double.</summary>
internal readonly struct DecimalToDouble(int scale) : IUnaryKernel<Int128, double>
{
    // Up to here, and for powers of ten up to 22, both sides of the division are exact, so it rounds once.
    private const long MaxExact = 1L << 53;

    public bool Apply(Int128 value, out double result)
    {
        result = value >= -MaxExact && value <= MaxExact
            ? (double)value / (double)Rounding.PowerOfTen(scale)
            : double.Parse(Constants.Print(value, scale), CultureInfo.InvariantCulture);
        return true;
    }
}

internal readonly struct RescaleDecimal(int from, int to) : IUnaryKernel<Int128, Int128>
{
    public bool Apply(Int128 value, out Int128 result) => Rounding.TryRescale(value, from, to, out result);
}

/// <summary>Rounds half away from zero.</summary>
internal readonly struct DecimalToInt(int scale) : IUnaryKernel<Int128, long>
{
    public bool Apply(Int128 value, out long result)
    {
        Int128 whole = Rounding.HalfAway(value, scale);
        bool fits = whole >= long.MinValue && whole <= long.MaxValue;
        result = fits ? (long)whole : 0;
        return fits;
    }
}

/// <summary>Rounds half away from zero.</summary>
internal readonly struct DoubleToInt : IUnaryKernel<double, long>
{
    public bool Apply(double value, out long result)
    {
        double whole = Math.Round(value, MidpointRounding.AwayFromZero);
        bool fits = whole >= -9223372036854775808.0 && whole < 9223372036854775808.0;
        result = fits ? (long)whole : 0;
        return fits;
    }
}

/// <summary>Rounds the double's own value, half away from zero.</summary>
internal readonly struct DoubleToDecimal(int scale) : IUnaryKernel<double, Int128>
{
    public bool Apply(double value, out Int128 result)
    {
        bool fits = Rounding.TryToScaled(value, scale, out long scaled);
        result = scaled;
        return fits;
    }
}

internal readonly struct CheckInt(long low, long high) : IUnaryKernel<long, long>
{
    public bool Apply(long value, out long result)
    {
        result = value;
        return value >= low && value <= high;
    }
}

/// <summary>Refuses decimals of more digits than a type has.</summary>
internal readonly struct CheckDecimal(int precision) : IUnaryKernel<Int128, Int128>
{
    public bool Apply(Int128 value, out Int128 result)
    {
        result = value;
        Int128 limit = Rounding.PowerOfTen(precision);
        return value < limit && value > -limit;
    }
}
