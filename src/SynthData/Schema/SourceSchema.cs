using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Schema;

/// <summary>Where a column's values come from. One record a kind; options that depend on <c>given</c> are <see cref="GivenOption{T}"/>.</summary>
internal abstract record SourceSchema(SourcePosition Position)
{
    /// <summary>The columns named by <c>given</c>, in order; empty without.</summary>
    public ImmutableArray<ExpressionText> Given { get; init; } = [];

    /// <summary><c>ordered: true</c>: a parent's draws go to its rows from the least to the greatest.</summary>
    public bool IsOrdered { get; init; }
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
internal sealed record SemanticSource(string Type, SourcePosition Position) : SourceSchema(Position)
{
    /// <summary><c>of: buyer</c>: whom or what of the row the value tells of; null for the row's own.</summary>
    public SchemaScalar? Of { get; init; }

    /// <summary><c>values: { F: 52, M: 48 }</c>: how often each of the type's values is drawn.</summary>
    public ValuesSource? Weights { get; init; }
}

/// <summary><c>pattern: '[A-Z]{2}'</c></summary>
internal sealed record PatternSource(string Pattern, SourcePosition Position) : SourceSchema(Position)
{
    /// <summary><c>check_digit: luhn</c></summary>
    public CheckDigitKind? CheckDigit { get; init; }
}

/// <summary><c>template: '{a} {b}'</c></summary>
internal sealed record TemplateSource(ExpressionText Template) : SourceSchema(Template.Position)
{
    /// <summary><c>check_digit: luhn</c></summary>
    public CheckDigitKind? CheckDigit { get; init; }
}

/// <summary><c>expr: a * b</c></summary>
internal sealed record ExpressionSource(ExpressionText Expression) : SourceSchema(Expression.Position);

/// <summary><c>object: { event: event, n: step * 2 }</c></summary>
internal sealed record ObjectSource(ObjectMap Root, SourcePosition Position) : SourceSchema(Position);

/// <summary>A part of an <c>object</c>: a map, a list or an expression.</summary>
internal abstract record ObjectSchema;

/// <summary>Names and parts, in the order written.</summary>
internal sealed record ObjectMap(ImmutableArray<(string Name, ObjectSchema Part)> Entries) : ObjectSchema;

/// <summary>Parts, in the order written.</summary>
internal sealed record ObjectList(ImmutableArray<ObjectSchema> Items) : ObjectSchema;

/// <summary>An expression whose value stands there.</summary>
internal sealed record ObjectValue(ExpressionText Expression) : ObjectSchema;

/// <summary><c>references: customers.id</c></summary>
/// <param name="Targets">One for each name of the column, all of one table.</param>
internal sealed record ReferenceSource(ImmutableArray<ReferenceTarget> Targets, SourcePosition Position) : SourceSchema(Position)
{
    /// <summary>The exponent of <c>skew: { zipf: s }</c>.</summary>
    public double? Zipf { get; init; }

    /// <summary>The column within whose parent nothing repeats.</summary>
    public SchemaScalar? Distinct { get; init; }

    public bool IsEarlier { get; init; }

    /// <summary><c>weight: products.popularity</c>: a column of the parent that says how often each row of it is picked.</summary>
    public ExpressionText? Weight { get; init; }

    /// <summary><c>where: rooms.hotel = hotel</c>: which rows of the parent may be picked.</summary>
    public ExpressionText? Where { get; init; }
}

/// <summary><c>prompt: '…'</c> or <c>prompt: true</c></summary>
/// <param name="Prompt">Null for <c>true</c>: from <c>about</c> and type.</param>
internal sealed record PromptSource(ExpressionText? Prompt, SourceSchema? Fallback, SourcePosition Position) : SourceSchema(Position);

/// <summary><c>constant: v</c></summary>
internal sealed record ConstantSource(SchemaScalar Value) : SourceSchema(Value.Position);

/// <summary>A column that marks the faults of others; no schema writes it, their <c>label</c> makes it.</summary>
internal sealed record FaultLabelSource(SourcePosition Position) : SourceSchema(Position);

/// <summary><c>distribution: { … }</c> without a range: an untruncated draw.</summary>
internal sealed record DistributionSource(GivenOption<DistributionSchema> Distribution, SourcePosition Position) : SourceSchema(Position);

/// <summary><c>series: { start: …, every | gap | end: … }</c>: a moment for each row of a parent.</summary>
internal sealed record TimeSeriesSource(SchemaScalar Start, SourcePosition Position) : SourceSchema(Position)
{
    /// <summary><c>every: 15min</c>, or a <c>gap</c> that is one duration.</summary>
    public SchemaScalar? Every { get; init; }

    /// <summary>Drawn gaps from row to row.</summary>
    public DistributionSchema? Gap { get; init; }

    /// <summary>Where the rows of a parent lie between start and end.</summary>
    public SchemaScalar? End { get; init; }

    public ProfileSchema? Profile { get; init; }

    public SchemaScalar? Step { get; init; }
}

/// <summary><c>series: { walk: …, trend: …, season: …, noise: …, anomalies: … }</c>: a number for each row of a parent.</summary>
internal sealed record NumberSeriesSource(SourcePosition Position) : SourceSchema(Position)
{
    /// <summary>The column of moments that it runs along; null where the table's only one is meant.</summary>
    public SchemaScalar? Along { get; init; }

    /// <summary>The level without a walk, or where the walk begins.</summary>
    public SchemaScalar? Start { get; init; }

    public WalkSchema? Walk { get; init; }

    /// <summary>What is added each day, or without moments each row.</summary>
    public SchemaScalar? Trend { get; init; }

    public ImmutableArray<SeasonSchema> Seasons { get; init; } = [];

    public DistributionSchema? Noise { get; init; }

    public AnomalySchema? Anomalies { get; init; }
}

/// <summary>A sum of steps that is thrown back at its bounds.</summary>
internal sealed record WalkSchema(DistributionSchema Step, SchemaScalar? Min, SchemaScalar? Max, SourcePosition Position);

/// <summary>A wave.</summary>
/// <param name="Period">A duration, or a number of rows.</param>
/// <param name="Shift">How much later than Monday midnight, or than the first row, it rises through its middle.</param>
internal sealed record SeasonSchema(SchemaScalar Period, SchemaScalar Amplitude, SchemaScalar? Shift, SourcePosition Position);

/// <summary>Rows that stray, marked in a column of the table.</summary>
/// <param name="Low">The least that is added.</param>
/// <param name="High">The most.</param>
/// <param name="Label">The name of the column that marks them.</param>
internal sealed record AnomalySchema(Share Share, SchemaScalar Low, SchemaScalar High, SchemaScalar Label, SourcePosition Position);

/// <summary>How much happens at which hour of the week.</summary>
/// <param name="Days">A weight for each day from Monday.</param>
/// <param name="Hours">A weight for each hour of a day.</param>
internal sealed record ProfileSchema(ImmutableArray<decimal> Days, ImmutableArray<decimal> Hours, SourcePosition Position);

/// <summary><c>cases: [ … ]</c></summary>
internal sealed record CasesSource(ImmutableArray<CaseSchema> Cases, SourcePosition Position) : SourceSchema(Position);

/// <summary>One case; without <c>when</c> it is the <c>else</c>.</summary>
internal sealed record CaseSchema(ExpressionText? When, SourceSchema Source, SourcePosition Position);

/// <summary>Values with weights, in the order written; a list gives each the weight 1.</summary>
internal sealed record ValueList(ImmutableArray<WeightedScalar> Values, SourcePosition Position)
{
    /// <summary>The file the values stand in; until the root has read it, there are none.</summary>
    public ValueFile? File { get; init; }
}

/// <summary>A CSV file that holds values: <c>{ file: cities.csv, column: city, weight: population }</c></summary>
/// <param name="Path">As written, relative to the schema.</param>
/// <param name="Columns">The names in its header of the columns taken; empty for the schema's own names.</param>
/// <param name="Weight">The name of the column of weights, or null where every line weighs 1.</param>
internal sealed record ValueFile(string Path, ImmutableArray<string> Columns, string? Weight, SourcePosition Position);

/// <summary><c>tuples: …</c>, which fill several columns at once.</summary>
internal sealed record TuplesSource(GivenOption<TupleList> Tuples, bool IsExact, SourcePosition Position) : SourceSchema(Position);

/// <summary>Tuples with weights, in the order written.</summary>
internal sealed record TupleList(ImmutableArray<WeightedTuple> Tuples, SourcePosition Position)
{
    /// <summary>The file the tuples stand in; until the root has read it, there are none.</summary>
    public ValueFile? File { get; init; }
}

/// <summary>One value for each column, and their weight together, at least 0.</summary>
internal sealed record WeightedTuple(ImmutableArray<SchemaScalar> Cells, decimal Weight);

/// <summary>One value and its weight, at least 0.</summary>
internal sealed record WeightedScalar(SchemaScalar Value, decimal Weight);

/// <summary>Both ends of a range, as written: literals, durations, <c>today</c> or expressions.</summary>
internal sealed record RangeEnds(SchemaScalar Low, SchemaScalar High, SourcePosition Position);

/// <summary>A distribution by name and parameters; a lone parameter such as <c>{ poisson: 2.4 }</c> has an empty name.</summary>
internal sealed record DistributionSchema(string Name, ImmutableArray<DistributionParameter> Parameters, SourcePosition Position)
{
    /// <summary>What a <c>mixture</c> is made of.</summary>
    public ImmutableArray<MixturePart> Parts { get; init; } = [];

    /// <summary>What an <c>empirical</c> distribution follows.</summary>
    public SampleSchema? Sample { get; init; }
}

/// <summary>One part of a mixture: <c>{ weight: 70, normal: { mean: 8, sd: 2 } }</c></summary>
internal sealed record MixturePart(decimal Weight, DistributionSchema Distribution);

/// <summary>What an empirical distribution follows.</summary>
internal abstract record SampleSchema(SourcePosition Position);

/// <summary><c>values: [3, 4, 4, 7]</c></summary>
internal sealed record SampleValues(ImmutableArray<SchemaScalar> Values, SourcePosition Position) : SampleSchema(Position);

/// <summary><c>quantiles: { 0%: 0, 50%: 40, 100%: 900 }</c>, or a list at equal distances</summary>
internal sealed record SampleQuantiles(ImmutableArray<SampleQuantile> Quantiles, SourcePosition Position) : SampleSchema(Position);

/// <summary>One quantile: the value below which a share of the values lies.</summary>
internal sealed record SampleQuantile(decimal Share, SchemaScalar Value);

/// <summary><c>file: amounts.csv, column: amount</c>: observed values, read by the root.</summary>
/// <param name="File">As written, relative to the schema.</param>
internal sealed record SampleFile(string File, string Column, SourcePosition Position) : SampleSchema(Position);

/// <summary>One parameter, as written.</summary>
internal sealed record DistributionParameter(string Name, SchemaScalar Value);
