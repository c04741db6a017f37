using SynthData.Batches;
using SynthData.Numerics;
using SynthData.Planning;
using SynthData.Rules.Validation;
using SynthData.Schema;
using SynthData.Sources.Local;

namespace SynthData.Run;

/// <summary>The faults of one column, or of the columns of a composite reference: which rows have one, of which kind, and what it makes of the cell.</summary>
internal sealed class ColumnFaults
{
    private readonly CellPlan cell;
    private readonly FaultsPlan plan;
    private readonly StreamKey stream;
    private readonly ExactCells? exact;
    private readonly int[] slots;
    private readonly TablePlan table;
    private readonly FaultMaker[] makers;
    private readonly PinnedCells? pins;

    public ColumnFaults(DatasetRun run, TablePlan table, CellPlan cell)
    {
        this.table = table;
        this.cell = cell;
        plan = cell.Faults!;
        var source = new LocalSource(run.Plan, table);
        stream = source.Key($"{cell.Stream}#faults");
        exact = plan.Exact is { } cut ? new ExactCells(cut, source.Key, run.Plan.RowCount(table.Index)) : null;
        ReferencePlan? reference = cell.Source is LookupCells lookup
            ? ReferencePlan.Of(table).First(one => one.RowSlot == lookup.RowSlot && one.Columns.Contains(cell.Slot))
            : null;
        pins = cell.Source switch
        {
            LookupCells row => table.Cells[row.RowSlot].Pins,
            TupleCells tuple => table.Cells[tuple.RowSlot].Pins,
            _ => cell.Pins,
        };
        slots = cell.Column!.Names.Length > 1 ? [.. reference!.Columns] : [cell.Slot];
        makers = [.. plan.Kinds.Select(share => Maker(run, share.Kind, reference))];
    }

    public int LabelSlot => plan.LabelSlot;

    /// <summary>Puts columns with faults among the replaced ones, and the marks into the label.</summary>
    public void Apply(Frame frame, Dictionary<int, Column> replaced, string?[] marks)
    {
        var byKind = new List<int>?[makers.Length];
        for (int row = 0; row < frame.Count; row++)
        {
            int kind = Kind(frame.Rows[row]);
            if (kind >= 0 && Array.TrueForAll(slots, slot => frame[slot].States[row] == CellState.Value))
                (byKind[kind] ??= []).Add(row);
        }

        if (Array.TrueForAll(byKind, rows => rows is null))
            return;
        Column[] targets = [.. slots.Select(slot => Copy(frame[slot], table.Cells[slot].Type))];
        for (int kind = 0; kind < makers.Length; kind++)
        {
            if (byKind[kind] is not { } rows)
                continue;
            var made = new bool[rows.Count];
            makers[kind].Make(frame, rows, targets, made);
            for (int index = 0; index < made.Length; index++)
            {
                if (made[index])
                    marks[rows[index]] = marks[rows[index]] is { } before ? $"{before}; {plan.Label(plan.Kinds[kind].Kind)}" : plan.Label(plan.Kinds[kind].Kind);
            }
        }

        for (int index = 0; index < slots.Length; index++)
            replaced[slots[index]] = targets[index];
    }

    /// <summary>The number of a row's kind, or below 0; a cell that cannot have it stays right.</summary>
    private int Kind(long row)
    {
        if (pins?.Find(row) >= 0)
            return -1;                                          // what the schema gives it gives right
        if (exact is not null)
            return exact.Value(row) is var value && value < makers.Length ? value : -1;
        double place = stream.Uniform(row, 0, 0);
        double end = 0;
        for (int kind = 0; kind < makers.Length; kind++)
        {
            end += (double)plan.Kinds[kind].Share;
            if (place < end)
                return kind;
        }

        return -1;
    }

    private FaultMaker Maker(DatasetRun run, FaultKind kind, ReferencePlan? reference) => kind switch
    {
        FaultKind.Null => new NullFault(),
        FaultKind.Malformed => new MalformedFault(cell, stream),
        FaultKind.Unlisted => new UnlistedFault(cell, stream),
        FaultKind.OutOfRange or FaultKind.Outlier => new RangeFault(cell, stream, isFar: kind == FaultKind.Outlier),
        FaultKind.Duplicate => new DuplicateFault(run, table, cell, stream, row => Kind(row) >= 0),
        FaultKind.Orphan => new OrphanFault(run, reference!, stream),
        _ => new TextFault(cell, stream, kind),
    };

    // With texts of its own, since a fault is in nobody's pool.
    private static Column Copy(Column source, ColumnType type)
    {
        Column copy = Column.For(type);
        copy.Reset(source.Count);
        for (int row = 0; row < source.Count; row++)
            copy.Copy(source, row, row);
        return copy;
    }
}
