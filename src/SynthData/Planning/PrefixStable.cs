namespace SynthData.Planning;

/// <summary>Says of which columns the first 100 of 1,000 rows are the 100 rows: those that depend on no number of rows.</summary>
internal static class PrefixStable
{
    /// <summary>Whether more rows, of its own table or of any other, leave the cells of the first rows as they are.</summary>
    public static bool IsTrueOf(DatasetPlan plan, TablePlan table, CellPlan cell) => IsTrueOf(plan, table, cell, []);

    // Met again on the way, a cell of the row before is as stable as what else it follows from.
    private static bool IsTrueOf(DatasetPlan plan, TablePlan table, CellPlan cell, HashSet<int> open) =>
        IsFixed(plan, table, cell, open) && (cell.IsFrozen || DrawsAreFixed(plan, table, open));

    // A row is drawn again for its rules and failed cells, so what moves those moves every drawn cell of the row.
    private static bool DrawsAreFixed(DatasetPlan plan, TablePlan table, HashSet<int> open) =>
        !table.Cells.Any(cell => cell.Source is ReferenceRowCells { IsDistinct: true })
        && table.RowRules.All(rule => rule.Check.Slots.All(slot => IsFixed(plan, table, table.Cells[slot], open)))
        && table.Cells.All(cell => !cell.CanFail || IsFixed(plan, table, cell, open));

    // At a given draw of its row.
    private static bool IsFixed(DatasetPlan plan, TablePlan table, CellPlan cell, HashSet<int> open)
    {
        bool isFixed = cell.Source switch
        {
            SemanticCells semantic => !semantic.IsTagged && !semantic.FollowsTag,
            CategoryCells category => category.Exact is null,
            FaultLabelCells => false,
            ReferenceRowCells or KeyRowCells or ModelCells => false,
            ParentRowCells or PositionCells or SiblingCountCells => CountsAreFixed(plan, table),
            PreviousCells previous => !open.Add(cell.Slot) || IsTrueOf(plan, table, table.Cells[previous.Slot], open),
            AggregateCells aggregate => AreChildrenFixed(plan, plan.Tables[aggregate.ChildTable], aggregate),
            LookupCells lookup when lookup.ParentTable != table.Index =>
                IsTrueOf(plan, plan.Tables[lookup.ParentTable], plan.Tables[lookup.ParentTable].Cells[lookup.ParentSlot]),
            _ => true,
        };
        return isFixed && cell.Nulls is not { IsExact: true } && cell.Inputs.All(input => IsFixed(plan, table, table.Cells[input], open));
    }

    private static bool AreChildrenFixed(DatasetPlan plan, TablePlan children, AggregateCells aggregate) =>
        CountsAreFixed(plan, children) && aggregate.ChildSlots.All(slot => IsTrueOf(plan, children, children.Cells[slot]));

    private static bool CountsAreFixed(DatasetPlan plan, TablePlan table)
    {
        if (table.Per is not { } per)
            return true;
        TablePlan parent = plan.Tables[per.ParentTable];
        return per.Count is { Exact: null, Total: null } && per.Count.Slots.All(slot => IsTrueOf(plan, parent, parent.Cells[slot]));
    }
}
