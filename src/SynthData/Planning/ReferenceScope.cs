using SynthData.Expressions;
using SynthData.Expressions.Syntax;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>The names a reference's <c>where</c> may use: those of its table, and the parent's name for the row it picks.</summary>
internal sealed class ReferenceScope(TableDraft table, ReferenceDraft reference) : IScope
{
    public IEnumerable<string> Names => table.Names;

    public string? Resolve(IReadOnlyList<string> path, out ScopeColumn column) => path.Count > 1 && path[0] == reference.Parent.Name
        ? table.Resolve([reference.Column.Name, .. path.Skip(1)], out column)
        : table.Resolve(path, out column);

    public ScopeColumn? Resolve(CallSyntax call, ExpressionText source) => table.Resolve(call, source);
}
