using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Schema;

/// <summary>A rule of a table, as written.</summary>
internal abstract record RuleSchema(SourcePosition Position)
{
    public string? Name { get; init; }

    /// <summary>Told to people and to the model.</summary>
    public string? Why { get; init; }
}

/// <summary>A condition each row keeps; fails only when FALSE.</summary>
internal sealed record CheckRule(ExpressionText Check, SourcePosition Position) : RuleSchema(Position);

/// <summary><c>{ unique: [a, b] }</c></summary>
internal sealed record UniqueRule(ImmutableArray<string> Columns, SourcePosition Position) : RuleSchema(Position);

/// <summary><c>{ one_to_one: [a, b] }</c>: a bijection between the distinct values.</summary>
internal sealed record OneToOneRule(string First, string Second, SourcePosition Position) : RuleSchema(Position);

/// <summary><c>{ depends: { title: code } }</c>: code determines title.</summary>
internal sealed record DependsRule(string Determined, ImmutableArray<string> By, SourcePosition Position) : RuleSchema(Position);

/// <summary><c>{ share: "…", is: 3%, within: 0.5% }</c></summary>
internal sealed record ShareRule(ExpressionText Condition, decimal Is, decimal Within, SourcePosition Position) : RuleSchema(Position);

/// <summary><c>{ rows: { between: [a, b] } }</c></summary>
internal sealed record RowsRule(long Low, long High, SourcePosition Position) : RuleSchema(Position);
