using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Decides how uniqueness of some columns together comes about: by construction, verified only, or not at all.</summary>
internal sealed class Uniqueness(PlanDraft plan, TableDraft table)
{
    public UniqueCheck Check(string name, ImmutableArray<int> slots, bool isKey, SourcePosition position)
    {
        var check = new UniqueCheck(name, slots, isKey, position);
        CellDraft[] cells = [.. slots.Select(slot => table.Cells[slot])];
        if (cells.Any(cell => cell.Source is null))
            return check;                                       // told already
        if (isKey && cells.Any(cell => cell.Column?.Source is PromptSource))
            return check;                                       // told where the prompt is bound
        if (cells.Any(cell => cell.IsUnique) || HoldsPosition(slots) || HoldsOneToOne(slots))
            return check with { IsByConstruction = !isKey || !cells.Any(MayBeNull) };
        if (cells.All(IsDetermined))
            return check;                                       // computed, listed or inherited: verified while the rows pass

        if (DrawnReferences(cells) is [{ } reference] && HoldsParent(slots))
        {
            MakeDistinct(reference);
            return check with { IsByConstruction = true };
        }

        Refuse(slots, cells, isKey, position);
        return check;
    }

    // The `per` parent and the position are unique together.
    private bool HoldsPosition(ImmutableArray<int> slots) =>
        HoldsParent(slots) && slots.Any(slot => table.Cells[slot].Source is PositionCells);

    // All columns of a composite reference that takes every parent at most once.
    private bool HoldsOneToOne(ImmutableArray<int> slots) => table.References.Any(reference =>
        table.Cells[reference.RowSlot].Source is ReferenceRowCells { IsOneToOne: true }
        && reference.Column.Names.All(name => slots.Contains(table.Find(name)!.Slot)));

    // A unique column of the parent, or all columns of its key.
    private bool HoldsParent(ImmutableArray<int> slots)
    {
        if (table.Per is not { } per)
            return false;
        IEnumerable<LookupCells> lookups = slots.Select(slot => table.Cells[slot].Source).OfType<LookupCells>();
        CellDraft[] held = [.. lookups.Where(lookup => lookup.RowSlot == per.RowSlot).Select(lookup => per.Parent.Cells[lookup.ParentSlot])];
        ImmutableArray<string> key = per.Parent.Schema.Key;
        return held.Any(cell => cell.IsUnique) || (key.Length > 0 && key.All(name => held.Any(cell => cell.Name == name)));
    }

    private bool MayBeNull(CellDraft cell) => cell.Source switch
    {
        ExpressionCells or TemplateCells or CasesCells => true,
        ListedCells listed => listed.Values.Cells.States.Contains(CellState.Null),
        CategoryCells category => category.Values.Cells.States.Contains(CellState.Null),
        TupleCells tuple => tuple.Values.Cells.States.Contains(CellState.Null),
        LookupCells => RowOf(cell)?.Source is ReferenceRowCells { IsEarlier: true },
        _ => false,
    };

    private List<CellDraft> DrawnReferences(CellDraft[] cells) =>
        [.. cells.Select(RowOf).OfType<CellDraft>().Distinct()];

    private CellDraft? RowOf(CellDraft cell) =>
        cell.Source is LookupCells { RowSlot: var row } && table.Cells[row].Source is ReferenceRowCells ? table.Cells[row] : null;

    private void MakeDistinct(CellDraft row)
    {
        row.Source = ((ReferenceRowCells)row.Source!) with { IsDistinct = true };
        row.Reads(table.Per!.RowSlot);
    }

    private bool IsDetermined(CellDraft cell) =>
        cell.Source is ExpressionCells or TemplateCells or ObjectCells or ListedCells or PositionCells || (cell.Source is LookupCells && RowOf(cell) is null);

    private void Refuse(ImmutableArray<int> slots, CellDraft[] cells, bool isKey, SourcePosition position)
    {
        string names = string.Join(", ", cells.Select(cell => cell.Name));
        if (isKey && slots.Length == 1)
        {
            plan.Bag.Add(PlanDiagnostics.KeyUnsupported, position, $"{table.Name}.{names}", "its source repeats values",
                "Make it a sequence, a UUID, a pattern, a one-to-one reference (`unique: true`) or a unique template.");
            return;
        }

        plan.Bag.Add(PlanDiagnostics.UniqueRuleRefused, position, names, table.Name,
            $"drawn are {string.Join(", ", cells.Where(cell => !IsDetermined(cell)).Select(cell => cell.Name).DefaultIfEmpty(names))}",
            slots.Length == 1
                ? $"Write `unique: true` in column '{names}' if its source takes it, such as a pattern, a reference or a tagged semantic type."
                : "Add a unique column, or make it the `per` reference with `position`, or the `per` reference with one drawn reference.");
    }
}
