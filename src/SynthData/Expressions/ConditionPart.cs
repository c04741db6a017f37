using System.Collections.Immutable;

namespace SynthData.Expressions;

/// <summary>One of the conditions that an <c>and</c> joins.</summary>
/// <param name="Sides">What it compares: two comparisons for a <c>between</c>, none for other conditions.</param>
internal sealed record ConditionPart(BoundExpression Condition, ImmutableArray<ComparedSides> Sides);

/// <summary>A comparison of two sides.</summary>
/// <param name="Operator"><c>= &lt; &lt;= &gt; &gt;=</c></param>
internal sealed record ComparedSides(string Operator, BoundExpression Left, BoundExpression Right)
{
    /// <summary>The same comparison with its sides exchanged.</summary>
    public ComparedSides Turned => new(
        Operator switch
        {
            "<" => ">",
            "<=" => ">=",
            ">" => "<",
            ">=" => "<=",
            _ => Operator,
        },
        Right, Left);
}
