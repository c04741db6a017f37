using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SynthData.Numerics;

/// <summary>The words of one stream for many rows at once, as <see cref="StreamKey.Word"/> gives them one by one.</summary>
/// <remarks>Eight rows at a time where the processor multiplies eight words at once; whole numbers, so that each way gives the same bits.</remarks>
internal static class StreamWords
{
    /// <param name="key">The stream.</param>
    /// <param name="rows">Row indices.</param>
    /// <param name="draws">The draw of each row.</param>
    /// <param name="word">Which of a row's words.</param>
    /// <param name="words">As many as rows.</param>
    public static void Fill(StreamKey key, ReadOnlySpan<long> rows, ReadOnlySpan<byte> draws, uint word, Span<ulong> words)
    {
        words = words[..rows.Length];
        draws = draws[..rows.Length];
        bool isOneDraw = rows.Length > 0 && !draws.ContainsAnyExcept(draws[0]);
        int done = isOneDraw && Vector512.IsHardwareAccelerated ? FillEights(key, rows, draws[0], word, words) : 0;
        for (int row = done; row < words.Length; row++)
            words[row] = key.Word(rows[row], draws[row], word);
    }

    private static int FillEights(StreamKey key, ReadOnlySpan<long> rows, byte draw, uint word, Span<ulong> words)
    {
        ref ulong from = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<long, ulong>(rows));
        ref ulong to = ref MemoryMarshal.GetReference(words);
        Vector512<ulong> first = Vector512.Create(key.First);
        Vector512<ulong> second = Vector512.Create(key.SecondOf(draw, word));
        int row = 0;
        for (; row <= words.Length - Vector512<ulong>.Count; row += Vector512<ulong>.Count)
        {
            Vector512<ulong> bits = Mix(first + (Vector512.LoadUnsafe(ref from, (nuint)row) * StreamKey.Golden));
            Mix(bits ^ second).StoreUnsafe(ref to, (nuint)row);
        }

        return row;
    }

    /// <summary><see cref="StreamKey.Mix"/> of eight words.</summary>
    public static Vector512<ulong> Mix(Vector512<ulong> x)
    {
        x ^= x >>> 27;
        x *= StreamKey.FirstFactor;
        x ^= x >>> 33;
        x *= StreamKey.SecondFactor;
        return x ^ (x >>> 27);
    }
}
