using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Planning;

namespace SynthData.Rules.Validation;

/// <summary>Checks that every value of a covered column, or every combination of several, stands in some row.</summary>
internal sealed class CoverageCheck : IRowsCheck
{
    private readonly CheckContext context;
    private readonly ImmutableArray<int> slots;
    private readonly Dictionary<UInt128, string> missing = [];

    public CoverageCheck(CheckContext context, ImmutableArray<int> slots)
    {
        this.context = context;
        this.slots = slots;
        foreach (Column[] row in Rows(context.Table, slots))
            missing.TryAdd(CellHash.OfAll(row, 0), string.Join(", ", slots.Select((slot, place) => $"{context.Table.Cells[slot].Name} = {Text(row[place], slot)}")));
    }

    /// <summary>The columns that are covered together, or alone.</summary>
    public static IEnumerable<ImmutableArray<int>> Of(TablePlan table)
    {
        if (table.Schema.Coverage is not { } coverage)
            return [];
        IEnumerable<ImmutableArray<int>> each = coverage.Each.Select(name => ImmutableArray.Create(table.Find(name)!.Slot));
        return coverage.All.IsEmpty ? each : each.Append([.. coverage.All.Select(name => table.Find(name)!.Slot)]);
    }

    /// <summary>What the rows that cover some columns hold in them, each cell a column of one.</summary>
    public static IEnumerable<Column[]> Rows(TablePlan table, ImmutableArray<int> slots)
    {
        PinnedCells pins = PinsOf(table, slots[0])!;
        return pins.Rows.Where(row => row >= table.Schema.Pinned.Length).Select(row => slots.Select(slot => Cell(table, slot, row)).ToArray());
    }

    public void Check(Frame frame)
    {
        if (missing.Count == 0)
            return;
        Column[] columns = [.. slots.Select(slot => frame[slot])];
        bool[] isUnreadable = CheckContext.Unreadable(frame, slots);
        for (int row = 0; row < frame.Count; row++)
        {
            if (!isUnreadable[row])
                missing.Remove(CellHash.OfAll(columns, row));
        }
    }

    public void Close(long rows)
    {
        foreach (string combination in missing.Values)
            context.Add(ListDiagnostics.NotCovered, context.Names(slots), context.Table.Schema.Coverage!.Position, () => [context.Table.Name, combination]);
    }

    private static PinnedCells? PinsOf(TablePlan table, int slot) =>
        table.Cells[slot] is { Source: TupleCells tuple } ? table.Cells[tuple.RowSlot].Pins : table.Cells[slot].Pins;

    private static Column Cell(TablePlan table, int slot, long row)
    {
        PinnedCells pins = PinsOf(table, slot)!;
        int place = pins.Find(row);
        Column one = Column.For(table.Cells[slot].Type);
        one.Reset(1);
        if (table.Cells[slot].Source is not TupleCells tuple)
            one.Copy(pins.Cells, place, 0);
        else
            one.Copy(tuple.Values.Cells, (int)((Int64Column)pins.Cells)[place], 0);
        return one;
    }

    private string Text(Column one, int slot) => one.IsNull(0) ? "null" : CellText.Format(one, 0, context.Table.Cells[slot].Type);
}
