using System.Collections.Immutable;
using System.Numerics;

namespace SynthData.Sources.Local.Entities;

/// <summary>Picks an index with the chance its whole-number weight gives it. Immutable and thread-safe.</summary>
/// <remarks>A word is scaled to [0, total) and looked up among the running sums, from where a guide of the high bits points.</remarks>
internal sealed class WeightedTable
{
    // So many stretches for each index that few stretches hold an end, and the search is one look.
    private const int GuideBits = 3;
    private const int LeastGuideBits = 10;
    private const int MostGuideBits = 16;

    private readonly long[] ends;
    private readonly int[] guide;
    private readonly ulong total;
    private readonly int shift;

    public WeightedTable(ImmutableArray<long> weights)
    {
        ends = new long[weights.Length];
        long sum = 0;
        for (int i = 0; i < weights.Length; i++)
            ends[i] = sum += weights[i];
        total = (ulong)sum;
        int bits = Math.Clamp(BitOperations.Log2((uint)weights.Length) + 1 + GuideBits, LeastGuideBits, MostGuideBits);
        shift = Math.Max(0, 64 - BitOperations.LeadingZeroCount(total) - bits);

        guide = new int[(int)((total - 1) >> shift) + 1];
        int at = 0;
        for (int bucket = 0; bucket < guide.Length; bucket++)
        {
            while (ends[at] <= (long)bucket << shift)
                at++;
            guide[bucket] = at;
        }
    }

    public int Count => ends.Length;

    public int Pick(ulong word)
    {
        ulong target = Math.BigMul(word, total, out _);
        int at = guide[(int)(target >> shift)];
        while ((ulong)ends[at] <= target)
            at++;
        return at;
    }
}
