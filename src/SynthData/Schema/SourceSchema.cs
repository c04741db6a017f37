using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Schema;

/// <summary>Where a column's values come from. One record a kind; options that depend on <c>given</c> are <see cref="GivenOption{T}"/>.</summary>
internal abstract record SourceSchema(SourcePosition Position)
{
    /// <summary>The columns named by <c>given</c>, in order; empty without.</summary>
    public ImmutableArray<ExpressionText> Given { get; init; } = [];
}

/// <summary><c>sequence: 1001</c></summary>
internal sealed record SequenceSource(long Start, long Step, SourcePosition Position) : SourceSchema(Position);

/// <summary><c>uuid: true</c></summary>
internal sealed record UuidSource(SourcePosition Position) : SourceSchema(Position);

/// <summary><c>position: true</c></summary>
internal sealed record PositionSource(SourcePosition Position) : SourceSchema(Position);

/// <summary><c>values: …</c></summary>
internal sealed record ValuesSource(GivenOption<ValueList> Values, bool IsExact, SourcePosition Position) : SourceSchema(Position);

/// <summary><c>range: [a, b]</c></summary>
internal sealed record RangeSource(GivenOption<RangeEnds> Ends, SourcePosition Position) : SourceSchema(Position)
{
    public GivenOption<DistributionSchema>? Distribution { get; init; }

    public GivenOption<SchemaScalar>? Step { get; init; }
}

/// <summary><c>after: X</c> or <c>before: X</c>, with <c>within</c></summary>
internal sealed record OffsetSource(bool IsAfter, SchemaScalar Anchor, GivenOption<RangeEnds> Within, SourcePosition Position) : SourceSchema(Position)
{
    public GivenOption<DistributionSchema>? Distribution { get; init; }
}

/// <summary><c>semantic: person.full_name</c></summary>
internal sealed record SemanticSource(string Type, SourcePosition Position) : SourceSchema(Position);

/// <summary><c>pattern: '[A-Z]{2}'</c></summary>
internal sealed record PatternSource(string Pattern, SourcePosition Position) : SourceSchema(Position);

/// <summary><c>template: '{a} {b}'</c></summary>
internal sealed record TemplateSource(ExpressionText Template) : SourceSchema(Template.Position);

/// <summary><c>expr: a * b</c></summary>
internal sealed record ExpressionSource(ExpressionText Expression) : SourceSchema(Expression.Position);

/// <summary><c>references: customers.id</c></summary>
/// <param name="Targets">One for each name of the column, all of one table.</param>
internal sealed record ReferenceSource(ImmutableArray<ReferenceTarget> Targets, SourcePosition Position) : SourceSchema(Position)
{
    /// <summary>The exponent of <c>skew: { zipf: s }</c>.</summary>
    public double? Zipf { get; init; }

    /// <summary>The column within whose parent nothing repeats.</summary>
    public SchemaScalar? Distinct { get; init; }

    public bool IsEarlier { get; init; }
}

/// <summary><c>prompt: '…'</c> or <c>prompt: true</c></summary>
/// <param name="Prompt">Null for <c>true</c>: from <c>about</c> and type.</param>
internal sealed record PromptSource(ExpressionText? Prompt, SourceSchema? Fallback, SourcePosition Position) : SourceSchema(Position);

/// <summary><c>constant: v</c></summary>
internal sealed record ConstantSource(SchemaScalar Value) : SourceSchema(Value.Position);

/// <summary><c>distribution: { … }</c> without a range: an untruncated draw.</summary>
internal sealed record DistributionSource(GivenOption<DistributionSchema> Distribution, SourcePosition Position) : SourceSchema(Position);

/// <summary><c>cases: [ … ]</c></summary>
internal sealed record CasesSource(ImmutableArray<CaseSchema> Cases, SourcePosition Position) : SourceSchema(Position);

/// <summary>One case; without <c>when</c> it is the <c>else</c>.</summary>
internal sealed record CaseSchema(ExpressionText? When, SourceSchema Source, SourcePosition Position);

/// <summary>Values with weights, in the order written; a list gives each the weight 1.</summary>
internal sealed record ValueList(ImmutableArray<WeightedScalar> Values, SourcePosition Position);

/// <summary>One value and its weight, at least 0.</summary>
internal sealed record WeightedScalar(SchemaScalar Value, decimal Weight);

/// <summary>Both ends of a range, as written: literals, durations, <c>today</c> or expressions.</summary>
internal sealed record RangeEnds(SchemaScalar Low, SchemaScalar High, SourcePosition Position);

/// <summary>A distribution by name and parameters; a lone parameter such as <c>{ poisson: 2.4 }</c> has an empty name.</summary>
internal sealed record DistributionSchema(string Name, ImmutableArray<DistributionParameter> Parameters, SourcePosition Position);

/// <summary>One parameter, as written.</summary>
internal sealed record DistributionParameter(string Name, SchemaScalar Value);
