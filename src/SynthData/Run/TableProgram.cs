using System.Collections.Concurrent;
using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Planning;
using SynthData.Schema;
using SynthData.Sources.Knowledge;
using SynthData.Sources.Local;

namespace SynthData.Run;

/// <summary>A table compiled to fillers: makes any rows of it, each at the first draw that keeps every rule.</summary>
/// <remarks>Immutable once made and thread-safe; each call works on a frame of its own.</remarks>
internal sealed class TableProgram
{
    /// <summary>How often a row is drawn before it is given up.</summary>
    public const int MaxDraws = 100;

    private readonly DatasetRun run;
    private readonly ICellFiller?[] fillers;
    private readonly ICellMask?[] masks;
    private readonly ICellFiller?[] fallbacks;
    private readonly KnowledgeSource knowledge;
    private readonly FinalDraws? finalDraws;
    private readonly FrameShelf shelf;
    private readonly bool isSequential;
    private readonly ConcurrentDictionary<string, Slice> slices = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Slice, SiblingOrder> siblings = new(ReferenceEqualityComparer.Instance);

    public TableProgram(DatasetRun run, TablePlan table)
    {
        this.run = run;
        Table = table;
        ReadsModel = new bool[table.Cells.Length];
        foreach (int slot in table.Order)
            ReadsModel[slot] = table.Cells[slot].Source is ModelCells || table.Cells[slot].Inputs.Any(input => ReadsModel[input]);
        shelf = new FrameShelf(table.Cells.Length);
        isSequential = table.IsSequential;
        var source = new LocalSource(run.Plan, table);
        knowledge = new KnowledgeSource(source.Key, run.Plan.RowCounts[table.Index] ?? 0);
        fillers = [.. table.Cells.Select(cell => Filler(source, cell))];
        masks = [.. table.Cells.Select(cell => source.Mask(cell))];
        fallbacks = [.. table.Cells.Select(cell => table.Schema.Unsolved == UnsolvedChoice.Fallback && cell.Source is ModelCells { Fallback: { } fallback } ? Filler(source, cell with { Source = fallback }) : null)];
        if (table.Cells.Any(cell => cell.Source is LookupCells lookup && lookup.ParentTable == table.Index))
            finalDraws = new FinalDraws();
        Whole = Slice.Whole(table, ReadsModel);
    }

    public TablePlan Table { get; }

    /// <summary>By slot: whether a model fills the cell or one of the same row that it is computed from.</summary>
    public bool[] ReadsModel { get; }

    /// <summary>Everything a row needs before a model is asked.</summary>
    public Slice Whole { get; }

    /// <summary>What the references of the table pick from, where they weigh their parents or pick among some of them.</summary>
    public IEnumerable<ParentIndex> ParentChoices => fillers.OfType<ParentChoiceFiller>().Select(filler => filler.Index);

    /// <summary>The texts of unique columns that come from knowledge, with the column's slot.</summary>
    public IEnumerable<(int Slot, UniqueTexts Texts)> UniqueTexts => fillers.Select((filler, slot) => (slot, (filler as UniqueTextFiller)?.Unique!)).Where(one => one.Item2 is not null);

    public Slice SliceFor(IEnumerable<int> slots)
    {
        int[] sorted = [.. slots.Distinct().Order()];
        return slices.GetOrAdd(string.Join(',', sorted), _ => Slice.For(Table, ReadsModel, sorted));
    }

    /// <summary>Makes rows at their final draw.</summary>
    /// <param name="rows">Row indices, in any order.</param>
    /// <param name="slice">The cells to fill.</param>
    /// <param name="ledger">Counts rejections, or null when the rows are only looked at.</param>
    /// <param name="firstDraws">The draw a row's search begins at; null for 0 always.</param>
    /// <returns>A frame that may be returned to its shelf when its cells are no longer read.</returns>
    /// <exception cref="GenerationException">No draw of a row keeps every rule (SD4).</exception>
    public Frame Evaluate(ReadOnlySpan<long> rows, Slice slice, RejectionLedger? ledger, Func<long, byte>? firstDraws = null)
    {
        if (isSequential && slice.All.Any(slot => Table.Cells[slot].ReadsSiblings))
            return siblings.GetOrAdd(slice, one => new SiblingOrder(this, run, one)).Evaluate(rows, ledger);
        Frame frame = EmptyFrame();
        frame.Reset(rows);

        // Where rejections are counted every draw is looked at; where a row is only read, its last one is enough.
        for (int row = 0; finalDraws is not null && ledger is null && row < rows.Length; row++)
            frame.Draws[row] = finalDraws.Of(rows[row]);
        for (int row = 0; firstDraws is not null && row < rows.Length; row++)
            frame.Draws[row] = Math.Max(frame.Draws[row], firstDraws(rows[row]));
        Draw(frame, slice, ledger);
        Finish(frame, slice);
        for (int row = 0; finalDraws is not null && row < rows.Length; row++)
            finalDraws.Keep(rows[row], frame.Draws[row]);
        return frame;
    }

    /// <summary>A frame of the table's shelf.</summary>
    public Frame EmptyFrame() => shelf.Take();

    /// <summary>Fills what is not filled of some rows, and draws them again until they stand; what is filled is their first draw's.</summary>
    public void Draw(Frame frame, Slice slice, RejectionLedger? ledger)
    {
        Fill(frame, slice.Slots);
        if (slice.IsAlwaysKept)
            return;

        var check = new RowCheck(Table, slice);
        List<int> broken = check.Find(frame, ledger);
        if (check.FirstBeyondRedraw(frame, broken) is { } hopeless)
            throw check.Failure(frame, hopeless, 1);
        while (broken.Count > 0)
        {
            foreach (int row in broken.Where(row => frame.Draws[row] + 1 >= MaxDraws))
                throw check.Failure(frame, row, MaxDraws);
            broken = Redraw(frame, slice, broken, check, ledger);
        }
    }

    /// <summary>Fills what follows from the children of rows that are final.</summary>
    public void Finish(Frame frame, Slice slice)
    {
        Fill(frame, slice.Late);
        if (!slice.LateFailing.IsEmpty)
            new RowCheck(Table, slice).ThrowIfLateFailed(frame);
    }

    /// <summary>Fills the given slots of a frame whose other inputs are filled.</summary>
    public void Fill(Frame frame, ImmutableArray<int> slots)
    {
        ReadOnlySpan<long> indices = frame.Rows.AsSpan(0, frame.Count);
        foreach (int slot in slots)
        {
            CellPlan cell = Table.Cells[slot];
            if (frame.IsFilled(slot))
                continue;                                       // the locator fills two slots at once
            if (cell.Source is ParentRowCells || slot == Table.Per?.PositionSlot)
            {
                Locate(frame);
                continue;
            }

            Column column = frame.Empty(slot, cell.Type);
            var rows = new FillRows(indices, cell.IsFrozen ? frame.FirstDraws : frame.Draws.AsSpan(0, frame.Count));
            fillers[slot]!.Fill(rows, frame, column);
            masks[slot]?.Apply(rows, frame, column);
            frame[slot] = column;
        }
    }

    /// <summary>Nulls the cells of a slot that are not to be filled, before somebody else fills it.</summary>
    public void Mask(Frame frame, int slot, Column target) =>
        masks[slot]?.Apply(new FillRows(frame.Rows.AsSpan(0, frame.Count), frame.Draws.AsSpan(0, frame.Count)), frame, target);

    /// <summary>Computes what the fallback of a prompt column gives; null where it has none.</summary>
    public Column? Fallback(Frame frame, int slot)
    {
        if (fallbacks[slot] is not { } filler)
            return null;
        Column column = Column.For(Table.Cells[slot].Type);
        column.Reset(frame.Count);
        filler.Fill(new FillRows(frame.Rows.AsSpan(0, frame.Count), frame.Draws.AsSpan(0, frame.Count)), frame, column);
        return column;
    }

    private void Locate(Frame frame)
    {
        PerPlan per = Table.Per!;
        var parents = (Int64Column)frame.Empty(per.RowSlot, ColumnType.Int64);
        var positions = (Int64Column)frame.Empty(per.PositionSlot, ColumnType.Int64);
        run.Children(Table.Index).Locate(frame.Rows.AsSpan(0, frame.Count), parents.Cells, positions.Cells);
        frame[per.RowSlot] = parents;
        frame[per.PositionSlot] = positions;
    }

    private List<int> Redraw(Frame frame, Slice slice, List<int> broken, RowCheck check, RejectionLedger? ledger)
    {
        long[] rows = [.. broken.Select(row => frame.Rows[row])];
        Frame again = shelf.Take();
        again.Reset(rows);
        for (int index = 0; index < rows.Length; index++)
            again.Draws[index] = (byte)(frame.Draws[broken[index]] + 1);
        again.Siblings = frame.Siblings?.Of(broken);
        Fill(again, slice.Slots);
        var still = new List<int>();
        HashSet<int> stillBroken = [.. check.Find(again, ledger)];
        for (int index = 0; index < rows.Length; index++)
        {
            int row = broken[index];
            foreach (int slot in slice.Slots)
                frame[slot].Copy(again[slot], index, row);
            frame.Draws[row] = again.Draws[index];
            if (stillBroken.Contains(index))
                still.Add(row);
        }

        again.Return();
        return still;
    }

    private ICellFiller? Filler(LocalSource source, CellPlan cell) => cell.Source switch
    {
        LookupCells lookup => new LookupFiller(run, Table, lookup),
        SiblingCountCells => new SiblingCountFiller(run, Table),
        AggregateCells aggregate => new AggregateFiller(run, aggregate, cell.Type),
        KeyRowCells key => new KeyRowFiller(run, table: Table, key),
        ReferenceRowCells { Weight: not null } or ReferenceRowCells { Filter: not null } =>
            new ParentChoiceFiller(run, Table, cell, source.Key(cell.Stream)),
        KnowledgeCells texts => knowledge.Filler(texts),
        ParentRowCells or ModelCells => null,
        PositionCells when cell.Slot == Table.Per?.PositionSlot => null,
        _ => source.Filler(cell),
    };
}
