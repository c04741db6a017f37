using SynthData.Numerics;

namespace SynthData.Sources.Local;

/// <summary>The words of a parent's rows from the least to the greatest: whatever is drawn by quantile from them is in order too.</summary>
/// <remarks>
/// <para>Thread-safe. A parent of few rows is sorted where it is met. Of one with many, a window of neighbouring ranks is taken out of all
/// words by two passes: one counts them by their first bits, one collects those that fall into the window.</para>
/// <para>Memory: <see cref="MaxKept"/> windows of some 2^20 words, however many rows a parent has.</para>
/// </remarks>
internal sealed class OrderedWords(StreamKey stream)
{
    /// <summary>Ranks of a window.</summary>
    public const int WindowRows = 1 << 20;

    private const int MaxKept = 4;
    private const int MostSortedAnew = 1 << 14;
    private const int BucketBits = 16;

    private readonly Lock gate = new();
    private readonly LinkedList<Window> kept = [];

    /// <summary>Words of one parent after another; not thread-safe itself.</summary>
    public Cursor NewCursor() => new(this);

    private ulong[] Sorted(long first, long count, ulong[] room)
    {
        ulong[] words = room.Length >= count ? room : new ulong[count];
        for (int row = 0; row < count; row++)
            words[row] = stream.Word(first + row, 0, 0);
        Array.Sort(words, 0, (int)count);
        return words;
    }

    private Window Find(long first, long count, long number)
    {
        lock (gate)
        {
            for (LinkedListNode<Window>? node = kept.First; node is not null; node = node.Next)
            {
                if (node.Value.First != first || node.Value.Number != number)
                    continue;
                kept.Remove(node);
                kept.AddFirst(node);
                return node.Value;
            }

            // Made under the lock: threads that go along one parent need the same window.
            Window made = Make(first, count, number);
            kept.AddFirst(made);
            if (kept.Count > MaxKept)
                kept.RemoveLast();
            return made;
        }
    }

    private Window Make(long first, long count, long number)
    {
        long low = number * WindowRows;
        long high = Math.Min(low + WindowRows, count) - 1;
        long[] ends = kept.FirstOrDefault(window => window.First == first)?.Ends ?? Ends(first, count);
        int firstBucket = Bucket(ends, low);
        int lastBucket = Bucket(ends, high);
        long before = firstBucket == 0 ? 0 : ends[firstBucket - 1];
        var words = new ulong[ends[lastBucket] - before];
        int used = 0;
        for (long row = 0; row < count; row++)
        {
            ulong word = stream.Word(first + row, 0, 0);
            int bucket = (int)(word >> (64 - BucketBits));
            if (bucket >= firstBucket && bucket <= lastBucket)
                words[used++] = word;
        }

        Array.Sort(words);
        return new Window(first, number, before, words, ends);
    }

    // How many words there are up to each bucket, itself included.
    private long[] Ends(long first, long count)
    {
        var ends = new long[1 << BucketBits];
        for (long row = 0; row < count; row++)
            ends[stream.Word(first + row, 0, 0) >> (64 - BucketBits)]++;
        for (int bucket = 1; bucket < ends.Length; bucket++)
            ends[bucket] += ends[bucket - 1];
        return ends;
    }

    private static int Bucket(long[] ends, long rank)
    {
        int low = 0;
        int high = ends.Length - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = ends[middle] > rank ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <param name="Before">Ranks before the first of the words.</param>
    private sealed record Window(long First, long Number, long Before, ulong[] Words, long[] Ends);

    /// <summary>Gives the words of the parents that it passes.</summary>
    internal sealed class Cursor(OrderedWords words)
    {
        private long first = -1;
        private ulong[] sorted = [];
        private Window? window;

        /// <summary>The word of a rank.</summary>
        /// <param name="firstRow">The parent's first row.</param>
        /// <param name="count">How many rows it has.</param>
        /// <param name="rank">From 0.</param>
        public ulong Word(long firstRow, long count, long rank)
        {
            if (count <= MostSortedAnew)
            {
                if (first != firstRow)
                    (sorted, first) = (words.Sorted(firstRow, count, sorted), firstRow);
                return sorted[rank];
            }

            long number = rank / WindowRows;
            if (window is null || window.First != firstRow || window.Number != number)
                window = words.Find(firstRow, count, number);
            return window.Words[rank - window.Before];
        }
    }
}
