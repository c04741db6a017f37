namespace SynthData.Planning;

/// <summary>Says of which columns the first 100 of 1,000 rows are the 100 rows: those that depend on no number of rows.</summary>
/// <remarks>
/// Cells lead to one another across tables, and back: a count reads a cell whose row is drawn again for an aggregate over what is
/// counted. What is met again on the way is as stable as what else it follows from, so each question is asked once.
/// </remarks>
internal sealed class PrefixStable
{
    private readonly DatasetPlan plan;
    private readonly Func<int, bool> grows;
    private readonly HashSet<(int Table, int Slot, bool IsDraw)> asked = [];

    private PrefixStable(DatasetPlan plan, Func<int, bool> grows)
    {
        this.plan = plan;
        this.grows = grows;
    }

    /// <summary>Whether more rows, of its own table or of any other, leave the cells of the first rows as they are.</summary>
    public static bool IsTrueOf(DatasetPlan plan, TablePlan table, CellPlan cell) => IsTrueOf(plan, table, cell, static _ => true);

    /// <summary>As <see cref="IsTrueOf(DatasetPlan, TablePlan, CellPlan)"/>, where some tables only get more rows.</summary>
    /// <param name="grows">Whether a table, by index, does.</param>
    public static bool IsTrueOf(DatasetPlan plan, TablePlan table, CellPlan cell, Func<int, bool> grows) => new PrefixStable(plan, grows).IsStable(table, cell);

    /// <summary>Whether the cell moves by itself, and not only because its rows are drawn again for what others hold.</summary>
    public static bool MovesByItself(DatasetPlan plan, TablePlan table, CellPlan cell, Func<int, bool> grows) => !new PrefixStable(plan, grows).IsFixed(table, cell);

    /// <summary>Whether more parents leave the children of the first ones as many as they are.</summary>
    public static bool OfCounts(DatasetPlan plan, TablePlan children) => new PrefixStable(plan, static _ => true).CountsAreFixed(children);

    private bool IsStable(TablePlan table, CellPlan cell) =>
        !asked.Add((table.Index, cell.Slot, false)) || (IsFixed(table, cell) && (cell.IsFrozen || DrawsAreFixed(table)));

    // A row is drawn again for its rules and failed cells, so what moves those moves every drawn cell of the row.
    private bool DrawsAreFixed(TablePlan table) =>
        !table.Cells.Any(cell => cell.Source is ReferenceRowCells { IsDistinct: true })
        && table.RowRules.All(rule => rule.Check.Slots.All(slot => IsFixed(table, table.Cells[slot])))
        && table.Cells.All(cell => !cell.CanFail || IsFixed(table, cell));

    // At a given draw of its row.
    private bool IsFixed(TablePlan table, CellPlan cell)
    {
        if (!asked.Add((table.Index, cell.Slot, true)))
            return true;
        bool hasMoreRows = grows(table.Index);
        bool isFixed = cell.Source switch
        {
            SemanticCells semantic => !hasMoreRows || (!semantic.IsTagged && !semantic.FollowsTag),
            CategoryCells category => !hasMoreRows || category.Exact is null,
            ReferenceRowCells reference => !hasMoreRows && !grows(reference.ParentTable) || IsPicked(reference),
            FaultLabelCells or KeyRowCells or ModelCells => false,
            KnowledgeCells knowledge => !hasMoreRows || !knowledge.Plan.IsUnique[knowledge.Place],
            ParentRowCells or PositionCells or SiblingCountCells => CountsAreFixed(table),
            PreviousCells previous => IsStable(table, table.Cells[previous.Slot]),
            AggregateCells aggregate => AreChildrenFixed(plan.Tables[aggregate.ChildTable], aggregate),
            LookupCells lookup when lookup.ParentTable != table.Index =>
                IsStable(plan.Tables[lookup.ParentTable], plan.Tables[lookup.ParentTable].Cells[lookup.ParentSlot]),
            _ => true,
        };
        return isFixed && (!hasMoreRows || cell.Nulls is not { IsExact: true }) && cell.Inputs.All(input => IsFixed(table, table.Cells[input]));
    }

    // Each row by itself picks one of the same parents; those that it weighs them by or filters with may still move.
    private bool IsPicked(ReferenceRowCells reference) =>
        !grows(reference.ParentTable) && reference is { IsOneToOne: false, IsDistinct: false, IsEarlier: false, Weight: null, Filter: null };

    private bool AreChildrenFixed(TablePlan children, AggregateCells aggregate) =>
        CountsAreFixed(children) && aggregate.ChildSlots.All(slot => IsStable(children, children.Cells[slot]));

    private bool CountsAreFixed(TablePlan table)
    {
        if (table.Per is not { } per)
            return true;
        TablePlan parent = plan.Tables[per.ParentTable];
        return (!grows(per.ParentTable) || per.Count is { Exact: null, Total: null }) && per.Count.Slots.All(slot => IsStable(parent, parent.Cells[slot]));
    }
}
