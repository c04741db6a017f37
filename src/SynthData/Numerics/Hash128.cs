using System.Runtime.InteropServices;

namespace SynthData.Numerics;

/// <summary>The 128-bit hash of one cell: of the name and type of its column, the index of its row, and its value.</summary>
/// <remarks>
/// <para>All arithmetic is modulo 2^64 on unsigned words; <c>M</c> is <see cref="StreamKey.Mix"/>. For a cell of a column with key
/// (k0, k1), row index r and payload (p0, p1):</para>
/// <code>
/// w    = M(r · 0x9E3779B97F4A7C15 + 0x2545F4914F6CDD1D)
/// low  = M(w ^ k0 ^ p0)
/// high = M(w · 0xD1B54A32D192ED03 + k1 + p1 · 0x9FB21C651E98DF25)
/// </code>
/// <para>A payload is (v, v) for the 64 bits v of bool (0 or 1), int32, int64 (sign extended), decimal (the whole number of last places),
/// double (its IEEE 754 bits), date (days), time and timestamp (microseconds); (upper half ^ M(lower half), lower half) for a UUID;
/// <see cref="Text"/> for a text; <see cref="Null"/> for null. The column's key is <see cref="Text"/> of its name, a NUL character and
/// its type as schemas write it, a decimal's without precision.</para>
/// <para>A check of equality, not of authenticity: whoever wants a collision can make one.</para>
/// </remarks>
internal readonly record struct Hash128(ulong Low, ulong High)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    /// <summary>Factors of <see cref="Cell"/>.</summary>
    public const ulong Weyl = 0xD1B54A32D192ED03;
    public const ulong Odd = 0x9FB21C651E98DF25;

    private const ulong RowOffset = 0x2545F4914F6CDD1D;
    private const ulong LowStep = 0x9DDFEA08EB382D69;
    private const ulong HighStep = 0xC2B2AE3D27D4EB4F;

    private static readonly (ulong Low, ulong High)[] Starts = [.. Enumerable.Range(0, 256).Select(StartOf)];

    /// <summary>The payload of a cell that is null.</summary>
    public static Hash128 Null => new(0x6E756C6C6E756C6C, 0x8E9DA9388E9DA938);

    /// <summary>The key of a column.</summary>
    public static Hash128 Key(string name, string type) => Text($"{name}\0{type}");

    /// <summary>The word of a row, the same for all its cells.</summary>
    public static ulong Row(long rowIndex) => StreamKey.Mix(((ulong)rowIndex * Golden) + RowOffset);

    /// <summary>The payload of 64 bits.</summary>
    public static Hash128 Word(ulong bits) => new(bits, bits);

    /// <summary>The payload of 128 bits.</summary>
    public static Hash128 Wide(UInt128 bits) => new((ulong)(bits >> 64) ^ StreamKey.Mix((ulong)bits), (ulong)bits);

    /// <summary>The payload of a text, over its UTF-16 code units.</summary>
    /// <remarks>
    /// Units are taken four at a time, the first lowest, the last word filled with zeros; the length goes in first:
    /// a = M(length + Golden), b = M(length ^ Weyl); for each word a = (a ^ word) · LowStep, a ^= a >> 32;
    /// b = (b + word) · HighStep, b ^= b >> 29.
    /// </remarks>
    public static Hash128 Text(ReadOnlySpan<char> text)
    {
        (ulong low, ulong high) = text.Length < Starts.Length ? Starts[text.Length] : StartOf(text.Length);
        if (BitConverter.IsLittleEndian && text.Length >= 4)
        {
            foreach (ulong word in MemoryMarshal.Cast<char, ulong>(text))
                Absorb(word, ref low, ref high);

            // The last units are the upper ones of the last four.
            int rest = text.Length & 3;
            if (rest > 0)
                Absorb(MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text[^4..])) >> (16 * (4 - rest)), ref low, ref high);
            return new Hash128(low, high);
        }

        while (!text.IsEmpty)
        {
            ulong word = 0;
            int taken = Math.Min(4, text.Length);
            for (int unit = 0; unit < taken; unit++)
                word |= (ulong)text[unit] << (16 * unit);
            Absorb(word, ref low, ref high);
            text = text[taken..];
        }

        return new Hash128(low, high);
    }

    /// <summary>The hash of one cell.</summary>
    public static Hash128 Cell(ulong row, Hash128 key, Hash128 payload) => new(
        StreamKey.Mix(row ^ key.Low ^ payload.Low),
        StreamKey.Mix((row * Weyl) + key.High + (payload.High * Odd)));

    public UInt128 ToUInt128() => new(High, Low);

    private static (ulong Low, ulong High) StartOf(int length) => (StreamKey.Mix((ulong)length + Golden), StreamKey.Mix((ulong)length ^ Weyl));

    private static void Absorb(ulong word, ref ulong low, ref ulong high)
    {
        low = (low ^ word) * LowStep;
        low ^= low >> 32;
        high = (high + word) * HighStep;
        high ^= high >> 29;
    }
}
