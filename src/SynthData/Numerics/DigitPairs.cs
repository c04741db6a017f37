using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SynthData.Numerics;

/// <summary>Whole numbers as ASCII digits, two at a time.</summary>
internal static class DigitPairs
{
    /// <summary>The room that writing a number takes at most.</summary>
    public const int MaxLength = 20;

    private static ReadOnlySpan<byte> Pairs =>
        "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849"u8
        + "5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899"u8;

    private static ReadOnlySpan<ulong> Powers =>
    [
        0, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000,
        1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000,
        100_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
    ];

    /// <summary>How many digits a number has; 1 for zero.</summary>
    public static int Count(ulong value)
    {
        // log10 by log2 · 1233 / 4096, one too many where the number is below that power of ten.
        int guess = ((64 - BitOperations.LeadingZeroCount(value | 1)) * 1233) >> 12;
        return guess + 1 - (value < Powers[guess] ? 1 : 0);
    }

    /// <summary>Writes all digits of a number; gives how many.</summary>
    public static int Write(ulong value, Span<byte> target)
    {
        int count = Count(value);
        WritePadded(value, count, target);
        return count;
    }

    /// <summary>Writes the last digits of a number, with zeros in front.</summary>
    public static void WritePadded(ulong value, int count, Span<byte> target)
    {
        ref byte end = ref MemoryMarshal.GetReference(target[..count]);
        int place = count;
        while (place >= 2)
        {
            (value, ulong pair) = Math.DivRem(value, 100);
            place -= 2;
            WritePair((uint)pair, ref Unsafe.Add(ref end, place));
        }

        if (place > 0)
            end = (byte)('0' + (value % 10));
    }

    /// <summary>Writes all digits of a number as characters; gives how many.</summary>
    public static int Write(ulong value, Span<char> target)
    {
        Span<byte> digits = stackalloc byte[MaxLength];
        int count = Write(value, digits);
        for (int place = 0; place < count; place++)
            target[place] = (char)digits[place];
        return count;
    }

    /// <summary>Writes two digits.</summary>
    /// <param name="pair">0 to 99.</param>
    public static void WritePair(uint pair, Span<byte> target) => WritePair(pair, ref MemoryMarshal.GetReference(target[..2]));

    private static void WritePair(uint pair, ref byte target) =>
        Unsafe.WriteUnaligned(ref target, Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref MemoryMarshal.GetReference(Pairs), (int)pair * 2)));
}
