using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Planning;

/// <summary>What only whole tables can tell.</summary>
internal static class PlanCheck
{
    /// <summary>Counts are known before a model is asked, so none may read what a model fills.</summary>
    public static void CountsAvoidModels(ImmutableArray<TablePlan> tables, DiagnosticBag bag)
    {
        foreach (TablePlan table in tables)
        {
            if (table.Per is not { } per)
                continue;
            foreach (int slot in per.Count.Slots.Where(slot => ReadsModel(tables, tables[per.ParentTable], slot)).Take(1))
                bag.Add(PlanDiagnostics.CountReadsModel, table.Schema.Rows.Position, table.Name, tables[per.ParentTable].Cells[slot].Name);
        }
    }

    /// <summary>A model answers many rows at once, so none may read what it fills in another row of the table.</summary>
    public static void OwnRowsAvoidModels(ImmutableArray<TablePlan> tables, DiagnosticBag bag)
    {
        foreach (TablePlan table in tables)
        {
            foreach (CellPlan cell in table.Cells)
            {
                int? read = cell.Source switch
                {
                    LookupCells lookup when lookup.ParentTable == table.Index => lookup.ParentSlot,
                    PreviousCells previous => previous.Slot,
                    _ => null,
                };
                if (read is not { } slot || !ReadsModel(tables, table, slot))
                    continue;
                CellPlan? reader = table.Cells.FirstOrDefault(other => other.Column is not null && other.Inputs.Contains(cell.Slot));
                bag.Add(ModelDiagnostics.OwnRowsReadModel, reader?.Position ?? table.Schema.Position, table.Name, cell.Name);
            }
        }
    }

    /// <summary>Children are made again where they are read, and what a model fills cannot be.</summary>
    public static void AggregatesAvoidModels(ImmutableArray<TablePlan> tables, DiagnosticBag bag)
    {
        foreach ((TablePlan table, CellPlan cell) in tables.SelectMany(table => table.Cells.Select(cell => (table, cell))))
        {
            if (cell.Source is AggregateCells aggregate && ReadsModel(tables, table, cell.Slot))
                bag.Add(OtherRowDiagnostics.AggregateReadsModel, aggregate.Position, cell.Name, tables[aggregate.ChildTable].Name);
        }
    }

    /// <summary>To read an earlier row that follows from the row before it makes all rows before that one, for each row anew: refused.</summary>
    public static void EarlierAvoidsPrevious(ImmutableArray<TablePlan> tables, DiagnosticBag bag)
    {
        foreach (TablePlan table in tables.Where(table => table.Cells.Any(cell => cell.Source is PreviousCells)))
        {
            bool drawsFollow = table.RowRules.Any(rule => rule.Check.Slots.Any(slot => ReadsPrevious(table, slot)))
                || table.Cells.Any(cell => cell.CanFail && ReadsPrevious(table, cell.Slot));
            foreach (CellPlan cell in table.Cells)
            {
                if (cell.Source is not LookupCells lookup || lookup.ParentTable != table.Index)
                    continue;
                CellPlan read = table.Cells[lookup.ParentSlot];
                if (!ReadsPrevious(table, read.Slot) && (read.IsFrozen || !drawsFollow))
                    continue;
                CellPlan? reader = cell.Column is null ? table.Cells.FirstOrDefault(other => other.Column is not null && other.Inputs.Contains(cell.Slot)) : cell;
                bag.Add(OtherRowDiagnostics.EarlierReadsPrevious, reader?.Position ?? table.Schema.Position, table.Name, cell.Name);
            }
        }
    }

    private static bool ReadsPrevious(TablePlan table, int slot) =>
        table.Cells[slot].Source is PreviousCells || table.Cells[slot].Inputs.Any(input => ReadsPrevious(table, input));

    /// <summary>What a reference is weighed or filtered by is looked at before the first row is made, when no model has answered.</summary>
    public static void ChoicesAvoidModels(ImmutableArray<TablePlan> tables, DiagnosticBag bag)
    {
        foreach (TablePlan table in tables)
        {
            foreach (CellPlan cell in table.Cells)
            {
                if (cell.Source is not ReferenceRowCells reference)
                    continue;
                TablePlan parent = tables[reference.ParentTable];
                if (reference.Weight is { } weight && ReadsModel(tables, parent, weight.ParentSlot))
                    bag.Add(DistributionDiagnostics.ChoiceReadsModel, weight.Position, "weight", weight.Text, parent.Name);
                if (reference.Filter is { } filter && filter.Cells.Any(one => ReadsModel(tables, parent, one.ParentSlot)))
                    bag.Add(DistributionDiagnostics.ChoiceReadsModel, filter.Text.Position, "where", filter.Text.Text, parent.Name);
            }
        }
    }

    /// <summary>Says whether a cell is, or is computed from, one a model fills, in its own table or a parent's.</summary>
    public static bool ReadsModel(ImmutableArray<TablePlan> tables, TablePlan table, int slot)
    {
        var seen = new HashSet<(int, int)>();
        return Reads(tables, table, slot, seen);
    }

    private static bool Reads(ImmutableArray<TablePlan> tables, TablePlan table, int slot, HashSet<(int Table, int Slot)> seen)
    {
        CellPlan cell = table.Cells[slot];
        if (!seen.Add((table.Index, slot)))
            return false;
        if (cell.Source is ModelCells)
            return true;
        return cell.Inputs.Any(input => Reads(tables, table, input, seen))
            || (cell.Source is LookupCells lookup && Reads(tables, tables[lookup.ParentTable], lookup.ParentSlot, seen))
            || (cell.Source is PreviousCells previous && Reads(tables, table, previous.Slot, seen))
            || (cell.Source is AggregateCells aggregate && aggregate.ChildSlots.Any(read => Reads(tables, tables[aggregate.ChildTable], read, seen)));
    }
}
