using System.Globalization;

namespace SynthData.Expressions.Nodes;

/// <summary>The names of types in SQL.</summary>
internal static class SqlTypes
{
    public static string Name(ExpressionType type, SqlDialect dialect) => type.Kind switch
    {
        TypeKind.Bool => "BOOLEAN",
        TypeKind.Int => "BIGINT",
        TypeKind.Decimal => string.Create(CultureInfo.InvariantCulture, $"DECIMAL(38,{type.Scale})"),
        TypeKind.Double => dialect == SqlDialect.Postgres ? "DOUBLE PRECISION" : "DOUBLE",
        TypeKind.Date => "DATE",
        TypeKind.Time => "TIME",
        TypeKind.Timestamp => "TIMESTAMP",
        TypeKind.Uuid => "UUID",
        _ => dialect == SqlDialect.Postgres ? "TEXT" : "VARCHAR",
    };
}
