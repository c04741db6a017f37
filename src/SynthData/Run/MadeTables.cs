using System.Collections.Immutable;
using SynthData.Planning;

namespace SynthData.Run;

/// <summary>Which tables a run makes: those it writes, those whose rules it verifies, and those whose model-filled cells these read.</summary>
/// <remarks>Everything else is recomputed where it is read, and a model is never asked for what nobody reads.</remarks>
internal static class MadeTables
{
    public static ImmutableHashSet<int> Of(DatasetPlan plan)
    {
        var made = new HashSet<int>();
        var seen = new HashSet<(int Table, int Slot)>();
        foreach (TablePlan table in plan.Tables.Where(table => table.IsWritten || (table.ModelSlots.IsEmpty && !table.TableRules.All(rule => rule.IsByConstruction))))
            Make(plan, table, made, seen);
        return [.. made];
    }

    private static void Make(DatasetPlan plan, TablePlan table, HashSet<int> made, HashSet<(int Table, int Slot)> seen)
    {
        if (!made.Add(table.Index))
            return;
        foreach (CellPlan cell in table.Cells)
            Follow(plan, table, cell.Slot, made, seen);
        foreach (ForeignKeyCheck key in table.TableRules.OfType<ForeignKeyCheck>())
            Follow(plan, plan.Tables[key.ParentTable], key.ParentSlot, made, seen);
    }

    private static void Follow(DatasetPlan plan, TablePlan table, int slot, HashSet<int> made, HashSet<(int Table, int Slot)> seen)
    {
        if (!seen.Add((table.Index, slot)))
            return;
        CellPlan cell = table.Cells[slot];
        if (cell.Source is ModelCells || (table.IsRedrawn && !cell.IsFrozen))
            Make(plan, table, made, seen);
        IEnumerable<int> deciding = cell.IsFrozen ? [] : table.RowRules.Where(rule => !rule.ReadsModel).SelectMany(rule => rule.Check.Slots);
        foreach (int input in cell.Inputs.Concat(deciding))
            Follow(plan, table, input, made, seen);
        if (cell.Source is LookupCells lookup)
            Follow(plan, plan.Tables[lookup.ParentTable], lookup.ParentSlot, made, seen);
        if (cell.Source is PreviousCells previous)
            Follow(plan, table, previous.Slot, made, seen);
        if (cell.Source is AggregateCells aggregate)
        {
            foreach (int read in aggregate.ChildSlots)
                Follow(plan, plan.Tables[aggregate.ChildTable], read, made, seen);
        }
    }
}
