using SynthData.Diagnostics;
using SynthData.Expressions;
using SynthData.Expressions.Syntax;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>The names inside an aggregate: columns of the children, after the name of their table.</summary>
internal sealed class ChildScope(PlanDraft plan, TableDraft parent, TableDraft children) : IScope
{
    public IEnumerable<string> Names => [children.Name];

    public string? Resolve(IReadOnlyList<string> path, out ScopeColumn column)
    {
        column = default;
        if (path.Count < 2 || path[0] != children.Name)
            return $"In an aggregate over '{children.Name}' every name begins with '{children.Name}.', such as '{children.Name}.{path[^1]}'.";
        ScopeColumn found = default;
        string? wrong = plan.InOtherRow(children, () => children.Resolve([.. path.Skip(1)], out found));
        column = found;
        return wrong;
    }

    public ScopeColumn? Resolve(CallSyntax call, ExpressionText source)
    {
        plan.Bag.Add(
            OtherRowDiagnostics.WrongRowCall, SourceMap.At(source, call.Start), $"'{call.Function}' stands inside an aggregate of table '{parent.Name}'.",
            $"it as a column of table '{children.Name}' (`hidden: true` keeps it out of the file), and aggregate that");
        return null;
    }
}
