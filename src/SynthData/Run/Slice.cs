using System.Collections.Immutable;
using SynthData.Planning;

namespace SynthData.Run;

/// <summary>The steps and rules of a table that some of its cells need: fewer columns are filled to look one up than to write a row.</summary>
/// <param name="Slots">Slots to fill, in order.</param>
/// <param name="Failing">Those of the slots whose cells may fail, which rejects the row.</param>
/// <param name="Rules">Row rules that decide the draw; empty when no cell of the slice depends on it.</param>
/// <param name="Late">Slots to fill when the row is final: they follow from its children, and no rule reads them.</param>
/// <param name="LateFailing">Those of all slots that follow from children and may fail, which ends the run: no draw would help.</param>
internal sealed record Slice(
    ImmutableArray<int> Slots, ImmutableArray<int> Failing, ImmutableArray<RowRulePlan> Rules, ImmutableArray<int> Late, ImmutableArray<int> LateFailing)
{
    /// <summary>Every slot that is filled, in order.</summary>
    public ImmutableArray<int> All { get; } = [.. Slots, .. Late];

    /// <summary>True when every draw of a row stands.</summary>
    public bool IsAlwaysKept => Failing.IsEmpty && Rules.IsEmpty;

    /// <summary>Everything a row needs before a model is asked.</summary>
    public static Slice Whole(TablePlan table, bool[] readsModel)
    {
        RowRulePlan[] rules = [.. table.RowRules.Where(rule => rule is { ReadsModel: false, IsByConstruction: false })];
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

        ImmutableArray<RowRulePlan> rules = [.. table.RowRules.Where(rule => rule is { ReadsModel: false, IsByConstruction: false })];
        foreach (RowRulePlan rule in rules)
        {
            foreach (int slot in rule.Check.Slots)
                Need(table, slot, needed);
        }

        foreach (CellPlan cell in table.Cells.Where(cell => ((cell.CanFail && !cell.IsLate) || cell.Source is ReferenceRowCells { IsDistinct: true }) && !readsModel[cell.Slot]))
            Need(table, cell.Slot, needed);
        return Of(table, slot => needed[slot], rules);
    }

    private static Slice Of(TablePlan table, Func<int, bool> isFilled, ImmutableArray<RowRulePlan> rules)
    {
        var ruled = new bool[table.Cells.Length];
        foreach (int slot in rules.SelectMany(rule => rule.Check.Slots))
            Need(table, slot, ruled);
        ImmutableArray<int> filled = [.. table.Order.Where(isFilled)];
        ImmutableArray<int> late = [.. filled.Where(slot => table.Cells[slot].IsLate && !ruled[slot])];
        return new Slice(
            [.. filled.Except(late)], [.. filled.Where(slot => table.Cells[slot] is { CanFail: true, IsLate: false })], rules,
            late, [.. filled.Where(slot => table.Cells[slot] is { CanFail: true, IsLate: true })]);
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
