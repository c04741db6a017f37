using System.Numerics;
using System.Text;

namespace SynthData.Numerics;

/// <summary>A named stream of random words with random access: <c>bits = mix(key(seed, generator, table, stream), row, draw, word)</c>.</summary>
/// <remarks>
/// Streams are named, never positional, so that a new column moves no other. The mixer is two rounds of the
/// finaliser "moremur" (Pelle Evensen 2019, after Stafford's variant 13 of MurmurHash3), each a bijection of 64 bits.
/// </remarks>
internal readonly record struct StreamKey(ulong First, ulong Second)
{
    /// <summary>What row indices are multiplied with.</summary>
    public const ulong Golden = 0x9E3779B97F4A7C15;
    /// <summary>The factors of the mixer.</summary>
    public const ulong FirstFactor = 0x3C79AC492BA7B653;
    public const ulong SecondFactor = 0x1C69B3F74AC4AE35;

    private const ulong Weyl = 0xD1B54A32D192ED03;

    /// <summary>Derives a stream's key from the run's seed and the names that define it.</summary>
    public static StreamKey For(ulong seed, int generator, string table, string stream)
    {
        ulong first = Mix(seed ^ Golden);
        ulong second = Mix(seed + (Weyl * (ulong)generator));
        return new StreamKey(first, second).Absorb(table).Absorb(stream);
    }

    /// <summary>Derives the key of a stream inside this one.</summary>
    public StreamKey Derive(string name) => Absorb(name);

    /// <summary>The 64 bits of one row, draw and word.</summary>
    public ulong Word(long rowIndex, byte draw, uint word)
    {
        ulong bits = Mix(First + ((ulong)rowIndex * Golden));
        return Mix(bits ^ SecondOf(draw, word));
    }

    /// <summary>What is mixed into a row's bits for one of its draws and words.</summary>
    public ulong SecondOf(byte draw, uint word) => Second + (((((ulong)draw) << 32) | word) * Weyl);

    /// <summary>A uniform number in (0, 1), see <see cref="ToUniform"/>.</summary>
    public double Uniform(long rowIndex, byte draw, uint word) => ToUniform(Word(rowIndex, draw, word));

    /// <summary>A whole number in [0, <paramref name="width"/>), by multiplication (Lemire 2019, without the rejection step).</summary>
    /// <remarks>The bias is below width / 2^64: under 2^-32 for widths below 2^32.</remarks>
    public ulong Below(ulong width, long rowIndex, byte draw, uint word) => Math.BigMul(Word(rowIndex, draw, word), width, out _);

    /// <summary>A uniform number of 53 bits in (0, 1): odd multiples of 2^-53, so never 0 or 1, and 1 − u is exact.</summary>
    /// <remarks>The midpoints of 2^53 cells would need 54 bits: the last of them rounds to 1.</remarks>
    public static double ToUniform(ulong word) => ((word >> 11) | 1) * (1.0 / (1UL << 53));

    public static ulong Mix(ulong x)
    {
        x ^= x >> 27;
        x *= FirstFactor;
        x ^= x >> 33;
        x *= SecondFactor;
        return x ^ (x >> 27);
    }

    // Each name ends with its length, so that ("ab", "c") and ("a", "bc") differ.
    private StreamKey Absorb(string name)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(name);
        ulong first = First;
        ulong second = Second;
        foreach (byte value in bytes)
        {
            first = Mix(first ^ value);
            second = Mix(BitOperations.RotateLeft(second, 9) + value + Golden);
        }

        return new StreamKey(Mix(first ^ ((ulong)bytes.Length * Weyl)), Mix(second + (ulong)bytes.Length));
    }
}
