using System.Collections.Concurrent;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Planning;
using SynthData.Sources.Local;

namespace SynthData.Run;

/// <summary>Finds the parent and position of any row of a <c>per</c> table: counts are drawn per parent, one prefix sum a block of parents.</summary>
/// <remarks>Thread-safe. Memory: 8 bytes a block, and the counts of at most <see cref="MaxKept"/> blocks.</remarks>
internal sealed class ChildIndex
{
    private const int BlockParents = 4096;
    private const int MaxKept = 256;
    private const long MaxParents = 100_000_000_000;

    private readonly TablePlan table;
    private readonly TablePlan parent;
    private readonly TableProgram parentProgram;
    private readonly Slice slice;
    private readonly CountSampler sampler;
    private readonly long parents;
    private readonly long[] firstRows;
    private readonly SharedTotal? shared;
    private readonly long[] dividedBefore = [];
    private readonly ConcurrentDictionary<int, long[]> kept = new();

    public ChildIndex(TablePlan table, TablePlan parent, TableProgram parentProgram, CountSampler sampler, SharedTotal? shared, long parents, CancellationToken cancellationToken)
    {
        this.table = table;
        this.parent = parent;
        this.parentProgram = parentProgram;
        this.sampler = sampler;
        this.shared = shared;
        this.parents = parents;
        if (parents > MaxParents)
            throw new SchemaException([PlanDiagnostics.TooManyParents.At(table.Schema.Rows.Position, table.Name, parent.Name, parents, MaxParents)]);
        slice = parentProgram.SliceFor(table.Per!.Count.Slots);
        firstRows = new long[((parents + BlockParents - 1) / BlockParents) + 1];
        if (shared is not null)
            dividedBefore = Divide(shared, cancellationToken);
        for (int block = 0; block + 1 < firstRows.Length; block++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            firstRows[block + 1] = Sum(firstRows[block], Block(block)[^1]);
        }
    }

    /// <summary>Rows of the table: the sum of all counts.</summary>
    public long Count => firstRows[^1];

    /// <summary>The greatest number of children of one parent.</summary>
    public long MostOfOne { get; private set; }

    /// <summary>Finds each row's parent (row index) and position (from 1).</summary>
    public void Locate(ReadOnlySpan<long> rows, Span<long> parentRows, Span<long> positions)
    {
        int block = -1;
        long[] ends = [];
        int place = 0;
        for (int row = 0; row < rows.Length; row++)
        {
            long index = rows[row];
            if (block < 0 || index < firstRows[block] || index >= firstRows[block + 1])
            {
                block = Find(index);
                ends = Block(block);
                place = 0;
            }

            long inBlock = index - firstRows[block];
            bool isNear = place < ends.Length && inBlock < ends[place] && (place == 0 || inBlock >= ends[place - 1]);
            if (!isNear)
                place = FirstAbove(ends, inBlock);
            parentRows[row] = ((long)block * BlockParents) + place;
            positions[row] = inBlock - (place == 0 ? 0 : ends[place - 1]) + 1;
        }
    }

    /// <summary>Finds each parent's first row and how many there are of it.</summary>
    public void Find(ReadOnlySpan<long> parentRows, Span<long> first, Span<long> count)
    {
        for (int row = 0; row < parentRows.Length; row++)
        {
            int block = (int)(parentRows[row] / BlockParents);
            long[] ends = Block(block);
            int place = (int)(parentRows[row] % BlockParents);
            long before = place == 0 ? 0 : ends[place - 1];
            first[row] = firstRows[block] + before;
            count[row] = ends[place] - before;
        }
    }

    /// <summary>The first row that belongs to a parent or one after it.</summary>
    public long FirstOf(long parentRow)
    {
        if (parentRow >= parents)
            return Count;
        long first = 0;
        Find([parentRow], new Span<long>(ref first), new long[1]);
        return first;
    }

    private long Sum(long first, long second) => second <= DatasetPlan.MaxRows && first <= DatasetPlan.MaxRows - second
        ? first + second
        : throw new SchemaException([PlanDiagnostics.TooManyRows.At(table.Schema.Rows.Position, table.Name, DatasetPlan.MaxRows)]);

    private int Find(long row)
    {
        int low = 0;
        int high = firstRows.Length - 1;
        while (low + 1 < high)
        {
            int middle = (low + high) / 2;
            (low, high) = firstRows[middle] <= row ? (middle, high) : (low, middle);
        }

        return low;
    }

    private static int FirstAbove(long[] ends, long value)
    {
        int found = Array.BinarySearch(ends, value + 1);
        found = found < 0 ? ~found : found;
        while (found > 0 && ends[found - 1] > value)
            found--;
        return found;
    }

    // Every parent's count is drawn once to know the shares, and once more where its share is needed.
    private long[] Divide(SharedTotal total, CancellationToken cancellationToken)
    {
        for (int block = 0; block + 1 < firstRows.Length; block++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            total.Add(Counts(block));
        }

        if (!total.TryClose())
            throw new SchemaException([OtherRowDiagnostics.NobodyShares.At(table.Schema.Rows.Position, table.Name, table.Per!.Count.Total, parent.Name)]);
        var before = new long[firstRows.Length];
        for (int block = 0; block + 1 < firstRows.Length; block++)
            before[block + 1] = before[block] + total.Divided(Counts(block));
        return before;
    }

    private long[] Counts(int block)
    {
        long first = (long)block * BlockParents;
        long[] rows = RowIndices.From(first, Math.Min(BlockParents, parents - first));
        var counts = new long[rows.Length];
        Frame frame = parentProgram.Evaluate(rows, slice, null);
        sampler.Count(rows, frame, counts);
        frame.Return();
        int failed = counts.AsSpan().IndexOfAnyInRange(long.MinValue, -1);
        if (failed >= 0)
            throw new GenerationException(RuleDiagnostics.CountFailed.At(table.Schema.Rows.Position, rows[failed], parent.Name, table.Name));
        return counts;
    }

    // Running sums of the counts of one block's parents.
    private long[] Block(int block)
    {
        if (kept.TryGetValue(block, out long[]? ends))
            return ends;
        ends = Counts(block);
        shared?.Share(ends, dividedBefore[block]);
        for (int index = 0; index < ends.Length; index++)
        {
            MostOfOne = Math.Max(MostOfOne, ends[index]);
            ends[index] = Sum(ends[index], index == 0 ? 0 : ends[index - 1]);
        }

        if (kept.Count < MaxKept)
            kept[block] = ends;
        return ends;
    }
}
