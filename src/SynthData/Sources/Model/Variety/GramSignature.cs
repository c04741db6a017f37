using System.Numerics;

namespace SynthData.Sources.Model.Variety;

/// <summary>A set of grams in 256 bits, by which most sets that have little in common are told apart at once (Sandes et al. 2020, "bitmap filter").</summary>
internal readonly record struct GramSignature(ulong First, ulong Second, ulong Third, ulong Fourth)
{
    private const uint Golden = 0x9E3779B9;

    public static GramSignature Of(ReadOnlySpan<int> grams)
    {
        Span<ulong> bits = stackalloc ulong[4];
        foreach (int gram in grams)
        {
            uint bit = ((uint)gram * Golden) >> 24;
            bits[(int)(bit >> 6)] |= 1UL << (int)(bit & 63);
        }

        return new GramSignature(bits[0], bits[1], bits[2], bits[3]);
    }

    /// <summary>No more grams than this are in both sets: each bit that differs is a gram of one of them alone.</summary>
    public int MostCommon(GramSignature other, int size, int otherSize)
    {
        int apart = BitOperations.PopCount(First ^ other.First) + BitOperations.PopCount(Second ^ other.Second)
            + BitOperations.PopCount(Third ^ other.Third) + BitOperations.PopCount(Fourth ^ other.Fourth);
        return (size + otherSize - apart) / 2;
    }
}
