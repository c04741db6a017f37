using System.Collections.Immutable;
using SynthData.Planning;

namespace SynthData.Run;

/// <summary>The steps and rules of a table that some of its cells need: fewer columns are filled to look one up than to write a row.</summary>
/// <param name="Slots">Slots to fill, in order.</param>
/// <param name="Failing">Those of the slots whose cells may fail, which rejects the row.</param>
/// <param name="Rules">Row rules that decide the draw; empty when no cell of the slice depends on it.</param>
internal sealed record Slice(ImmutableArray<int> Slots, ImmutableArray<int> Failing, ImmutableArray<RowRulePlan> Rules)
{
    /// <summary>True when every draw of a row stands.</summary>
    public bool IsAlwaysKept => Failing.IsEmpty && Rules.IsEmpty;

    /// <summary>Everything a row needs before a model is asked.</summary>
    public static Slice Whole(TablePlan table, bool[] readsModel)
    {
        RowRulePlan[] rules = [.. table.RowRules.Where(rule => !rule.ReadsModel)];
        return Of(table, slot => !readsModel[slot], [.. rules]);
    }

    /// <summary>What the given slots need, and, where one of them is drawn, what decides the row's draw.</summary>
    public static Slice For(TablePlan table, bool[] readsModel, IEnumerable<int> slots)
    {
        var needed = new bool[table.Cells.Length];
        foreach (int slot in slots)
            Need(table, slot, needed);
        bool isDrawn = table.Cells.Any(cell => cell.Source is ReferenceRowCells { IsDistinct: true }) || table.Cells.Any(cell => needed[cell.Slot] && !cell.IsFrozen);
        if (!isDrawn)
            return Of(table, slot => needed[slot], []);

        ImmutableArray<RowRulePlan> rules = [.. table.RowRules.Where(rule => !rule.ReadsModel)];
        foreach (RowRulePlan rule in rules)
        {
            foreach (int slot in rule.Check.Slots)
                Need(table, slot, needed);
        }

        foreach (CellPlan cell in table.Cells.Where(cell => (cell.CanFail || cell.Source is ReferenceRowCells { IsDistinct: true }) && !readsModel[cell.Slot]))
            Need(table, cell.Slot, needed);
        return Of(table, slot => needed[slot], rules);
    }

    private static Slice Of(TablePlan table, Func<int, bool> isFilled, ImmutableArray<RowRulePlan> rules)
    {
        ImmutableArray<int> slots = [.. table.Order.Where(isFilled)];
        return new Slice(slots, [.. slots.Where(slot => table.Cells[slot].CanFail)], rules);
    }

    private static void Need(TablePlan table, int slot, bool[] needed)
    {
        if (needed[slot])
            return;
        needed[slot] = true;
        foreach (int input in table.Cells[slot].Inputs)
            Need(table, input, needed);
        if (table.Cells[slot].Source is PreviousCells previous)
            Need(table, previous.Slot, needed);
    }
}
