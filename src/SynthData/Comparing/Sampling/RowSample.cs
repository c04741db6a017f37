using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Numerics;

namespace SynthData.Comparing.Sampling;

/// <summary>Keeps a fixed number of the rows of a table, each set of rows as likely as another, in one pass.</summary>
/// <remarks>
/// Each row has a word keyed by its index, and those with the least words stay ("bottom-k sample", Cohen and Kaplan 2007). So the same file gives the same
/// sample, a smaller sample is the beginning of a greater one, and two tables keep rows of the same indices. Memory is that of the rows kept.
/// </remarks>
internal sealed class RowSample(ImmutableArray<SampledColumn> columns, int capacity)
{
    private static readonly StreamKey Key = StreamKey.For(0, 1, "compare", "rows");

    private readonly PriorityQueue<int, ulong> kept = new(Comparer<ulong>.Create((one, other) => other.CompareTo(one)));    // the greatest word first
    private long rows;
    private long unread;

    /// <param name="batch">The next rows, with the columns of the sample in their order.</param>
    public void Add(RowBatch batch)
    {
        for (int row = 0; row < batch.RowCount; row++, rows++)
        {
            ulong word = Key.Word(rows, 0, 0);
            if (kept.Count < capacity)
                Put(batch, row, kept.Count, word);
            else if (kept.TryPeek(out _, out ulong greatest) && word < greatest)
                Put(batch, row, kept.Dequeue(), word);
        }

        for (int column = 0; column < columns.Length; column++)
        {
            foreach (CellState state in batch.Cells(column).States)
                unread += state == CellState.Error ? 1 : 0;
        }
    }

    /// <summary>Ends the sample: its rows by their words.</summary>
    public SampledTable Close()
    {
        int[] slots = [.. kept.UnorderedItems.OrderBy(item => item.Priority).Select(item => item.Element)];
        foreach (SampledColumn column in columns)
            column.Cells.Arrange(slots);
        return new SampledTable(rows, slots.Length, unread, columns);
    }

    private void Put(RowBatch batch, int row, int slot, ulong word)
    {
        for (int column = 0; column < columns.Length; column++)
            columns[column].Cells.Put(batch.Cells(column), row, slot);
        kept.Enqueue(slot, word);
    }
}
