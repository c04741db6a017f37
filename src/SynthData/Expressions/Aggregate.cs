using SynthData.Schema;

namespace SynthData.Expressions;

/// <summary>What becomes of the cells of many rows.</summary>
internal enum AggregateKind
{
    /// <summary>Of none 0.</summary>
    Sum,

    /// <summary>Of rows, or of cells that are not null.</summary>
    Count,

    Min,

    Max,

    BoolAnd,

    BoolOr,
}

/// <summary>The aggregates by name, and the types they take and give.</summary>
internal static class Aggregate
{
    public static AggregateKind? Find(string function) => function.ToLowerInvariant() switch
    {
        "sum" => AggregateKind.Sum,
        "count" => AggregateKind.Count,
        "min" => AggregateKind.Min,
        "max" => AggregateKind.Max,
        "bool_and" => AggregateKind.BoolAnd,
        "bool_or" => AggregateKind.BoolOr,
        _ => null,
    };

    /// <summary>The type of the result; null where the aggregate does not take the type.</summary>
    public static ColumnType? Result(AggregateKind kind, ExpressionType argument) => (kind, argument.Kind) switch
    {
        (AggregateKind.Count, not (TypeKind.WholeDuration or TypeKind.FineDuration or TypeKind.Null)) => ColumnType.Int64,
        (AggregateKind.Sum, TypeKind.Int or TypeKind.Decimal or TypeKind.Double) => argument.Column,
        (AggregateKind.Min or AggregateKind.Max,
            TypeKind.Int or TypeKind.Decimal or TypeKind.Double or TypeKind.Text or TypeKind.Date or TypeKind.Time or TypeKind.Timestamp) => argument.Column,
        (AggregateKind.BoolAnd or AggregateKind.BoolOr, TypeKind.Bool) => ColumnType.Bool,
        _ => null,
    };

    /// <summary>What the aggregate takes, for messages.</summary>
    public static string Takes(AggregateKind kind) => kind switch
    {
        AggregateKind.Sum => "numbers",
        AggregateKind.Count => "values of a column's type",
        AggregateKind.Min or AggregateKind.Max => "numbers, texts, dates, times and timestamps",
        _ => "conditions",
    };

    /// <summary>The aggregate in SQL, of an operand already written; without one of rows.</summary>
    public static string ToSql(AggregateKind kind, string? operand) => kind switch
    {
        AggregateKind.Sum => $"COALESCE(SUM({operand}), 0)",
        AggregateKind.Count => $"COUNT({operand ?? "*"})",
        AggregateKind.Min => $"MIN({operand})",
        AggregateKind.Max => $"MAX({operand})",
        AggregateKind.BoolAnd => $"BOOL_AND({operand})",
        _ => $"BOOL_OR({operand})",
    };
}
