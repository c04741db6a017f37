namespace SynthData.Numerics;

/// <summary>UUIDs of version 8 (RFC 9562) from a key and a row: no two rows of a key share one.</summary>
/// <remarks>
/// A Feistel network over the 122 free bits, 60 on the left and 62 on the right, which take the row: a bijection, so unique without
/// a set, and every free bit depends on every bit of key and row.
/// </remarks>
internal sealed class Uuid8(StreamKey key)
{
    /// <summary>Rows that have a UUID: 0 to this, exclusive.</summary>
    public const long MaxRows = 1L << 62;

    private const ulong LeftMask = (1UL << 60) - 1;
    private const ulong RightMask = (1UL << 62) - 1;
    private const ulong Version = 0x8000;
    private const ulong Variant = 1UL << 63;

    private readonly ulong first = key.Word(0, 0, 0);
    private readonly ulong second = key.Word(1, 0, 0);
    private readonly ulong third = key.Word(2, 0, 0);
    private readonly ulong fourth = key.Word(3, 0, 0);

    /// <summary>The UUID of a row as its big-endian value.</summary>
    public Int128 At(long row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((ulong)row, (ulong)MaxRows, nameof(row));
        ulong right = (ulong)row;
        ulong left = Scramble(right, first) & LeftMask;
        right ^= Scramble(left, second) & RightMask;
        left ^= Scramble(right, third) & LeftMask;
        right ^= Scramble(left, fourth) & RightMask;

        ulong upper = ((left >> 12) << 16) | Version | (left & 0xFFF);
        return new Int128(upper, Variant | right);
    }

    private static ulong Scramble(ulong half, ulong roundKey) => StreamKey.Mix(half + roundKey);
}
