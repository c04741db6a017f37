using System.Globalization;
using System.Numerics;

namespace SynthData.Numerics;

/// <summary>Doubles as the shortest digits that give them back, the nearest of those, spelled as .NET's format <c>R</c> spells them.</summary>
/// <remarks>
/// Digits: R. Giulietti, "The Schubfach way to render doubles" (2020): one multiplication by a power of ten of 126 bits for the number
/// and one for each end of the interval that rounds to it. Numbers written with an exponent, and zero, are left to .NET.
/// </remarks>
internal static class ShortestDouble
{
    /// <summary>The room a number takes at most.</summary>
    public const int MaxLength = 48;

    private const int LeastPower = -324;
    private const int GreatestPower = 292;
    private const long HiddenBit = 1L << 52;
    private const ulong Mask63 = (1UL << 63) - 1;

    private static readonly Lazy<(ulong High, ulong Low)[]> Powers = new(MakePowers);

    /// <summary>Writes a finite number; gives the length.</summary>
    /// <param name="target">At least <see cref="MaxLength"/> bytes.</param>
    public static int Write(double value, Span<byte> target)
    {
        double size = Math.Abs(value);
        if (!(size >= 1e-4 && size < 1e15))
        {
            value.TryFormat(target, out int written, "R", CultureInfo.InvariantCulture);
            return written;
        }

        int start = 0;
        if (value < 0)
            target[start++] = (byte)'-';
        ulong digits = DigitsOf(BitConverter.DoubleToInt64Bits(size), out int exponent);
        return start + Spell(digits, exponent, target[start..]);
    }

    // The number is the digits times ten to the exponent.
    private static ulong DigitsOf(long bits, out int exponent)
    {
        long fraction = bits & (HiddenBit - 1);
        int power = (int)(bits >> 52) - 1075;
        long c = fraction | HiddenBit;
        if (power is < 0 and > -53 && (c & ((1L << -power) - 1)) == 0)
        {
            exponent = 0;
            return (ulong)c >> -power;
        }

        // The interval is a quarter shorter below a power of two.
        bool isRegular = fraction != 0;
        int k = (int)(isRegular ? (power * 661_971_961_083L) >> 41 : ((power * 661_971_961_083L) - 274_743_187_321L) >> 41);
        int shift = power + (int)((-k * 913_124_641_741L) >> 38) + 2;
        (ulong high, ulong low) = Powers.Value[k - LeastPower];
        ulong odd = (ulong)c & 1;
        ulong middle = (ulong)c << 2;
        ulong vb = RoundToOdd(high, low, middle << shift);
        ulong below = RoundToOdd(high, low, (middle - (isRegular ? 2UL : 1UL)) << shift) + odd;
        ulong above = RoundToOdd(high, low, (middle + 2) << shift);

        ulong s = vb >> 2;
        exponent = k;
        ulong shorter = s / 10 * 10;
        bool isLowIn = below <= shorter << 2;
        bool isHighIn = ((shorter + 10) << 2) + odd <= above;
        if (isLowIn != isHighIn)
            return isLowIn ? shorter : shorter + 10;
        isLowIn = below <= s << 2;
        isHighIn = ((s + 1) << 2) + odd <= above;
        if (isLowIn != isHighIn)
            return isLowIn ? s : s + 1;
        long nearer = (long)(vb - ((s + s + 1) << 1));
        return nearer < 0 || (nearer == 0 && (s & 1) == 0) ? s : s + 1;
    }

    private static ulong RoundToOdd(ulong high, ulong low, ulong factor)
    {
        ulong x = Math.BigMul(low, factor, out _);
        ulong y = Math.BigMul(high, factor, out ulong yLow);
        ulong z = (yLow >> 1) + x;
        return (y + (z >> 63)) | (((z & Mask63) + Mask63) >> 63);
    }

    private static int Spell(ulong digits, int exponent, Span<byte> target)
    {
        (digits, exponent) = WithoutZeros(digits, exponent);
        int count = AsciiDigits.Count(digits);
        int point = count + exponent;
        if (point <= 0)
        {
            "0.0000"u8.CopyTo(target);
            AsciiDigits.WritePadded(digits, count, target[(2 - point)..]);
            return 2 - point + count;
        }

        AsciiDigits.WritePadded(digits, count, target);
        if (point >= count)
        {
            target[count..point].Fill((byte)'0');
            return point;
        }

        target[point..count].CopyTo(target[(point + 1)..]);
        target[point] = (byte)'.';
        return count + 1;
    }

    private static (ulong Digits, int Exponent) WithoutZeros(ulong digits, int exponent)
    {
        while (exponent < 0)
        {
            (ulong shorter, ulong last) = Math.DivRem(digits, 10);
            if (last != 0)
                break;
            (digits, exponent) = (shorter, exponent + 1);
        }

        return (digits, exponent);
    }

    // 10^-k in 126 bits, rounded up.
    private static (ulong High, ulong Low)[] MakePowers()
    {
        var powers = new (ulong High, ulong Low)[GreatestPower - LeastPower + 1];
        for (int k = LeastPower; k <= GreatestPower; k++)
        {
            int bits = (int)((-k * 913_124_641_741L) >> 38) - 125;
            BigInteger power = BigInteger.Pow(10, Math.Abs(k));
            BigInteger scaled = k <= 0
                ? bits >= 0 ? power >> bits : power << -bits
                : (BigInteger.One << -bits) / power;
            scaled += 1;
            powers[k - LeastPower] = ((ulong)(scaled >> 63), (ulong)(scaled & Mask63));
        }

        return powers;
    }
}
