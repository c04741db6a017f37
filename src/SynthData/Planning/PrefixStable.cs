namespace SynthData.Planning;

/// <summary>Says of which columns the first 100 of 1,000 rows are the 100 rows: those that depend on no number of rows.</summary>
internal static class PrefixStable
{
    /// <summary>Whether more rows, of its own table or of any other, leave the cells of the first rows as they are.</summary>
    public static bool IsTrueOf(DatasetPlan plan, TablePlan table, CellPlan cell) =>
        IsFixed(plan, table, cell) && (cell.IsFrozen || DrawsAreFixed(plan, table));

    // A row is drawn again for its rules and failed cells, so what moves those moves every drawn cell of the row.
    private static bool DrawsAreFixed(DatasetPlan plan, TablePlan table) =>
        !table.IsSequential
        && table.RowRules.All(rule => rule.Check.Slots.All(slot => IsFixed(plan, table, table.Cells[slot])))
        && table.Cells.All(cell => !cell.CanFail || IsFixed(plan, table, cell));

    // At a given draw of its row.
    private static bool IsFixed(DatasetPlan plan, TablePlan table, CellPlan cell)
    {
        bool isFixed = cell.Source switch
        {
            SemanticCells semantic => !semantic.IsTagged,
            CategoryCells category => category.Exact is null,
            ReferenceRowCells or KeyRowCells or ModelCells => false,
            ParentRowCells or PositionCells => CountsAreFixed(plan, table),
            LookupCells lookup when lookup.ParentTable != table.Index =>
                IsTrueOf(plan, plan.Tables[lookup.ParentTable], plan.Tables[lookup.ParentTable].Cells[lookup.ParentSlot]),
            _ => true,
        };
        return isFixed && cell.Nulls is not { IsExact: true } && cell.Inputs.All(input => IsFixed(plan, table, table.Cells[input]));
    }

    private static bool CountsAreFixed(DatasetPlan plan, TablePlan table)
    {
        if (table.Per is not { } per)
            return true;
        TablePlan parent = plan.Tables[per.ParentTable];
        return per.Count.Exact is null && per.Count.Slots.All(slot => IsTrueOf(plan, parent, parent.Cells[slot]));
    }
}
