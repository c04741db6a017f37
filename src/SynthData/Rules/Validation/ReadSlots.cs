using System.Collections.Immutable;
using SynthData.Planning;

namespace SynthData.Rules.Validation;

/// <summary>What of each table others read: the keys its rows are found by, and the cells looked up in them.</summary>
internal sealed class ReadSlots
{
    private readonly DatasetPlan plan;
    private readonly SlotKnowledge knowledge;
    private readonly List<ImmutableArray<int>>[] keys;
    private readonly SortedSet<int>[] cells;

    public ReadSlots(DatasetPlan plan, SlotKnowledge knowledge)
    {
        this.plan = plan;
        this.knowledge = knowledge;
        keys = [.. plan.Tables.Select(_ => new List<ImmutableArray<int>>())];
        cells = [.. plan.Tables.Select(_ => new SortedSet<int>())];
        foreach (TablePlan table in plan.Tables.Where(table => knowledge.IsGiven(table.Index)))
            Add(table);
    }

    /// <summary>Makes room for a table's rows, or gives null when nobody refers to them.</summary>
    public KnownRows? RowsOf(int table) => keys[table].Count == 0 ? null : new KnownRows([.. keys[table]], [.. cells[table]]);

    private void Add(TablePlan table)
    {
        foreach (ReferencePlan reference in ReferencePlan.Of(table).Where(reference => knowledge.WhyNot(table.Index, reference.RowSlot) is null))
            AddKey(reference.ParentTable, reference.Targets);
        foreach (ForeignKeyCheck check in table.TableRules.OfType<ForeignKeyCheck>().Where(check => knowledge.WhyNot(check.ParentTable, check.ParentSlot) is null))
            AddKey(check.ParentTable, [check.ParentSlot]);
        foreach (CellPlan cell in table.Cells.Where(cell => cell.Column is null && knowledge.WhyNot(table.Index, cell.Slot) is null))
        {
            if (cell.Source is LookupCells lookup)
                AddCell(lookup);
            if (cell.Source is PreviousCells previous)
            {
                AddKey(table.Index, PreviousRow.KeyOf(table)!.Value);
                cells[table.Index].Add(previous.Slot);
            }
        }
    }

    private void AddKey(int table, ImmutableArray<int> key)
    {
        if (!keys[table].Exists(known => known.SequenceEqual(key)))
            keys[table].Add(key);
    }

    private void AddCell(LookupCells lookup)
    {
        TablePlan parent = plan.Tables[lookup.ParentTable];
        if (parent.Cells[lookup.ParentSlot] is not { Column: null, Source: LookupCells further })
        {
            cells[lookup.ParentTable].Add(lookup.ParentSlot);
            return;
        }

        cells[lookup.ParentTable].UnionWith(ReferencePlan.Of(parent).First(reference => reference.RowSlot == further.RowSlot).Columns);
        AddCell(further);
    }
}
