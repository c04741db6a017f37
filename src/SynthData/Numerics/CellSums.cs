using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SynthData.Numerics;

/// <summary>Sums of <see cref="Hash128.Cell"/> over the cells of a column, modulo 2^128.</summary>
/// <remarks>Eight cells at a time where the processor multiplies eight words at once: each lane has a sum and counts its carries.</remarks>
internal static class CellSums
{
    /// <param name="rows">The word of each row.</param>
    /// <param name="key">The column's key.</param>
    /// <param name="lows">The lower halves of the payloads.</param>
    /// <param name="highs">The upper halves.</param>
    public static UInt128 Of(ReadOnlySpan<ulong> rows, Hash128 key, ReadOnlySpan<ulong> lows, ReadOnlySpan<ulong> highs)
    {
        lows = lows[..rows.Length];
        highs = highs[..rows.Length];
        int done = 0;
        UInt128 sum = Vector512.IsHardwareAccelerated ? OfEights(rows, key, lows, highs, out done) : 0;
        ulong low = 0;
        ulong high = 0;
        for (int row = done; row < rows.Length; row++)
        {
            Hash128 cell = Hash128.Cell(rows[row], key, new Hash128(lows[row], highs[row]));
            low += cell.Low;
            high += cell.High + (low < cell.Low ? 1UL : 0UL);
        }

        return unchecked(sum + new UInt128(high, low));
    }

    private static UInt128 OfEights(ReadOnlySpan<ulong> rows, Hash128 key, ReadOnlySpan<ulong> lows, ReadOnlySpan<ulong> highs, out int done)
    {
        ref ulong row = ref MemoryMarshal.GetReference(rows);
        ref ulong low = ref MemoryMarshal.GetReference(lows);
        ref ulong high = ref MemoryMarshal.GetReference(highs);
        Vector512<ulong> keyLow = Vector512.Create(key.Low);
        Vector512<ulong> keyHigh = Vector512.Create(key.High);
        Vector512<ulong> sumLow = default;
        Vector512<ulong> sumHigh = default;
        for (done = 0; done <= rows.Length - Vector512<ulong>.Count; done += Vector512<ulong>.Count)
        {
            Vector512<ulong> words = Vector512.LoadUnsafe(ref row, (nuint)done);
            Vector512<ulong> cellLow = StreamWords.Mix(words ^ keyLow ^ Vector512.LoadUnsafe(ref low, (nuint)done));
            Vector512<ulong> cellHigh = StreamWords.Mix(
                (words * Hash128.Weyl) + keyHigh + (Vector512.LoadUnsafe(ref high, (nuint)done) * Hash128.Odd));
            sumLow += cellLow;

            // A lane that is true is all ones, which is minus one.
            sumHigh += cellHigh - Vector512.LessThan(sumLow, cellLow);
        }

        UInt128 sum = 0;
        for (int lane = 0; lane < Vector512<ulong>.Count; lane++)
            sum = unchecked(sum + new UInt128(sumHigh[lane], sumLow[lane]));
        return sum;
    }
}
