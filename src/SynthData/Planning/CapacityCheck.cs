using SynthData.Catalogue;
using SynthData.Diagnostics;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Checks a counted plan: whether every unique column, reference and count rule can be met by so many rows.</summary>
/// <param name="mostOfOne">The greatest number of children of one parent, by table index.</param>
internal sealed class CapacityCheck(DatasetPlan plan, Func<int, long> mostOfOne, DiagnosticBag bag)
{
    /// <summary>Tells everything that cannot be met (SD2).</summary>
    public void Check()
    {
        foreach (TablePlan table in plan.Tables)
        {
            foreach (CellPlan cell in table.Cells)
                CheckCell(table, cell, plan.RowCount(table.Index));
            foreach (CellPlan cell in table.Cells.Where(cell => cell.Faults?.Kinds.Any(share => share.Kind == FaultKind.Orphan) == true))
                CheckOrphans(table, cell);
            new PinCapacity(table, plan.RowCount(table.Index), bag).Check();
            foreach (TableRulePlan rule in table.TableRules)
                CheckRule(table, rule, plan.RowCount(table.Index));
        }
    }

    private void CheckOrphans(TablePlan table, CellPlan cell)
    {
        var lookup = (LookupCells)cell.Source;
        TablePlan parent = plan.Tables[lookup.ParentTable];
        long parents = plan.RowCount(parent.Index);
        IEnumerable<CellPlan> keys = cell.Column!.Names.Select(name => parent.Cells[((LookupCells)table.Find(name)!.Source).ParentSlot]);
        if (keys.Any(key => OrphanKeys.Count(key.Source, key.Type, parents) == 0))
            bag.Add(ListDiagnostics.TooFewOrphans, cell.Faults!.Kinds.First(share => share.Kind == FaultKind.Orphan).Position, $"{table.Name}.{cell.Column.StreamName}", parent.Name, parents);
    }

    private void CheckCell(TablePlan table, CellPlan cell, long rows)
    {
        string name = $"{table.Name}.{(cell.IsUnnamed ? cell.Stream : cell.Name)}";
        switch (cell.Source)
        {
            case PatternCells { IsUnique: true } pattern when pattern.Pattern.Capacity < (UInt128)rows:
                bag.Add(PlanDiagnostics.UniqueTooSmall, cell.Position, name, pattern.Pattern.Capacity, rows);
                break;
            case SemanticCells { IsTagged: true } semantic:
                // The least roomy of its locales decides: any row may have it.
                string least = semantic.Locales.Tags.MinBy(locale => semantic.Type.In(locale)!.UniqueCapacity)!;
                new SemanticCheck(name, cell.Position, bag).IsUnique(semantic.Type, least, rows);
                break;
            case SequenceCells sequence when rows > 0 && !Fits(sequence, cell.Type, rows):
                bag.Add(PlanDiagnostics.SequenceTooLong, cell.Position, name, cell.Type, rows);
                break;
            case ReferenceRowCells reference:
                CheckReference(table, cell.Slot, reference, name, rows);
                break;
        }
    }

    private void CheckReference(TablePlan table, int slot, ReferenceRowCells reference, string name, long rows)
    {
        string parent = plan.Tables[reference.ParentTable].Name;
        long parents = plan.RowCount(reference.ParentTable);
        SourcePosition? position = table.Cells.First(cell => cell.Column is not null && cell.Source is LookupCells lookup && lookup.RowSlot == slot).Position;
        if (rows > 0 && parents == 0)
            bag.Add(PlanDiagnostics.NoParents, position, name, parent);
        else if (parents > ReferenceRowCells.MaxChosen && (reference.Weight is not null || reference.Filter is not null))
            bag.Add(DistributionDiagnostics.TooManyToChoose, position, name, parent, parents, ReferenceRowCells.MaxChosen);
        else if (reference.IsOneToOne && rows > parents)
            bag.Add(PlanDiagnostics.TooManyRowsForParents, position, name, parent, rows, parents);
        else if (reference.IsDistinct && mostOfOne(table.Index) > parents)
            bag.Add(PlanDiagnostics.UniqueTooSmall, position, $"{name} (within one parent)", parents, mostOfOne(table.Index));
    }

    private static bool Fits(SequenceCells sequence, ColumnType type, long rows)
    {
        Int128 last = sequence.Start + ((Int128)sequence.Step * (rows - 1));
        return type.Kind == ColumnKind.Int32
            ? last <= int.MaxValue && last >= int.MinValue && sequence.Start <= int.MaxValue && sequence.Start >= int.MinValue
            : last <= long.MaxValue && last >= long.MinValue;
    }

    private void CheckRule(TablePlan table, TableRulePlan rule, long rows)
    {
        if (rule is RowsCheck count && (rows < count.Low || rows > count.High))
            bag.Add(PlanDiagnostics.RowsOutside, rule.Position, table.Name, rows, count.Low, count.High);
        if (rule is not ShareCheck share || rows == 0 || share.Condition.Slots.All(slot => table.Cells[slot].IsFrozen))
            return;

        double error = share.StandardError(rows);
        if ((double)share.Within < 5 * error)
            bag.Add(PlanDiagnostics.ShareIsLuck, rule.Position, rule.Name, rows, error, share.Within, 5 * error);
    }
}
