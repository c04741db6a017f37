namespace SynthData.Numerics;

/// <summary>Gives each row its own rank in [0, capacity), spread over all of it, for capacities of up to 128 bits.</summary>
/// <remarks>
/// Up to 2^62 a <see cref="Permutation"/>. Above, the capacity is cut into 2^62 neighbouring stretches; the row's stretch comes from
/// a permutation and its place in the stretch from a word: distinct rows have distinct stretches. Depends on key and capacity only.
/// </remarks>
internal sealed class RankPermutation
{
    private readonly StreamKey key;
    private readonly UInt128 capacity;
    private readonly Permutation permutation;

    public RankPermutation(StreamKey key, UInt128 capacity)
    {
        this.key = key;
        this.capacity = capacity;
        Count = capacity < (UInt128)Permutation.MaxCount ? (long)capacity : Permutation.MaxCount;
        permutation = new Permutation(key, Count);
    }

    /// <summary>How many rows can have a rank of their own.</summary>
    public long Count { get; }

    public UInt128 Forward(long row)
    {
        long stretch = permutation.Forward(row);
        if (capacity <= (UInt128)Permutation.MaxCount)
            return (UInt128)stretch;

        UInt128 start = Start((UInt128)stretch);
        UInt128 width = Start((UInt128)stretch + 1) - start;
        return start + Wide.Below(width, key.Word(row, 0, 1), key.Word(row, 0, 2));
    }

    // ⌊stretch × capacity / 2^62⌋ without leaving 128 bits.
    private UInt128 Start(UInt128 stretch)
    {
        UInt128 whole = capacity >> 62;
        UInt128 rest = capacity & ((UInt128)Permutation.MaxCount - 1);
        return (stretch * whole) + ((stretch * rest) >> 62);
    }
}
