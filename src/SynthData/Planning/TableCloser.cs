using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Expressions;

namespace SynthData.Planning;

/// <summary>Makes a table's plan of its draft: what is frozen, what depends on a model, in which order slots are filled.</summary>
internal sealed class TableCloser(PlanDraft plan, TableDraft table, RuleBinder rules, CountPlan? count)
{
    public TablePlan Close()
    {
        IReadOnlyList<int> order = SlotOrder.Find(table, plan.Bag);
        bool[] frozen = Frozen(order);
        bool[] model = Reaching(order, cell => cell.Source is ModelCells);
        bool[] late = Late(order);
        foreach (CellDraft cell in table.Cells.Where(cell => cell.Source is ModelCells))
        {
            int after = cell.Inputs.FirstOrDefault(input => model[input], -1);
            if (after >= 0)
                plan.Bag.Add(PlanDiagnostics.PromptCycle, cell.Column!.Position, $"{table.Name}.{cell.Name}", table.Cells[after].Name);
        }

        IEnumerable<string> names = table.Schema.Columns.Where(column => !column.IsHidden).SelectMany(column => column.Names);
        ImmutableArray<int> visible = [.. names.Select(name => table.Find(name)!.Slot)];
        bool isWritten = table.Schema.IsWritten && (plan.Request.Tables.IsEmpty || plan.Request.Tables.Contains(table.Name));
        if (isWritten && visible.IsEmpty)
            plan.Bag.Add(PlanDiagnostics.TableWritesNothing, table.Schema.Position, table.Name);
        if (plan.Request is { IsSharded: true, IsReplay: false } && model.Contains(true))
            plan.Bag.Add(PlanDiagnostics.ShardAsksModel, table.Schema.Position, table.Name);

        return new TablePlan
        {
            Schema = table.Schema,
            Index = table.Index,
            Per = table.Per is { } per && count is not null ? new PerPlan(per.Parent.Index, per.Parent.Name, per.RowSlot, per.PositionSlot, count) : null,
            Cells = [.. table.Cells.Select(cell => cell.Close(frozen[cell.Slot], late[cell.Slot]))],
            Order = [.. order],
            Visible = visible,
            RowRules =
            [
                .. rules.RowRules.Select(rule => RowRule(rule.Name, rule.Check, rule.Why, rule.Position, frozen, model)),
                .. rules.ChoiceRules.Select(rule => new RowRulePlan(rule.Name, rule.Check, null, false, false, rule.Position) { IsByConstruction = true }),
            ],
            TableRules = [.. rules.TableRules],
            IsWritten = isWritten,
            Closed = Closed(),
        };
    }

    private ImmutableDictionary<int, ImmutableArray<string>> Closed()
    {
        var closed = ImmutableDictionary.CreateBuilder<int, ImmutableArray<string>>();
        foreach (int slot in table.Cells.Where(cell => cell.Source is ModelCells).SelectMany(cell => cell.Inputs).Distinct())
        {
            if (ClosedDomain.Of(table, slot) is { } values)
                closed[slot] = values;
        }

        return closed.ToImmutable();
    }

    private RowRulePlan RowRule(string name, BoundExpression check, string? why, SourcePosition position, bool[] frozen, bool[] model)
    {
        bool isFrozen = check.Slots.All(slot => frozen[slot]);
        IEnumerable<string> read = check.Slots.Select(slot => table.Cells[slot].Name);
        if (isFrozen)
            plan.Bag.Add(PlanDiagnostics.FrozenRule, position, name, string.Join(", ", read.DefaultIfEmpty("no column at all")));
        return new RowRulePlan(name, check, why, isFrozen, check.Slots.Any(slot => model[slot]), position);
    }

    // A redraw leaves keys, positions, the `per` parent, exact columns and what is computed from such cells alone.
    private bool[] Frozen(IReadOnlyList<int> order)
    {
        var frozen = new bool[table.Cells.Count];
        HashSet<int> keys = Needed(table.Schema.Key.Select(name => table.Find(name)).OfType<CellDraft>());
        foreach (int slot in order)
        {
            CellDraft cell = table.Cells[slot];
            bool inputsFrozen = cell.Inputs.All(input => frozen[input]);
            bool nullsFrozen = cell.Nulls is null || cell.Nulls.IsExact;
            frozen[slot] = keys.Contains(slot) && cell.Source is not ReferenceRowCells { IsDistinct: true }
                ? inputsFrozen
                : inputsFrozen && (nullsFrozen || cell.Source is RangeCells { IsOrdered: true } or TimeSeriesCells or NumberSeriesCells) && IsFixed(cell.Source!);
        }

        return frozen;
    }

    // A key stays as it is, and so does everything that it is computed from.
    private HashSet<int> Needed(IEnumerable<CellDraft> cells)
    {
        var needed = new HashSet<int>();
        var open = new Stack<int>(cells.Select(cell => cell.Slot));
        while (open.TryPop(out int slot))
        {
            if (!needed.Add(slot))
                continue;
            foreach (int input in table.Cells[slot].Inputs)
                open.Push(input);
        }

        return needed;
    }

    private static bool IsFixed(CellSource source) => source switch
    {
        SequenceCells or UuidCells or ParentRowCells or PositionCells or ListedCells or TupleCells or FaultLabelCells => true,
        CategoryCells category => category.Exact is not null || (category.Given is null && category.Cases[0].Indices.Length == 1),
        PatternCells pattern => pattern.IsUnique,
        RangeCells range => range.IsOrdered,
        SiblingCountCells or TimeSeriesCells or NumberSeriesCells or AnomalyLabelCells => true,
        ReferenceRowCells reference => reference.IsOneToOne,
        LookupCells or KeyRowCells or PreviousCells or AggregateCells or ExpressionCells or TemplateCells or ObjectCells => true,
        CasesCells cases => cases.Cases.All(c => IsFixed(c.Source)),
        _ => false,
    };

    // Children are made from their parent as it is written, so what follows from them comes after the parent's last draw.
    private bool[] Late(IReadOnlyList<int> order)
    {
        var late = new bool[table.Cells.Count];
        foreach (int slot in order)
            late[slot] = table.Cells[slot].Source is AggregateCells || table.Cells[slot].Inputs.Any(input => late[input]);
        return late;
    }

    private bool[] Reaching(IReadOnlyList<int> order, Func<CellDraft, bool> holds)
    {
        var reaching = new bool[table.Cells.Count];
        foreach (int slot in order)
            reaching[slot] = holds(table.Cells[slot]) || (table.Cells[slot].Source is not ModelCells && table.Cells[slot].Inputs.Any(input => reaching[input]));
        return reaching;
    }
}
