using SynthData.Numerics;

namespace SynthData.Expressions.Nodes;

/// <summary>Decimals as whole numbers of last places in 128 bits, both sides of one scale; no value where the result does not fit.</summary>
internal readonly struct AddDecimal : IBinaryKernel<Int128, Int128, Int128>
{
    public bool Apply(Int128 left, Int128 right, out Int128 result)
    {
        result = unchecked(left + right);
        return Int128.IsPositive((left ^ result) & (right ^ result));
    }
}

internal readonly struct SubtractDecimal : IBinaryKernel<Int128, Int128, Int128>
{
    public bool Apply(Int128 left, Int128 right, out Int128 result)
    {
        result = unchecked(left - right);
        return Int128.IsPositive((left ^ right) & (left ^ result));
    }
}

/// <summary>The product has the places of both sides; those above 18 are rounded away.</summary>
internal readonly struct MultiplyDecimal(int dropPlaces) : IBinaryKernel<Int128, Int128, Int128>
{
    public bool Apply(Int128 left, Int128 right, out Int128 result)
    {
        bool isShort = left >= long.MinValue && left <= long.MaxValue && right >= long.MinValue && right <= long.MaxValue;
        bool fits = isShort || right == 0 || (left != Int128.MinValue && right != Int128.MinValue && Int128.Abs(left) <= Int128.MaxValue / Int128.Abs(right));
        result = fits ? Rounding.HalfAway(left * right, dropPlaces) : 0;
        return fits;
    }
}

internal readonly struct RemainderDecimal : IBinaryKernel<Int128, Int128, Int128>
{
    public bool Apply(Int128 left, Int128 right, out Int128 result)
    {
        result = right == 0 || right == -1 ? 0 : left % right;
        return right != 0;
    }
}

internal readonly struct NegateDecimal : IUnaryKernel<Int128, Int128>
{
    public bool Apply(Int128 value, out Int128 result)
    {
        result = unchecked(-value);
        return value != Int128.MinValue;
    }
}

internal readonly struct AbsDecimal : IUnaryKernel<Int128, Int128>
{
    public bool Apply(Int128 value, out Int128 result)
    {
        result = value < 0 ? unchecked(-value) : value;
        return value != Int128.MinValue;
    }
}

internal readonly struct SignDecimal : IUnaryKernel<Int128, long>
{
    public bool Apply(Int128 value, out long result)
    {
        result = Int128.Sign(value);
        return true;
    }
}

/// <summary>Brings a decimal to a scale, half away from zero, and back to another.</summary>
internal readonly struct RoundDecimal(int from, int at, int to) : IUnaryKernel<Int128, Int128>
{
    public bool Apply(Int128 value, out Int128 result) =>
        Rounding.TryRescale(value, from, Math.Min(from, at), out Int128 rounded) & Rounding.TryRescale(rounded, Math.Min(from, at), to, out result);
}

/// <summary>The whole number below or above.</summary>
internal readonly struct FloorDecimal(int scale, bool isCeiling) : IUnaryKernel<Int128, Int128>
{
    public bool Apply(Int128 value, out Int128 result)
    {
        (result, Int128 rest) = Int128.DivRem(value, Rounding.PowerOfTen(scale));
        if (rest < 0 && !isCeiling)
            result--;
        if (rest > 0 && isCeiling)
            result++;
        return true;
    }
}
