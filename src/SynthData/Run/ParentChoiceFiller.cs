using System.Collections.Concurrent;
using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Expressions;
using SynthData.Numerics;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Run;

/// <summary>Picks the row of a parent by weight, or among those that a condition lets through.</summary>
/// <remarks>
/// <para>
/// Drawn: one word a cell. A parent that a sibling has, or that does not keep a condition over both rows, is drawn again with the next
/// word, up to <see cref="MaxTries"/>; then one of those that are left is drawn, so that each is as likely as its weight says.
/// </para>
/// <para>Nulls: none.</para>
/// <para>Errors: where no parent is left, which redraws the row.</para>
/// </remarks>
internal sealed class ParentChoiceFiller : ICellFiller
{
    private const int MaxTries = 64;

    private readonly DatasetRun run;
    private readonly TablePlan table;
    private readonly CellPlan cell;
    private readonly ReferenceRowCells plan;
    private readonly StreamKey stream;
    private readonly Lazy<ParentIndex> index;
    private readonly ImmutableArray<int> ownSlots = [];
    private readonly ConcurrentDictionary<int, ZipfDistribution> popularity = [];

    public ParentChoiceFiller(DatasetRun run, TablePlan table, CellPlan cell, StreamKey stream)
    {
        this.run = run;
        this.table = table;
        this.cell = cell;
        this.stream = stream;
        plan = (ReferenceRowCells)cell.Source;
        Permutation? ranks = plan.Zipf is null ? null : new Permutation(stream.Derive("rank"), Math.Max(run.Plan.RowCount(plan.ParentTable), 1));
        index = new Lazy<ParentIndex>(() => new ParentIndex(run, table, cell, ranks));
        if (plan.Filter is { } filter)
            ownSlots = [.. filter.OfPair.SelectMany(pair => pair.Slots).Distinct().Except(filter.Cells.Select(one => one.Slot))];
    }

    /// <summary>The parents, indexed at the first use.</summary>
    public ParentIndex Index => index.Value;

    public void Fill(in FillRows rows, Frame frame, Column target)
    {
        var picked = (Int64Column)target;
        using var stretches = new Rented<ParentStretch>(rows.Count);
        Span<ParentStretch> among = stretches.Span;
        FindStretches(frame, among);
        List<int>? open = plan.IsDistinct || plan.Filter is { OfPair.IsEmpty: false } ? [] : null;
        for (int row = 0; row < rows.Count; row++)
        {
            if (Pick(among[row], rows.Indices[row], rows.Draws[row], 0) is { } parent)
            {
                picked[row] = parent;
                open?.Add(row);
            }
            else
            {
                picked.States[row] = CellState.Error;
            }
        }

        if (open is null)
            return;
        for (uint word = 1; open.Count > 0 && word <= MaxTries; word++)
        {
            open = Refused(frame, picked, open);
            foreach (int row in open)
                picked[row] = Pick(among[row], rows.Indices[row], rows.Draws[row], word)!.Value;
        }

        foreach (int row in Refused(frame, picked, open))
            PickOfAll(frame, picked, row, among[row], rows.Draws[row]);
    }

    // The parents that each row may pick from, but for conditions that are tried; without equalities there is one group for all.
    private void FindStretches(Frame frame, Span<ParentStretch> among)
    {
        if (plan.Filter is not { IsSameForAll: false } filter)
        {
            among.Fill(Index.All(0));
            return;
        }

        Column[] keys = [.. filter.Keys.Select(key => ParentIndex.Evaluate(key.Own, key.Type, frame))];
        Column[] values = [.. filter.Bounds.Select(bound => ParentIndex.Evaluate(bound.Own, bound.Type, frame))];
        for (int row = 0; row < among.Length; row++)
        {
            int? group = !ParentIndex.TryKey(keys, row, out UInt128 key) ? null : keys.Length == 0 ? 0 : Index.Find(key);
            among[row] = group is null ? default : Index.All(group.Value);
            for (int bound = 0; bound < values.Length; bound++)
                among[row] = values[bound].IsNull(row) ? default : Index.Within(among[row], filter.Bounds[bound], ParentIndex.Comparable(values[bound], row));
        }
    }

    private long? Pick(ParentStretch among, long row, byte draw, uint word)
    {
        if (among.Count == 0)
            return null;
        if (plan.Weight is not null)
            return Index.PlaceByWeight(among, stream.Uniform(row, draw, word)) is { } place ? Index.Member(place) : null;
        return Index.Member(among.First + Place(among.Count, row, draw, word));
    }

    private int Place(int count, long row, byte draw, uint word)
    {
        if (plan.Zipf is not { } exponent)
            return (int)stream.Below((ulong)count, row, draw, word);
        ZipfDistribution ranks = popularity.GetOrAdd(count, size => new ZipfDistribution(exponent, size));
        return (int)ranks.Quantile(stream.Uniform(row, draw, word)) - 1;
    }

    // The rows whose parent a sibling has, or that do not keep a condition together with it.
    private List<int> Refused(Frame frame, Int64Column picked, List<int> rows)
    {
        long[] parents = [.. rows.Select(row => picked[row])];
        bool[] keeps = KeepsPair(frame, rows, parents);
        return [.. rows.Where((row, place) => !keeps[place] || IsTaken(frame, row, parents[place]))];
    }

    private bool IsTaken(Frame frame, int row, long parent) => plan.IsDistinct
        && (frame.Siblings ?? throw new InvalidOperationException("A distinct reference needs its siblings.")).Rows.Span[row].Taken(cell.Slot).Contains(parent);

    private bool[] KeepsPair(Frame frame, List<int> rows, long[] parents)
    {
        var keeps = new bool[parents.Length];
        Array.Fill(keeps, true);
        if (plan.Filter is not { OfPair.IsEmpty: false } filter || parents.Length == 0)
            return keeps;

        Frame pairs = Pairs(frame, filter, rows, parents);
        var truths = new Truth[parents.Length];
        foreach (BoundExpression condition in filter.OfPair)
        {
            condition.Test(pairs, truths);
            for (int place = 0; place < keeps.Length; place++)
                keeps[place] &= truths[place] == Truth.True;
        }

        return keeps;
    }

    // A frame of the rows' own cells beside those of one parent each.
    private Frame Pairs(Frame frame, ParentFilter filter, List<int> rows, long[] parents)
    {
        var pairs = new Frame(table.Cells.Length);
        pairs.Reset([.. rows.Select(row => frame.Rows[row])]);
        int[] places = [.. rows];
        foreach (int slot in ownSlots)
            pairs[slot] = Gather(frame[slot], places, table.Cells[slot].Type);

        var named = new Int64Column();
        named.Reset(parents.Length);
        parents.CopyTo(named.Cells);
        ParentRows found = run.Parents(table, (LookupCells)table.Cells[filter.Cells[0].Slot].Source, named);
        foreach (ParentCell one in filter.Cells)
            pairs[one.Slot] = Gather(found.Frame[one.ParentSlot], found.Places, table.Cells[one.Slot].Type);
        found.Return();
        return pairs;
    }

    private static Column Gather(Column source, ReadOnlySpan<int> places, ColumnType type)
    {
        Column target = Column.For(type);
        target.Reset(places.Length);
        if (target is TextColumn text && source is TextColumn { Pool: { } pool })
            text.UsePool(pool);
        target.Gather(source, places);
        return target;
    }

    // Looks at every parent that the row may pick from, and draws among those that are left.
    private void PickOfAll(Frame frame, Int64Column picked, int row, ParentStretch among, byte draw)
    {
        var left = new List<int>();
        for (int first = 0; first < among.Count; first += 1024)
        {
            int[] places = [.. Enumerable.Range(among.First + first, Math.Min(1024, among.Count - first)).Where(place => Index.Weight(place) > 0)];
            long[] parents = [.. places.Select(Index.Member)];
            bool[] keeps = KeepsPair(frame, [.. Enumerable.Repeat(row, parents.Length)], parents);
            left.AddRange(places.Where((_, at) => keeps[at] && !IsTaken(frame, row, parents[at])));
        }

        if (left.Count == 0)
            picked.States[row] = CellState.Error;
        else
            picked[row] = Index.Member(left[PlaceAmong(left, frame.Rows[row], draw)]);
    }

    private int PlaceAmong(List<int> left, long row, byte draw)
    {
        const uint word = MaxTries + 1;
        if (plan.Weight is null)
            return Place(left.Count, row, draw, word);
        double reach = stream.Uniform(row, draw, word) * left.Sum(Index.Weight);
        int at = 0;
        while (at < left.Count - 1 && (reach -= Index.Weight(left[at])) > 0)
            at++;
        return at;
    }
}
