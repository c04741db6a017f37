using SynthData.Diagnostics;
using SynthData.Expressions;
using SynthData.Expressions.Syntax;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Binds calls that read other rows: what they give is a slot of the row that reads it.</summary>
internal sealed class RowCallBinder(PlanDraft plan, TableDraft table, ExpressionText source)
{
    /// <summary>Finds or adds the slot of a call; null when the call is wrong, which is told.</summary>
    public ScopeColumn? Bind(CallSyntax call) =>
        Aggregate.Find(call.Function) is { } kind ? new AggregateBinder(plan, table, source).Bind(call, kind) : Previous(call);

    private ScopeColumn? Previous(CallSyntax call)
    {
        if (table.Per is not { } per)
        {
            if (table.Schema.Rows is not RowsPer)               // else its parent is no table, which is told
                plan.Bag.Add(OtherRowDiagnostics.NeedsPer, At(call), "The function 'previous'", table.Name);
            return null;
        }

        if (call.Arguments is not [NameSyntax column, { } second])
        {
            const string example = "previous(balance, 0): a column, and its value before the first row";
            string wrong = call.Arguments.Length == 2 ? "The first argument of 'previous' is no column." : $"'previous' takes two arguments, not {call.Arguments.Length}.";
            plan.Bag.Add(OtherRowDiagnostics.WrongRowCall, call.Arguments.Length == 2 ? At(call.Arguments[0]) : At(call), wrong, example);
            return null;
        }

        string name = source.Text[call.Start..call.End];
        if (table.FindSynthetic(name) is { Type: { } known } found)
            return new ScopeColumn(found.Slot, known);
        if (Find(column) is not { } before || First(second, before.Type) is not { } first)
            return null;
        CellDraft cell = table.AddSynthetic(name, before.Type, new PreviousCells(before.Slot, first), [per.RowSlot, per.PositionSlot, .. first.Slots]);
        return new ScopeColumn(cell.Slot, before.Type);
    }

    // The row before is another row, so a column may look at itself in it.
    private ScopeColumn? Find(NameSyntax name)
    {
        ScopeColumn found = default;
        string? wrong = plan.InOtherRow(table, () => table.Resolve(name.Path, out found));
        if (wrong is null)
            return found;
        if (wrong.Length > 0)
            plan.Bag.Add(ExpressionDiagnostics.UnknownName, At(name), wrong, Suggestion.For(name.Path[0], table.Names.Except([name.Path[0]])));
        return null;
    }

    // Dates and times are written as where a range begins: 2024-01-01, -3y, today.
    private BoundExpression? First(SyntaxNode argument, ColumnType type)
    {
        ExpressionText written = SourceMap.Part(source, argument.Start, argument.End);
        if (type.IsTemporal)
            written = written with { Text = RangeText.Anchor(new SchemaScalar(argument is TextSyntax text ? text.Value : written.Text, IsQuoted: false, written.Position)) };
        BoundExpression? first = plan.Expression(table, written);
        return first is not null && first.CanBecome(type, plan.Bag) ? first : null;
    }

    private SourcePosition At(SyntaxNode syntax) => SourceMap.At(source, syntax.Start);
}
