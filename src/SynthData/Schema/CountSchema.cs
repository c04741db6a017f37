using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Schema;

/// <summary>How many children a parent has.</summary>
/// <param name="Given">Columns of the parent the shape depends on.</param>
/// <param name="IsExact">Weights met to the row.</param>
internal sealed record CountSchema(
    ImmutableArray<ExpressionText> Given, GivenOption<CountShape> Shape, bool IsExact, SourcePosition Position);

/// <summary>One shape of a count.</summary>
internal abstract record CountShape(SourcePosition Position);

/// <summary>A number, or an expression over the parent.</summary>
internal sealed record CountValue(SchemaScalar Value) : CountShape(Value.Position);

/// <summary><c>{ between: [1, 7], distribution: … }</c></summary>
internal sealed record CountBetween(RangeEnds Ends, DistributionSchema? Distribution, SourcePosition Position) : CountShape(Position);

/// <summary><c>{ poisson: 2.4 }</c></summary>
internal sealed record CountDistribution(DistributionSchema Distribution) : CountShape(Distribution.Position);

/// <summary><c>{ 1: 60, 2: 25 }</c></summary>
internal sealed record CountWeights(ValueList Values) : CountShape(Values.Position);
