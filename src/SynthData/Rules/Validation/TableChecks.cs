using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Rules.Validation;

/// <summary>Makes every check of a table that the data allows, and notes the others.</summary>
/// <param name="rows">By table index, the rows of the tables that are referred to.</param>
internal sealed class TableChecks(
    DatasetPlan plan, CheckContext context, SlotKnowledge knowledge, IReadOnlyList<KnownRows?> rows, FallbackNulls fallbacks)
{
    private readonly TablePlan table = context.Table;
    private readonly List<IRowsCheck> checks = [];

    public IReadOnlyList<IRowsCheck> Make()
    {
        foreach (CellPlan cell in table.Cells.Where(cell => cell.Source is not (LookupCells or TupleCells or FaultLabelCells) && knowledge.IsRead(table.Index, cell.Slot)))
            AddCell(cell);
        foreach (IGrouping<int, CellPlan> together in table.Cells.Where(cell => cell.Source is TupleCells).GroupBy(cell => ((TupleCells)cell.Source).RowSlot))
            AddTuples(table.Cells[together.Key], [.. together]);
        AddListed();
        foreach (ImmutableArray<int> covered in CoverageCheck.Of(table))
        {
            if (CanRead(Coverage(covered), covered))
                checks.Add(new CoverageCheck(context.For(Coverage(covered)), covered));
        }

        foreach ((ImmutableArray<int> slots, ImmutableArray<int> rows) in PinnedCheck.Of(table))
        {
            if (CanRead("pinned rows", slots))
                checks.Add(new PinnedCheck(context.For("pinned rows"), slots, rows));
        }

        foreach (ReferencePlan reference in ReferencePlan.Of(table))
            AddReference(reference);
        foreach (CellPlan cell in table.Cells.Where(cell => cell is { Column: not null, Source: PositionCells } && knowledge.IsRead(table.Index, cell.Slot)))
            AddPosition(cell);
        foreach (CellPlan cell in table.Cells.Where(cell => cell is { Column: not null, Source: RangeCells { IsOrdered: true } or TimeSeriesCells } && knowledge.IsRead(table.Index, cell.Slot)))
            AddOrder(cell);
        AddRepeats();
        foreach (RowRulePlan rule in table.RowRules)
        {
            if (CanRead($"rule '{rule.Name}'", rule.Check.Slots))
                checks.Add(new RowRuleCheck(context.For($"rule '{rule.Name}'"), rule));
        }

        foreach (TableRulePlan rule in table.TableRules)
            AddRule(rule);
        return checks;
    }

    private void AddCell(CellPlan cell)
    {
        string name = $"column '{cell.Name}'";
        if (!CanRead(name, new NullRule(cell).Reads))
            return;
        var source = SourceCheck.For(cell, cell.Source, IsKnown);
        if (cell.Source is CategoryCells { Given: { } given } && !given.Slots.All(IsKnown))
            CanRead($"{name} by its condition", given.Slots);
        bool isChecked = CanRead(name, source.Reads);
        bool mayBeNull = table.Schema.Key.Contains(cell.Name) || fallbacks.MayBeNull(table, cell.Slot);
        checks.Add(new CellCheck(context.For(name), cell, isChecked ? source : null, mayBeNull));
    }

    private void AddListed()
    {
        ImmutableArray<CellPlan> listed = [.. table.Cells.Where(cell => cell.Source is ListedCells && knowledge.IsRead(table.Index, cell.Slot))];
        if (listed.Length > 1 && CanRead("listed rows", []))
            checks.Add(new ListedRowCheck(context.For("listed rows"), listed));
    }

    private void AddTuples(CellPlan row, ImmutableArray<CellPlan> cells)
    {
        string name = $"tuples '{context.Names(cells.Select(cell => cell.Slot))}'";
        if (!CanRead(name, cells.Select(cell => cell.Slot)) || !CanRead(name, new NullRule(row).Reads))
            return;
        bool canReadGiven = CanRead($"{name} by their condition", ((CategoryCells)row.Source).Given?.Slots ?? []);
        checks.Add(new TupleCheck(context.For(name), row, cells, canReadGiven));
    }

    private void AddReference(ReferencePlan reference)
    {
        string name = $"reference '{context.Names(reference.Columns)}'";
        if (!reference.Columns.All(slot => knowledge.IsRead(table.Index, slot)))
        {
            Note(name, reference.Columns.Select(slot => knowledge.IsRead(table.Index, slot) ? null : knowledge.WhyNot(table.Index, slot)));
            return;
        }

        if (!CanRead(name, new NullRule(table.Cells[reference.RowSlot]).Reads))
            return;
        TablePlan parent = plan.Tables[reference.ParentTable];
        bool isKnown = CanRead(name, [reference.RowSlot]);
        string target = string.Join(", ", reference.Targets.Select(slot => parent.Cells[slot].Name));
        bool isInKey = reference.Columns.Any(slot => table.Schema.Key.Contains(table.Cells[slot].Name));
        checks.Add(new ReferenceCheck(context.For(name), reference, parent.Name, target, isKnown ? rows[reference.ParentTable] : null, isInKey));
    }

    private void AddPosition(CellPlan cell)
    {
        string thing = $"the numbers of '{cell.Name}'";
        ReferencePlan? parent = ReferencePlan.Of(table).FirstOrDefault(reference => reference.RowSlot == table.Per?.RowSlot);
        if (parent is null)
            context.Ledger.Unchecked(table.Name, knowledge.WhyNot(table.Index, table.Per!.RowSlot)!, thing);
        else if (CanRead(thing, parent.Columns))
            checks.Add(new PositionCheck(context.For(thing), cell, parent.Columns));
    }

    private void AddOrder(CellPlan cell)
    {
        string thing = $"the order of '{cell.Name}'";
        if (PreviousRow.KeyOf(table) is not { } key)
            context.Ledger.Unchecked(table.Name, PreviousRow.NoKey(table), thing);
        else if (CanRead(thing, key))
            checks.Add(new OrderCheck(context.For(thing), cell, key[..^1], key[^1]));
    }

    private void AddRepeats()
    {
        List<ImmutableArray<int>> known = [];
        foreach (UniqueCheck rule in table.TableRules.OfType<UniqueCheck>())
            Add(rule.Slots, rule.RefusesNull, rule.Name, rule.Position);
        foreach (ColumnSchema column in table.Schema.Columns)
        {
            ImmutableArray<int> slots = [.. column.Names.Select(name => table.Find(name)!.Slot)];
            if (column.IsUnique)
                Add(slots, isKey: false, $"unique {column.StreamName}", column.Position);
            if (column.Source is ReferenceSource { Distinct: not null }
                && ReferencePlan.Of(table).FirstOrDefault(reference => reference.RowSlot == table.Per?.RowSlot) is { } parent)
                Add([.. parent.Columns, .. slots], isKey: false, $"distinct {column.StreamName}", column.Position);
        }

        void Add(ImmutableArray<int> slots, bool isKey, string why, SourcePosition position)
        {
            if (known.Exists(other => other.Order().SequenceEqual(slots.Order())))
                return;
            known.Add(slots);
            if (CanRead(why, slots))
                checks.Add(new RepeatCheck(context.For(why), slots, isKey, why, position));
        }
    }

    private void AddRule(TableRulePlan rule)
    {
        string name = $"rule '{rule.Name}'";
        CheckContext named = context.For(name);
        IRowsCheck? check = rule switch
        {
            DependsCheck depends when CanRead(name, [.. depends.By, depends.Determined]) => new DependenceCheck(named, depends),
            ShareCheck share when CanRead(name, share.Condition.Slots) => new ShareCount(named, share),
            RowsCheck count when CanRead(name, []) => new RowCount(named, count),
            ForeignKeyCheck key when CanRead(name, [key.Slot]) && CanRead(name, key) =>
                new ForeignKeyRows(named, key, plan.Tables[key.ParentTable], rows[key.ParentTable]!),
            _ => null,
        };
        if (check is not null)
            checks.Add(check);
    }

    private string Coverage(ImmutableArray<int> slots) => $"coverage of '{context.Names(slots)}'";

    private bool IsKnown(int slot) => knowledge.WhyNot(table.Index, slot) is null;

    private bool CanRead(string thing, IEnumerable<int> slots) => Note(thing, slots.Select(slot => knowledge.WhyNot(table.Index, slot)));

    private bool CanRead(string thing, ForeignKeyCheck key) => Note(thing, [knowledge.WhyNot(key.ParentTable, key.ParentSlot)]);

    private bool Note(string thing, IEnumerable<string?> reasons)
    {
        string? reason = reasons.FirstOrDefault(reason => reason is not null);
        if (reason is null)
            context.Ledger.Checked(table.Name, thing);
        else
            context.Ledger.Unchecked(table.Name, reason, thing);
        return reason is null;
    }
}
