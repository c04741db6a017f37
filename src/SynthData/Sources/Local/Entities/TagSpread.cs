namespace SynthData.Sources.Local.Entities;

/// <summary>Spreads the numbers below a capacity over all of it, one to one, so that few tags do not share their leading digits.</summary>
internal sealed class TagSpread
{
    private readonly ulong capacity;
    private readonly ulong factor;

    public TagSpread(long capacity)
    {
        // The golden section of the capacity, or the next number that shares no divisor with it.
        long candidate = (long)((Int128)capacity * 618_033_989 / 1_000_000_000) | 1;
        while (Divisor(candidate, capacity) != 1)
            candidate += 2;
        (this.capacity, factor) = ((ulong)capacity, (ulong)candidate);
    }

    public long Place(long tag)
    {
        ulong high = Math.BigMul((ulong)tag, factor, out ulong low);
        return high == 0 ? (long)(low % capacity) : (long)(new UInt128(high, low) % capacity);
    }

    private static long Divisor(long a, long b)
    {
        while (b != 0)
            (a, b) = (b, a % b);
        return a;
    }
}
