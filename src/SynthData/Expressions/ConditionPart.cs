namespace SynthData.Expressions;

/// <summary>One of the conditions that an <c>and</c> joins.</summary>
/// <param name="Left">The left side of an equality; null for other conditions.</param>
/// <param name="Right">The right side of an equality; null for other conditions.</param>
internal sealed record ConditionPart(BoundExpression Condition, BoundExpression? Left, BoundExpression? Right);
