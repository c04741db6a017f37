using SynthData.Planning;

namespace SynthData.Rules.Validation;

/// <summary>Which slots of which tables have a value when rows are read and not made, and why others have none.</summary>
/// <param name="columns">By table index, the columns that the data holds; tables that were not given are not in it.</param>
internal sealed class SlotKnowledge(DatasetPlan plan, IReadOnlyDictionary<int, IReadOnlySet<string>> columns)
{
    private readonly Dictionary<(int Table, int Slot), string?> reasons = [];

    public bool IsGiven(int table) => columns.ContainsKey(table);

    public bool IsRead(int table, int slot) =>
        plan.Tables[table].Cells[slot] is { Column: not null } cell && columns.TryGetValue(table, out IReadOnlySet<string>? read) && read.Contains(cell.Name);

    /// <summary>Null for a slot that has a value, else the reason as a clause, such as <c>table 'products' was not given</c>.</summary>
    public string? WhyNot(int table, int slot)
    {
        if (!IsGiven(table))
            return $"table '{plan.Tables[table].Name}' {(plan.Tables[table].Schema.IsWritten ? "was not given" : "is never written")}";
        if (IsRead(table, slot))
            return null;
        if (reasons.TryGetValue((table, slot), out string? known))
            return known;
        reasons[(table, slot)] = $"column '{Name(table, slot)}' needs itself";          // met again, it is a circle
        return reasons[(table, slot)] = Find(plan.Tables[table], plan.Tables[table].Cells[slot]);
    }

    /// <summary>Whether a slot has a value only once all rows of its own table were seen.</summary>
    public bool ReadsOwnTable(TablePlan table, int slot) => !IsRead(table.Index, slot) && table.Cells[slot].Source switch
    {
        LookupCells lookup => lookup.ParentTable == table.Index || ReadsOwnTable(table, lookup.RowSlot),
        ReferenceRowCells reference => reference.ParentTable == table.Index,
        PreviousCells => true,
        _ => table.Cells[slot].Inputs.Any(input => ReadsOwnTable(table, input)),
    };

    private string? Find(TablePlan table, CellPlan cell) => cell.Source switch
    {
        ParentRowCells or ReferenceRowCells => Row(table, cell),
        LookupCells lookup when cell.Column is null => WhyNot(table.Index, lookup.RowSlot) ?? Parent(table, lookup),
        PreviousCells previous => Before(table, previous),
        AggregateCells aggregate => Children(table, aggregate),
        _ when ComputedCells.CanFill(cell) => cell.Inputs.Select(input => WhyNot(table.Index, input)).FirstOrDefault(reason => reason is not null),
        _ => $"column '{Name(table.Index, cell.Slot)}' is {(cell.Column is { IsHidden: true } ? "hidden" : "not in the data")}",
    };

    private string? Row(TablePlan table, CellPlan row)
    {
        ReferencePlan? reference = ReferencePlan.Of(table).FirstOrDefault(reference => reference.RowSlot == row.Slot);
        if (reference is null)
            return $"no column says which row of '{plan.Tables[table.Per!.ParentTable].Name}' a row belongs to";
        return reference.Columns.Select(slot => IsRead(table.Index, slot) ? null : WhyNot(table.Index, slot))
            .Concat(reference.Targets.Select(slot => WhyNot(reference.ParentTable, slot)))
            .FirstOrDefault(reason => reason is not null);
    }

    // A cell computed from rows of its own table cannot be read from a row that was not computed yet.
    private string? Parent(TablePlan table, LookupCells lookup)
    {
        TablePlan parent = plan.Tables[lookup.ParentTable];
        bool isLate = parent == table && parent.Cells[lookup.ParentSlot].Source is not LookupCells && ReadsOwnTable(table, lookup.ParentSlot);
        return isLate ? $"column '{Name(table.Index, lookup.ParentSlot)}' is hidden and reads rows of its own table" : WhyNot(lookup.ParentTable, lookup.ParentSlot);
    }

    private string? Before(TablePlan table, PreviousCells previous)
    {
        if (PreviousRow.KeyOf(table) is not { } key)
            return PreviousRow.NoKey(table);
        bool isLate = !IsRead(table.Index, previous.Slot) && ReadsOwnTable(table, previous.Slot);
        return isLate
            ? $"column '{Name(table.Index, previous.Slot)}' is hidden and reads rows of its own table"
            : key.Concat(previous.First.Slots).Append(previous.Slot).Select(slot => WhyNot(table.Index, slot)).FirstOrDefault(reason => reason is not null);
    }

    // Children are read ahead of everything else, so of them only what stands in their own file is known.
    private string? Children(TablePlan table, AggregateCells aggregate)
    {
        TablePlan children = plan.Tables[aggregate.ChildTable];
        if (!IsGiven(children.Index))
            return WhyNot(children.Index, 0);
        if (ChildFolds.ReferenceOf(plan, table, aggregate) is not { } reference)
            return $"no column says which row of '{table.Name}' a row of '{children.Name}' belongs to";
        return reference.Targets.Select(slot => WhyNot(table.Index, slot))
            .Concat(reference.Columns.Concat(aggregate.ChildSlots).Select(slot => IsRead(children.Index, slot) ? null : $"'{Name(children.Index, slot)}' is not in the data of '{children.Name}'"))
            .FirstOrDefault(reason => reason is not null);
    }

    private string Name(int table, int slot) => $"{plan.Tables[table].Name}.{plan.Tables[table].Cells[slot].Name}";
}
