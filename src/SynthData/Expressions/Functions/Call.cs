using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Expressions.Nodes;

namespace SynthData.Expressions.Functions;

/// <summary>A call that is being bound: its arguments, and where complaints about them go.</summary>
/// <param name="Arguments">Converted to what the overload takes.</param>
/// <param name="PositionOf">The place in the file of an argument.</param>
internal sealed record Call(
    Function Function, ImmutableArray<Node> Arguments, BindContext Context, DiagnosticBag Bag, SourcePosition Position, Func<int, SourcePosition> PositionOf)
{
    public Node this[int index] => Arguments[index];

    /// <summary>The value of a literal argument; a diagnostic and null when it is not one.</summary>
    public long? Whole(int index)
    {
        if (Arguments[index] is ConstantNode<long> constant)
            return constant.Value;
        return RefuseNotLiteral<long?>(index);
    }

    public string? Text(int index)
    {
        if (Arguments[index] is TextConstantNode constant)
            return constant.Value;
        return RefuseNotLiteral<string?>(index);
    }

    private T? RefuseNotLiteral<T>(int index)
    {
        string which = index == 0 ? "The first argument" : "The second argument";
        Bag.Add(ExpressionDiagnostics.NotALiteral, PositionOf(index), which, Function.Name, Function.Signatures);
        return default;
    }
}
