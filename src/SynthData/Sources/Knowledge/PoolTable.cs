using System.Collections.Immutable;
using System.Numerics;
using SynthData.Numerics;

namespace SynthData.Sources.Knowledge;

/// <summary>Spreads the entries of a pool evenly over the rows of a table, by their weights.</summary>
/// <remarks>
/// Rows are cut into blocks of a power of two. In each block a permutation gives every row a stretch of probability of its own, so that an
/// entry stands in as many rows of the block as its weight says, give or take one; within its stretch a word decides, so that weights are met
/// exactly over many blocks. The stretches of an entry count its uses, and each use takes the next variant of a permutation of the entry's
/// variants: none comes twice before all have come, as far as the rows of other pools, which take their turns too, let it.
/// </remarks>
internal sealed class PoolTable
{
    private const int LeastBlock = 16;

    private readonly StreamKey key;
    private readonly ImmutableArray<EntrySpace> entries;
    private readonly CumulativeTable shares;
    private readonly Permutation order;
    private readonly int blockBits;
    private readonly (long First, long Count)[] stretches;

    /// <param name="weights">One an entry, at least one above 0.</param>
    public PoolTable(StreamKey key, ImmutableArray<EntrySpace> entries, ReadOnlySpan<double> weights)
    {
        this.key = key;
        this.entries = entries;
        shares = new CumulativeTable(weights, 0);
        blockBits = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)Math.Max(LeastBlock, entries.Length * 2)));
        order = new Permutation(key.Derive("#order"), 1L << blockBits);
        stretches = [.. Enumerable.Range(0, entries.Length).Select(Stretches)];
    }

    /// <summary>Draws for a row. A row that is drawn again takes the place of a row far away.</summary>
    public EntryDraw Draw(long index, byte draw)
    {
        ulong at = draw == 0 ? (ulong)index : key.Word(index, draw, 0) >> 2;
        ulong number = at >> blockBits;
        ulong mask = key.Word((long)number, 0, 1);
        long place = order.Forward((long)((at ^ mask) & ((1UL << blockBits) - 1)));
        double share = (place + StreamKey.ToUniform(key.Word(index, draw, 2))) / (1L << blockBits);
        int entry = shares.Find(share);
        (long first, long uses) = stretches[entry];
        ulong use = (number * (ulong)uses) + (ulong)Math.Clamp(place - first, 0, uses - 1);
        return new EntryDraw(entries[entry], entries[entry].Variant(use));
    }

    // The stretches that an entry has a part in: the first, and how many.
    private (long First, long Count) Stretches(int entry)
    {
        long block = 1L << blockBits;
        long first = (long)((entry == 0 ? 0 : shares.Lower(entry - 1)) * block);
        long last = Math.Min((long)(shares.Lower(entry) * block), block - 1);
        return (first, last - first + 1);
    }
}
