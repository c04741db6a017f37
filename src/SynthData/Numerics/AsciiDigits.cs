using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SynthData.Numerics;

/// <summary>Whole numbers as ASCII digits, eight at a time.</summary>
/// <remarks>Writes whole groups of eight: what stands behind the digits within the room asked for is undefined afterwards.</remarks>
internal static class AsciiDigits
{
    /// <summary>The room that writing a number takes at most.</summary>
    public const int MaxLength = 32;

    private const ulong Zeros = 0x3030_3030_3030_3030;
    private const ulong EightPlaces = 100_000_000;

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
    /// <param name="target">At least <see cref="MaxLength"/> bytes.</param>
    public static int Write(ulong value, Span<byte> target)
    {
        if (value < EightPlaces)
        {
            ulong digits = Eight((uint)value);
            int count = 8 - Math.Min(BitOperations.TrailingZeroCount(digits) >> 3, 7);
            BinaryPrimitives.WriteUInt64LittleEndian(target, (digits | Zeros) >> (8 * (8 - count)));
            return count;
        }

        (ulong head, ulong tail) = Math.DivRem(value, EightPlaces);
        int written = Write(head, target);
        BinaryPrimitives.WriteUInt64LittleEndian(target[written..], Eight((uint)tail) | Zeros);
        return written + 8;
    }

    /// <summary>Writes the last digits of a number, with zeros in front.</summary>
    /// <param name="count">1 to 20.</param>
    /// <param name="target">At least <see cref="MaxLength"/> bytes.</param>
    public static void WritePadded(ulong value, int count, Span<byte> target)
    {
        if (count <= 8)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(target, (Eight((uint)(value % EightPlaces)) | Zeros) >> (8 * (8 - count)));
            return;
        }

        (ulong head, ulong tail) = Math.DivRem(value, EightPlaces);
        WritePadded(head, count - 8, target);
        BinaryPrimitives.WriteUInt64LittleEndian(target[(count - 8)..], Eight((uint)tail) | Zeros);
    }

    /// <summary>Writes all digits of a number as characters; gives how many.</summary>
    /// <param name="target">At least <see cref="MaxLength"/> characters.</param>
    public static int Write(ulong value, Span<char> target)
    {
        Span<byte> digits = stackalloc byte[MaxLength];
        int count = Write(value, digits);
        Vector128<ushort> first = Vector128.WidenLower(Vector128.Create<byte>(digits));
        first.AsByte().CopyTo(MemoryMarshal.AsBytes(target));
        for (int place = 8; place < count; place++)
            target[place] = (char)digits[place];
        return count;
    }

    /// <summary>Eight digits with zeros in front, 0 to 9 in each byte, the first one lowest.</summary>
    /// <param name="value">Below 10^8.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Eight(uint value)
    {
        // Two groups of four digits side by side, then four of two, then eight of one; each division is a product and a shift.
        (uint head, uint tail) = Math.DivRem(value, 10_000);
        ulong fours = head | ((ulong)tail << 32);
        ulong hundreds = ((fours * 10_486) >> 20) & 0x0000_007F_0000_007F;
        ulong twos = hundreds + ((fours - (100 * hundreds)) << 16);
        ulong tens = ((twos * 103) >> 10) & 0x000F_000F_000F_000F;
        return tens + ((twos - (10 * tens)) << 8);
    }
}
