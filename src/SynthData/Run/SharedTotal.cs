using SynthData.Numerics;

namespace SynthData.Run;

/// <summary>Shares a number of children among parents in proportion to the counts that they drew: largest remainders.</summary>
/// <remarks>
/// What is left over by rounding down depends on the count alone, so that only the counts that occur are kept, and not the parents. Of
/// the parents of the last count that gets one more, a permutation of them says which.
/// </remarks>
internal sealed class SharedTotal(long total, StreamKey key)
{
    private readonly SortedDictionary<long, long> parents = [];
    private readonly Dictionary<long, long> shares = [];
    private long dividedCount = -1;
    private long receiving;
    private Permutation? order;

    /// <summary>Takes the counts of some parents.</summary>
    public void Add(ReadOnlySpan<long> counts)
    {
        foreach (long count in counts)
            parents[count] = parents.GetValueOrDefault(count) + 1;
    }

    /// <summary>Decides the shares, all counts having been taken; false where no parent can have one.</summary>
    public bool TryClose()
    {
        UInt128 weight = 0;
        foreach ((long count, long holders) in parents)
            weight += (UInt128)count * (UInt128)holders;
        if (weight == 0)
            return total == 0;

        long left = total;
        foreach ((long count, long holders) in parents)
        {
            shares[count] = (long)((UInt128)total * (UInt128)count / weight);
            left -= shares[count] * holders;
        }

        IEnumerable<long> byRemainder = parents.Keys.OrderByDescending(count => (UInt128)total * (UInt128)count % weight).ThenByDescending(count => count);
        foreach (long count in byRemainder)
        {
            long holders = parents[count];
            if (left < holders)
            {
                (dividedCount, receiving, order) = (count, left, new Permutation(key, holders));
                break;
            }

            shares[count]++;
            left -= holders;
        }

        return true;
    }

    /// <summary>How many of some parents have the count of which only a part get one more.</summary>
    public long Divided(ReadOnlySpan<long> counts) => counts.Count(dividedCount);

    /// <summary>Puts each parent's share in place of its count.</summary>
    /// <param name="dividedBefore">What <see cref="Divided"/> gives for all parents before these.</param>
    public void Share(Span<long> counts, long dividedBefore)
    {
        for (int parent = 0; parent < counts.Length; parent++)
        {
            bool isDivided = counts[parent] == dividedCount;
            counts[parent] = shares.GetValueOrDefault(counts[parent]);
            if (isDivided && order!.Forward(dividedBefore++) < receiving)
                counts[parent]++;
        }
    }
}
