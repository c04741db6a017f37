using System.Collections.Immutable;
using System.Globalization;
using SynthData.Diagnostics;
using SynthData.Expressions;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Binds a table's rules, and the rules its columns imply: lengths, keys, foreign keys.</summary>
internal sealed class RuleBinder(PlanDraft plan, TableDraft table)
{
    private readonly Uniqueness uniqueness = new(plan, table);

    public List<(string Name, BoundExpression Check, string? Why, SourcePosition Position)> RowRules { get; } = [];

    /// <summary>What the references' own conditions mean for finished rows.</summary>
    public List<(string Name, BoundExpression Check, SourcePosition Position)> ChoiceRules { get; } = [];

    public List<TableRulePlan> TableRules { get; } = [];

    public void Bind()
    {
        BindKey();
        foreach (ColumnSchema column in table.Schema.Columns)
        {
            if (column.Length is { } length)
                AddRow($"length of {column.Name}", LengthCheck(column, length), null, length.Position);
            if (column.To is { } to)
                BindForeignKey(column, to);
        }

        foreach (ReferenceDraft reference in table.References)
        {
            if (reference.Column.Source is ReferenceSource { Where: { } where } && ParentChoiceBinder.Rule(plan, table, reference, where) is { } check)
                ChoiceRules.Add(($"where of {reference.Name}: {where.Text}", check, where.Position));
        }

        foreach (RuleSchema rule in table.Schema.Rules)
            BindRule(rule);
    }

    private static ExpressionText LengthCheck(ColumnSchema column, LengthRange length) =>
        new(string.Create(CultureInfo.InvariantCulture, $"length(\"{column.Name}\") between {length.Low} and {length.High}"), length.Position);

    private void BindKey()
    {
        ImmutableArray<int> slots = Slots(table.Schema.Key, table.Schema.KeyPosition ?? table.Schema.Position, "key");
        if (slots.Length == 0 || slots.Length != table.Schema.Key.Length)
            return;
        foreach (int slot in slots)
        {
            CellDraft cell = table.Cells[slot];
            if (cell.Column is { When: not null } or { Nulls: not null })
                plan.Bag.Add(PlanDiagnostics.KeyUnsupported, cell.Column.Position, $"{table.Name}.{cell.Name}", "can be null", "Remove `when` and `nulls`.");
        }

        TableRules.Add(uniqueness.Check($"key ({string.Join(", ", table.Schema.Key)})", slots, isKey: true, table.Schema.KeyPosition ?? table.Schema.Position));
    }

    private void BindForeignKey(ColumnSchema column, ReferenceTarget to)
    {
        TableDraft? parent = plan.FindOrTell(to.Table, to.Position);
        CellDraft? target = parent?.Find(to.Column);
        if (parent is null)
            return;
        if (target?.Column is null)
        {
            IEnumerable<string> known = parent.Schema.Columns.SelectMany(c => c.Names);
            plan.Bag.Add(PlanDiagnostics.UnknownTargetColumn, to.Position, parent.Name, to.Column, Suggestion.For(to.Column, known));
            return;
        }

        KeyTarget.Check(plan, parent, [to]);
        CellDraft cell = table.Find(column.Name)!;
        if (cell.Type is { } type && target.Type is { } targetType && type != targetType)
            plan.Bag.Add(PlanDiagnostics.ForeignKeyType, to.Position, $"{table.Name}.{column.Name}", type, $"{to.Table}.{to.Column}", targetType);
        TableRules.Add(new ForeignKeyCheck($"{column.Name} to {to.Table}.{to.Column}", cell.Slot, parent.Index, target.Slot, to.Position));
    }

    private void BindRule(RuleSchema rule)
    {
        switch (rule)
        {
            case CheckRule check:
                AddRow(rule.Name ?? check.Check.Text, check.Check, rule.Why, check.Position);
                break;
            case UniqueRule unique:
                ImmutableArray<int> slots = Slots(unique.Columns, unique.Position);
                if (slots.Length == unique.Columns.Length)
                    TableRules.Add(uniqueness.Check(rule.Name ?? $"unique ({string.Join(", ", unique.Columns)})", slots, isKey: false, unique.Position));
                break;
            case OneToOneRule pair:
                ImmutableArray<int> both = Slots([pair.First, pair.Second], pair.Position);
                if (both.Length == 2)
                {
                    string name = rule.Name ?? $"one_to_one ({pair.First}, {pair.Second})";
                    TableRules.Add(new DependsCheck(name, [both[0]], both[1], pair.Position));
                    TableRules.Add(new DependsCheck(name, [both[1]], both[0], pair.Position));
                }

                break;
            case DependsRule depends:
                ImmutableArray<int> all = Slots([depends.Determined, .. depends.By], depends.Position);
                if (all.Length == depends.By.Length + 1)
                    TableRules.Add(new DependsCheck(rule.Name ?? $"{depends.Determined} depends on {string.Join(", ", depends.By)}", all[1..], all[0], depends.Position));
                break;
            case ShareRule share:
                if (plan.Condition(table, share.Condition) is { } condition)
                    TableRules.Add(new ShareCheck(rule.Name ?? $"share of {share.Condition.Text}", condition, share.Is, share.Within, share.Position));
                break;
            case RowsRule rows:
                TableRules.Add(new RowsCheck(rule.Name ?? "rows", rows.Low, rows.High, rows.Position));
                break;
        }
    }

    private void AddRow(string name, ExpressionText text, string? why, SourcePosition position)
    {
        if (plan.Condition(table, text) is { } check)
            RowRules.Add((name, check, why, position));
    }

    private ImmutableArray<int> Slots(IEnumerable<string> columns, SourcePosition position, string what = "rule")
    {
        var slots = ImmutableArray.CreateBuilder<int>();
        foreach (string column in columns)
        {
            if (table.Find(column) is { Column: not null } cell)
                slots.Add(cell.Slot);
            else
                plan.Bag.Add(
                    PlanDiagnostics.UnknownRuleColumn, position, what, column, table.Name, Suggestion.For(column, table.Schema.Columns.SelectMany(c => c.Names)));
        }

        return slots.ToImmutable();
    }
}
