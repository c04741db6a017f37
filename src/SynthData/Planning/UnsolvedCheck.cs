using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Whether what a table's <c>unsolved</c> asks for can be done.</summary>
/// <remarks>
/// A row that is drawn again when its prompts stay wrong has cells nobody can know before the model was asked. Whatever is made of such
/// cells before, or made again beside the table, would be of a row that is not there; it is refused.
/// </remarks>
internal sealed class UnsolvedCheck(ImmutableArray<TablePlan> tables, DiagnosticBag bag)
{
    public static void Check(ImmutableArray<TablePlan> tables, DiagnosticBag bag)
    {
        var check = new UnsolvedCheck(tables, bag);
        foreach (TablePlan table in tables)
        {
            check.Fallbacks(table);
            check.OwnRows(table);
            check.Count(table);
            foreach (CellPlan cell in table.Cells)
                check.Reader(table, cell);
        }
    }

    /// <summary>Says whether a cell is one of a row that may be drawn again though it was finished, or is computed from one, in any table.</summary>
    public static bool IsUnsettled(ImmutableArray<TablePlan> tables, TablePlan table, int slot) => IsUnsettled(tables, table, slot, []);

    private static bool IsUnsettled(ImmutableArray<TablePlan> tables, TablePlan table, int slot, HashSet<(int Table, int Slot)> seen)
    {
        if (!tables.Any(one => one.IsRedrawn) || !seen.Add((table.Index, slot)))
            return false;
        CellPlan cell = table.Cells[slot];
        if (table.IsRedrawn && !cell.IsFrozen)
            return true;

        // A cell that is drawn follows from all that its row's rules read.
        IEnumerable<int> needed = cell.IsFrozen ? cell.Inputs : cell.Inputs.Concat(table.RowRules.SelectMany(rule => rule.Check.Slots));
        return needed.Any(input => IsUnsettled(tables, table, input, seen))
            || (cell.Source is LookupCells lookup && IsUnsettled(tables, tables[lookup.ParentTable], lookup.ParentSlot, seen))
            || (cell.Source is PreviousCells previous && IsUnsettled(tables, table, previous.Slot, seen))
            || (cell.Source is AggregateCells aggregate && aggregate.ChildSlots.Any(read => IsUnsettled(tables, tables[aggregate.ChildTable], read, seen)));
    }

    private void Fallbacks(TablePlan table)
    {
        if (table.Schema.Unsolved != UnsolvedChoice.Fallback)
            return;
        foreach (CellPlan cell in table.ModelSlots.Select(slot => table.Cells[slot]))
        {
            var source = (ModelCells)cell.Source;
            if (source.Fallback is null)
                bag.Add(UnsolvedDiagnostics.NoFallback, cell.Position, $"{table.Name}.{cell.Name}", table.Name);
            else if (source.FallbackInputs.FirstOrDefault(input => PlanCheck.ReadsModel([table], table with { Index = 0 }, input), -1) is >= 0 and var read)
                bag.Add(UnsolvedDiagnostics.FallbackReadsPrompt, cell.Position, $"{table.Name}.{cell.Name}", table.Cells[read].Name);
        }
    }

    // What reads other rows of its own table reads them as they were drawn first.
    private void OwnRows(TablePlan table)
    {
        if (!table.IsRedrawn)
            return;
        foreach (CellPlan cell in table.Cells)
        {
            bool reads = cell switch
            {
                { ReadsSiblings: true } => true,
                { Source: LookupCells lookup } when lookup.ParentTable == table.Index => !table.Cells[lookup.ParentSlot].IsFrozen,
                { Faults: not null } => !cell.IsFrozen,
                _ => false,
            };
            if (!reads)
                continue;
            bag.Add(UnsolvedDiagnostics.OwnRowsUnsettled, table.Schema.UnsolvedPosition, table.Name, cell.IsUnnamed ? "a `distinct` reference" : $"'{cell.Name}'");
            return;
        }
    }

    private void Count(TablePlan table)
    {
        if (table.Per is not { } per)
            return;
        TablePlan parent = tables[per.ParentTable];
        foreach (int slot in per.Count.Slots.Where(slot => IsUnsettled(tables, parent, slot)).Take(1))
            Tell(table.Schema.Rows.Position, $"The number of rows of '{table.Name}'", $"{parent.Name}.{parent.Cells[slot].Name}");
    }

    private void Reader(TablePlan table, CellPlan cell)
    {
        switch (cell.Source)
        {
            case ReferenceRowCells { ParentTable: var index } reference:
                TablePlan parent = tables[index];
                if (reference.Weight is { } weight && IsUnsettled(tables, parent, weight.ParentSlot))
                    Tell(weight.Position, "A `weight`", $"{parent.Name}.{parent.Cells[weight.ParentSlot].Name}");
                if (reference.Filter is { } filter && filter.Cells.FirstOrDefault(one => IsUnsettled(tables, parent, one.ParentSlot)) is { } read)
                    Tell(filter.Text.Position, "A `where`", $"{parent.Name}.{parent.Cells[read.ParentSlot].Name}");
                break;
            case AggregateCells aggregate:
                TablePlan child = tables[aggregate.ChildTable];
                if (aggregate.ChildSlots.Any(slot => IsUnsettled(tables, child, slot)))
                    Tell(aggregate.Position, $"The aggregate '{cell.Name}' of '{table.Name}'", $"cells of '{child.Name}'");
                break;
        }
    }

    private void Tell(SourcePosition? position, string reader, string read) => bag.Add(UnsolvedDiagnostics.ReadsUnsettled, position, reader, read);
}
