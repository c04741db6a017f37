namespace SynthData.Numerics;

/// <summary>Brings numbers to a scale or a grid, half away from zero, exactly.</summary>
internal static class Rounding
{
    /// <summary>The greatest power of ten in 128 bits.</summary>
    public const int MaxPlaces = 38;

    private static readonly Int128[] Powers = MakePowers();

    /// <summary>10 to the power of <paramref name="places"/>, 0 to 38.</summary>
    public static Int128 PowerOfTen(int places) => Powers[places];

    /// <summary>Drops the last decimal places of a scaled number.</summary>
    /// <param name="value">A whole number of last places.</param>
    /// <param name="dropPlaces">How many places go, 0 or more.</param>
    public static Int128 HalfAway(Int128 value, int dropPlaces)
    {
        if (dropPlaces == 0)
            return value;
        return dropPlaces > MaxPlaces ? 0 : DivideHalfAway(value, Powers[dropPlaces]);
    }

    /// <summary>Divides and rounds half away from zero.</summary>
    /// <param name="value">Any number.</param>
    /// <param name="divisor">Above zero.</param>
    public static Int128 DivideHalfAway(Int128 value, Int128 divisor)
    {
        if (value >= long.MinValue && value <= long.MaxValue && divisor <= long.MaxValue)
            return DivideHalfAway((long)value, (long)divisor);

        (Int128 quotient, Int128 rest) = Int128.DivRem(value, divisor);
        Int128 size = rest < 0 ? -rest : rest;
        if (size < divisor - size)
            return quotient;
        return value < 0 ? quotient - 1 : quotient + 1;
    }

    /// <summary>Divides and rounds half away from zero.</summary>
    /// <param name="value">Any number.</param>
    /// <param name="divisor">Above zero.</param>
    public static long DivideHalfAway(long value, long divisor)
    {
        (long quotient, long rest) = Math.DivRem(value, divisor);
        long size = rest < 0 ? -rest : rest;
        if (size < divisor - size)
            return quotient;
        return value < 0 ? quotient - 1 : quotient + 1;
    }

    /// <summary>Changes the scale of a number, rounding half away from zero where places go.</summary>
    /// <returns>False when the result does not fit.</returns>
    public static bool TryRescale(Int128 value, int fromScale, int toScale, out Int128 scaled)
    {
        if (toScale <= fromScale)
        {
            scaled = HalfAway(value, fromScale - toScale);
            return true;
        }

        scaled = 0;
        if (value == 0)
            return true;
        int places = toScale - fromScale;
        if (places > MaxPlaces)
            return false;
        Int128 limit = Int128.MaxValue / Powers[places];
        if (value > limit || value < -limit)
            return false;
        scaled = value * Powers[places];
        return true;
    }

    /// <summary>Brings a double to a whole number of last places, half away from zero.</summary>
    /// <remarks>Exact: what is rounded is the double's own value, so 2.675, which as a double is a little less, has scale 2 at 2.67.</remarks>
    /// <param name="value">Any number.</param>
    /// <param name="scale">Places after the point, 0 to 18.</param>
    /// <param name="scaled">The number times 10^scale.</param>
    /// <returns>False when the result does not fit, or the number is not finite.</returns>
    public static bool TryToScaled(double value, int scale, out long scaled)
    {
        scaled = 0;
        if (!double.IsFinite(value))
            return false;

        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        long fraction = bits & 0xFFFFFFFFFFFFF;
        if (exponent == 0)
            exponent = 1;
        else
            fraction |= 1L << 52;
        int shift = exponent - 1075;

        UInt128 size = (UInt128)fraction * (UInt128)Powers[scale];
        if (shift >= 64 && fraction != 0)
            return false;
        if (shift > 0)
        {
            if (size > (UInt128)long.MaxValue >> shift)
                return false;
            size <<= shift;
        }
        else if (shift < 0)
        {
            size = shift < -126 ? 0 : ((size >> (-shift - 1)) + 1) >> 1;
        }

        if (size > (UInt128)long.MaxValue)
            return false;
        scaled = value < 0 ? -(long)size : (long)size;
        return true;
    }

    private static Int128[] MakePowers()
    {
        Int128[] powers = new Int128[MaxPlaces + 1];
        powers[0] = 1;
        for (int places = 1; places <= MaxPlaces; places++)
            powers[places] = powers[places - 1] * 10;
        return powers;
    }
}
