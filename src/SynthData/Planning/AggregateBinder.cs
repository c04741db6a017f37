using SynthData.Diagnostics;
using SynthData.Expressions;
using SynthData.Expressions.Syntax;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Binds aggregates over the rows of a table that is made <c>per</c> this one.</summary>
internal sealed class AggregateBinder(PlanDraft plan, TableDraft table, ExpressionText source)
{
    /// <summary>Finds or adds the slot of an aggregate; null when it is wrong, which is told.</summary>
    public ScopeColumn? Bind(CallSyntax call, AggregateKind kind)
    {
        string name = source.Text[call.Start..call.End];
        string function = call.Function.ToLowerInvariant();
        if (table.FindSynthetic(name) is { Type: { } known } found)
            return new ScopeColumn(found.Slot, known);
        if (call.Arguments is not [{ } argument])
            return Refuse(call, $"'{function}' takes one argument, not {call.Arguments.Length}.", function);
        if (SyntaxNames.In(argument).Select(dotted => dotted.Split('.')[0]).FirstOrDefault() is not { } first)
            return Refuse(argument, $"The argument of '{function}' reads no table.", function);
        if (Children(first) is not { } children)
            return Refuse(argument, $"'{first}' is no table whose rows are made per '{table.Name}'.{Suggestion.For(first, ChildNames)}", function);
        if (argument is NameSyntax { Path.Length: 1 })
        {
            return kind == AggregateKind.Count
                ? Add(name, children, kind, null, ColumnType.Int64, call)
                : Refuse(argument, $"'{function}' takes a column of '{first}', not the table.", function);
        }

        BoundExpression? bound = ExpressionBinder.Bind(SourceMap.Part(source, argument.Start, argument.End), new ChildScope(plan, table, children), plan.BindContext, plan.Bag);
        if (bound is null)
            return null;
        return Aggregate.Result(kind, bound.Type) is { } type
            ? Add(name, children, kind, bound, type, call)
            : Refuse(argument, $"'{function}' takes {Aggregate.Takes(kind)}, and '{bound.Text}' is {bound.Type}.", function);
    }

    private IEnumerable<string> ChildNames => plan.Tables.Where(other => other.Per?.Parent == table).Select(other => other.Name);

    private TableDraft? Children(string name) => plan.Find(name) is { } found && found.Per?.Parent == table ? found : null;

    private ScopeColumn Add(string name, TableDraft children, AggregateKind kind, BoundExpression? argument, ColumnType type, CallSyntax call)
    {
        CellDraft cell = table.AddSynthetic(name, type, new AggregateCells(children.Index, kind, argument, SourceMap.At(source, call.Start)));
        return new ScopeColumn(cell.Slot, type);
    }

    private ScopeColumn? Refuse(SyntaxNode place, string wrong, string function)
    {
        string child = ChildNames.FirstOrDefault("children");
        string example = function == "count" ? $"count({child}), or count({child}.column)" : $"{function}({child}.column)";
        plan.Bag.Add(OtherRowDiagnostics.WrongRowCall, SourceMap.At(source, place.Start), wrong, example);
        return null;
    }
}
