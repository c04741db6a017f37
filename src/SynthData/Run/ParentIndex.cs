using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Expressions;
using SynthData.Numerics;
using SynthData.Planning;
using SynthData.Rules.Validation;
using SynthData.Schema;

namespace SynthData.Run;

/// <summary>The rows of a parent that may be picked, grouped by what its referring rows compare with, and their weights summed.</summary>
/// <remarks>
/// Made in one pass over the parents. Immutable and thread-safe. Memory: 8 bytes a parent for weights, 4 for a filter and 8 for a
/// comparison, and 32 a group. The members of a group are sorted by what rows compare with; where popularity is skewed, they stand in
/// the order of their rank among all parents.
/// </remarks>
internal sealed class ParentIndex
{
    private const int BatchRows = 16_384;

    private readonly Dictionary<UInt128, int> groups = [];
    private readonly int[]? members;
    private readonly int[] starts;
    private readonly double[]? sums;
    private readonly long[]? bounds;

    /// <param name="table">The table that refers.</param>
    /// <param name="cell">The slot that holds the parent's row.</param>
    /// <param name="ranks">The order of popularity, or null.</param>
    public ParentIndex(DatasetRun run, TablePlan table, CellPlan cell, Permutation? ranks)
    {
        var plan = (ReferenceRowCells)cell.Source;
        int count = (int)run.Plan.RowCount(plan.ParentTable);
        double[]? weights = plan.Weight is null ? null : new double[count];
        int[]? groupOf = plan.Filter is null ? null : new int[count];
        long[]? boundOf = plan.Filter is not { Bounds.IsEmpty: false } ? null : new long[count];
        Fault = Read(run, table, plan, weights, groupOf, boundOf);
        starts = groupOf is null ? [0, count] : Starts(groupOf);
        members = groupOf is null ? null : Members(groupOf, ranks);
        bounds = boundOf is null ? null : Sort(boundOf);
        sums = weights is null ? null : Sums(weights);
        Fault ??= Emptiness(run, plan);
    }

    /// <summary>Why rows cannot be picked; null when they can.</summary>
    public Diagnostic? Fault { get; }

    /// <summary>The group of parents with a key; null when there is none.</summary>
    public int? Find(UInt128 key) => groups.TryGetValue(key, out int group) ? group : null;

    /// <summary>All members of a group.</summary>
    public ParentStretch All(int group) => new(starts[group], starts[group + 1] - starts[group]);

    /// <summary>The members of a stretch that keep the comparison with a row's value, as <see cref="Comparable"/> gives it.</summary>
    public ParentStretch Within(ParentStretch all, ParentBound bound, long value)
    {
        bool isBelow = bound.IsAtMost == bound.IsStrict;               // whether equal ones lie behind the cut
        int low = all.First;
        int high = all.First + all.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (bounds![middle] < value || (!isBelow && bounds[middle] == value))
                low = middle + 1;
            else
                high = middle;
        }

        return bound.IsAtMost ? all with { Count = low - all.First } : new ParentStretch(low, all.First + all.Count - low);
    }

    /// <summary>A member, by its place.</summary>
    public long Member(int place) => members is null ? place : members[place];

    /// <summary>The weight of a member, by its place; 1 without weights.</summary>
    public double Weight(int place) => sums is null ? 1 : sums[place] - Before(place);

    /// <summary>The place within a stretch that a uniform number between 0 and 1 picks by weight; null when no member of it has any.</summary>
    public int? PlaceByWeight(ParentStretch stretch, double u)
    {
        if (stretch.Count == 0)
            return null;
        int last = stretch.First + stretch.Count - 1;
        double before = Before(stretch.First);
        double total = sums![last] - before;
        if (!(total > 0))
            return null;
        double reach = Math.Min(Math.Max(before + (u * total), Math.BitIncrement(before)), sums[last]);
        int low = stretch.First;
        while (low < last)
        {
            int middle = (low + last) >>> 1;
            if (sums[middle] >= reach)
                last = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    /// <summary>Makes numbers and times comparable as whole numbers.</summary>
    public static long Comparable(Column cells, int row)
    {
        if (cells is Int64Column whole)
            return whole[row];
        long bits = BitConverter.DoubleToInt64Bits(((DoubleColumn)cells)[row] + 0.0);          // -0 is 0
        return bits ^ ((bits >> 63) & long.MaxValue);
    }

    private double Before(int place) => place == 0 ? 0 : sums![place - 1];

    private Diagnostic? Read(DatasetRun run, TablePlan table, ReferenceRowCells plan, double[]? weights, int[]? groupOf, long[]? boundOf)
    {
        TableProgram parent = run.Program(plan.ParentTable);
        ImmutableArray<ParentCell> cells = plan.Filter?.Cells ?? [];
        int[] slots = [.. cells.Select(one => one.ParentSlot), .. plan.Weight is { } weight ? new[] { weight.ParentSlot } : []];
        Slice slice = parent.SliceFor(slots);
        Diagnostic? fault = null;
        long count = run.Plan.RowCount(plan.ParentTable);
        for (long first = 0; first < count; first += BatchRows)
        {
            int size = (int)Math.Min(BatchRows, count - first);
            Frame rows = parent.Evaluate(RowIndices.From(first, size), slice, null);
            if (weights is not null)
                fault ??= ReadWeights(rows[plan.Weight!.ParentSlot], parent.Table, plan.Weight, first, weights.AsSpan((int)first, size));
            if (groupOf is not null)
                ReadGroups(table, plan.Filter!, rows, groupOf.AsSpan((int)first, size), boundOf is null ? [] : boundOf.AsSpan((int)first, size));
            rows.Return();
        }

        return fault;
    }

    private static Diagnostic? ReadWeights(Column cells, TablePlan parent, ParentWeight weight, long first, Span<double> weights)
    {
        ColumnType type = parent.Cells[weight.ParentSlot].Type;
        for (int row = 0; row < weights.Length; row++)
        {
            weights[row] = cells.IsNull(row) ? 0 : cells is DoubleColumn real ? real[row] : ((Int64Column)cells)[row];
            if (weights[row] < 0)
                return DistributionDiagnostics.BadWeight.At(weight.Position, first + row, parent.Name, CellText.Format(cells, row, type), weight.Text);
        }

        return null;
    }

    // A parent whose key is null, or that the conditions over it alone leave out, is in no group.
    private void ReadGroups(TablePlan table, ParentFilter filter, Frame parents, Span<int> groupOf, Span<long> boundOf)
    {
        var frame = new Frame(table.Cells.Length);
        frame.Reset(parents.Rows.AsSpan(0, parents.Count));
        foreach (ParentCell cell in filter.Cells)
            frame[cell.Slot] = parents[cell.ParentSlot];
        groupOf.Clear();
        var truths = new Truth[parents.Count];
        foreach (BoundExpression condition in filter.OfParent)
        {
            condition.Test(frame, truths);
            for (int row = 0; row < groupOf.Length; row++)
                groupOf[row] = truths[row] == Truth.True ? groupOf[row] : -1;
        }

        if (filter.Bounds is [var bound, ..])
            ReadBounds(Evaluate(bound.Parent, bound.Type, frame), groupOf, boundOf);
        if (filter.Keys.IsEmpty)
            return;
        Column[] keys = [.. filter.Keys.Select(key => Evaluate(key.Parent, key.Type, frame))];
        for (int row = 0; row < groupOf.Length; row++)
        {
            if (groupOf[row] < 0 || !TryKey(keys, row, out UInt128 key))
                groupOf[row] = -1;
            else if (!groups.TryGetValue(key, out groupOf[row]))
                groups[key] = groupOf[row] = groups.Count;
        }
    }

    private static void ReadBounds(Column cells, Span<int> groupOf, Span<long> boundOf)
    {
        for (int row = 0; row < groupOf.Length; row++)
        {
            if (cells.IsNull(row))
                groupOf[row] = -1;
            else
                boundOf[row] = Comparable(cells, row);
        }
    }

    // Sorts the members of each group; equal ones stay in the order of their rows.
    private long[] Sort(long[] boundOf)
    {
        var sorted = new long[members!.Length];
        for (int group = 0; group < starts.Length - 1; group++)
        {
            Span<int> own = members.AsSpan(starts[group]..starts[group + 1]);
            own.Sort((one, other) => boundOf[one] != boundOf[other] ? boundOf[one].CompareTo(boundOf[other]) : one.CompareTo(other));
            for (int place = 0; place < own.Length; place++)
                sorted[starts[group] + place] = boundOf[own[place]];
        }

        return sorted;
    }

    /// <summary>Evaluates one side of a comparison in the type that both are compared in.</summary>
    public static Column Evaluate(BoundExpression side, ColumnType type, Frame frame)
    {
        Column cells = Column.For(type);
        side.EvaluateInto(frame, cells, type);
        return cells;
    }

    /// <summary>The key of a row; false where a part of it is no value, which equals nothing.</summary>
    public static bool TryKey(ReadOnlySpan<Column> keys, int row, out UInt128 key)
    {
        key = default;
        foreach (Column column in keys)
        {
            if (column.IsNull(row))
                return false;
        }

        key = CellHash.OfAll(keys, row);
        return true;
    }

    private int[] Starts(int[] groupOf)
    {
        var starts = new int[Math.Max(groups.Count, 1) + 1];
        foreach (int group in groupOf)
        {
            if (group >= 0)
                starts[group + 1]++;
        }

        for (int group = 1; group < starts.Length; group++)
            starts[group] += starts[group - 1];
        return starts;
    }

    private int[] Members(int[] groupOf, Permutation? ranks)
    {
        var members = new int[starts[^1]];
        int[] next = starts[..^1];
        for (int rank = 0; rank < groupOf.Length; rank++)
        {
            int row = ranks is null ? rank : (int)ranks.Forward(rank);
            if (groupOf[row] >= 0)
                members[next[groupOf[row]]++] = row;
        }

        return members;
    }

    private double[] Sums(double[] weights)
    {
        double[] sums = members is null ? weights : new double[members.Length];
        double sum = 0;
        for (int place = 0; place < sums.Length; place++)
            sums[place] = sum += weights[members is null ? place : members[place]];
        return sums;
    }

    private Diagnostic? Emptiness(DatasetRun run, ReferenceRowCells plan)
    {
        string parent = run.Plan.Tables[plan.ParentTable].Name;
        if (plan.Filter is { } filter && starts[^1] == 0)
            return DistributionDiagnostics.NobodyQualifies.At(filter.Text.Position, parent, filter.Text.Text);
        bool hasWeight = sums is null || sums is [.., > 0];
        return hasWeight ? null : DistributionDiagnostics.NoWeight.At(plan.Weight!.Position, parent, plan.Weight.Text);
    }
}

/// <summary>Members of a group that stand side by side.</summary>
/// <param name="First">The place of the first.</param>
/// <param name="Count">How many.</param>
internal readonly record struct ParentStretch(int First, int Count);
