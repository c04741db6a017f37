using SynthData.Expressions.Syntax;
using SynthData.Schema;

namespace SynthData.Expressions;

/// <summary>The names an expression may use. The planner answers; a dotted path becomes a slot of the frame like any other.</summary>
internal interface IScope
{
    /// <summary>Simple names that may be used, for suggestions.</summary>
    IEnumerable<string> Names { get; }

    /// <summary>Finds the slot of a path such as <c>price</c> or <c>customer.joined</c> (one element a dot).</summary>
    /// <returns>Null when found; else what is wrong, as a full sentence without suggestion.</returns>
    string? Resolve(IReadOnlyList<string> path, out ScopeColumn column);

    /// <summary>Finds the slot of a call that reads other rows than its own: one of <see cref="Functions.RowFunctions"/>.</summary>
    /// <param name="source">The expression that the call is a part of.</param>
    /// <returns>Null when the call is wrong, which is told.</returns>
    ScopeColumn? Resolve(CallSyntax call, ExpressionText source);
}

/// <summary>A slot of the frame and the type of its cells.</summary>
internal readonly record struct ScopeColumn(int Slot, ColumnType Type);
