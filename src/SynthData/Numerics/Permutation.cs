using System.Numerics;
using System.Runtime.Intrinsics;

namespace SynthData.Numerics;

/// <summary>A keyed bijection on [0, <see cref="Count"/>), reachable at any index, both ways. Immutable and thread-safe.</summary>
/// <remarks>
/// Up to 256 elements: a shuffled table (Fisher and Yates, in Durstenfeld's order), so that every order is as likely as any
/// other. Above: a Feistel network of eight half-rounds between the upper and the lower bits of the smallest power of two that
/// holds the domain, repeated until the result is inside (cycle walking, Black and Rogaway 2002): fewer than two passes on average.
/// </remarks>
internal sealed class Permutation
{
    /// <summary>The greatest domain.</summary>
    public const long MaxCount = 1L << 62;

    private const int TableCount = 256;
    private const int Rounds = 8;
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    private readonly byte[]? forward;
    private readonly byte[]? inverse;
    private readonly ulong[] roundKeys = [];
    private readonly int lowBits;
    private readonly int highBits;

    /// <param name="key">What decides the order.</param>
    /// <param name="count">The size of the domain, 0 to <see cref="MaxCount"/>.</param>
    public Permutation(StreamKey key, long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxCount);
        Count = count;
        if (count <= TableCount)
        {
            (forward, inverse) = Shuffle(key, (int)count);
            return;
        }

        int bits = 64 - BitOperations.LeadingZeroCount((ulong)count - 1);
        highBits = bits / 2;
        lowBits = bits - highBits;
        roundKeys = new ulong[Rounds];
        for (int round = 0; round < Rounds; round++)
            roundKeys[round] = key.Word(round, 0, 0);
    }

    public long Count { get; }

    /// <summary>Where an index goes.</summary>
    public long Forward(long index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((ulong)index, (ulong)Count, nameof(index));
        if (forward is not null)
            return forward[(int)index];

        ulong value = (ulong)index;
        do
        {
            value = Encrypt(value);
        }
        while (value >= (ulong)Count);

        return (long)value;
    }

    /// <summary>Where many indices go.</summary>
    public void Forward(ReadOnlySpan<long> indices, Span<long> places)
    {
        int done = forward is null && Vector512.IsHardwareAccelerated ? ForwardEights(indices, places) : 0;
        for (int place = done; place < indices.Length; place++)
            places[place] = Forward(indices[place]);
    }

    /// <summary>Which index goes to <paramref name="index"/>.</summary>
    public long Inverse(long index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((ulong)index, (ulong)Count, nameof(index));
        if (inverse is not null)
            return inverse[(int)index];

        ulong value = (ulong)index;
        do
        {
            value = Decrypt(value);
        }
        while (value >= (ulong)Count);

        return (long)value;
    }

    private static (byte[] Forward, byte[] Inverse) Shuffle(StreamKey key, int count)
    {
        byte[] forward = new byte[count];
        for (int i = 0; i < count; i++)
            forward[i] = (byte)i;
        for (int i = count - 1; i > 0; i--)
        {
            int other = (int)key.Below((ulong)i + 1, i, 0, 0);
            (forward[i], forward[other]) = (forward[other], forward[i]);
        }

        byte[] inverse = new byte[count];
        for (int i = 0; i < count; i++)
            inverse[forward[i]] = (byte)i;
        return (forward, inverse);
    }

    private ulong Encrypt(ulong value)
    {
        ulong low = value & ((1UL << lowBits) - 1);
        ulong high = value >> lowBits;
        for (int round = 0; round < Rounds; round += 2)
        {
            low ^= Scramble(high, roundKeys[round]) >> (64 - lowBits);
            high ^= Scramble(low, roundKeys[round + 1]) >> (64 - highBits);
        }

        return (high << lowBits) | low;
    }

    private int ForwardEights(ReadOnlySpan<long> indices, Span<long> places)
    {
        int place = 0;
        for (; place <= indices.Length - Vector512<ulong>.Count; place += Vector512<ulong>.Count)
        {
            Vector512<ulong> values = Vector512.Create(indices[place..]).AsUInt64();
            if (Vector512.GreaterThanOrEqualAny(values, Vector512.Create((ulong)Count)))
                break;                                              // refused one by one
            values = Encrypt(values);
            values.AsInt64().CopyTo(places[place..]);
            if (Vector512.LessThanAll(values, Vector512.Create((ulong)Count)))
                continue;
            for (int lane = place; lane < place + Vector512<ulong>.Count; lane++)
                places[lane] = Forward(indices[lane]);
        }

        return place;
    }

    private Vector512<ulong> Encrypt(Vector512<ulong> value)
    {
        Vector512<ulong> low = value & Vector512.Create((1UL << lowBits) - 1);
        Vector512<ulong> high = value >>> lowBits;
        for (int round = 0; round < Rounds; round += 2)
        {
            low ^= Scramble(high, roundKeys[round]) >>> (64 - lowBits);
            high ^= Scramble(low, roundKeys[round + 1]) >>> (64 - highBits);
        }

        return (high << lowBits) | low;
    }

    private static Vector512<ulong> Scramble(Vector512<ulong> half, ulong key)
    {
        Vector512<ulong> x = (half ^ Vector512.Create(key)) * Multiplier;
        return (x ^ (x >>> 32)) * Multiplier;
    }

    private ulong Decrypt(ulong value)
    {
        ulong low = value & ((1UL << lowBits) - 1);
        ulong high = value >> lowBits;
        for (int round = Rounds - 2; round >= 0; round -= 2)
        {
            high ^= Scramble(low, roundKeys[round + 1]) >> (64 - highBits);
            low ^= Scramble(high, roundKeys[round]) >> (64 - lowBits);
        }

        return (high << lowBits) | low;
    }

    // The upper bits of a product depend on all bits below them; the fold between makes that true of the key's bits too.
    private static ulong Scramble(ulong half, ulong key)
    {
        ulong x = (half ^ key) * Multiplier;
        return (x ^ (x >> 32)) * Multiplier;
    }
}
