using System.Globalization;
using SynthData.Batches;
using SynthData.Expressions;
using SynthData.Schema;

namespace SynthData.Rules.Sql;

/// <summary>Names, types and literals as SQL writes them.</summary>
internal static class SqlSpelling
{
    public static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static string Text(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    public static string Type(ColumnType type, SqlDialect dialect) => type.Kind switch
    {
        ColumnKind.Bool => "BOOLEAN",
        ColumnKind.Int32 => "INTEGER",
        ColumnKind.Int64 => "BIGINT",
        ColumnKind.Double => dialect == SqlDialect.Postgres ? "DOUBLE PRECISION" : "DOUBLE",
        ColumnKind.Decimal => string.Create(CultureInfo.InvariantCulture, $"DECIMAL({type.Precision},{type.Scale})"),
        ColumnKind.Date => "DATE",
        ColumnKind.Time => "TIME",
        ColumnKind.Timestamp => "TIMESTAMP",
        ColumnKind.Uuid => "UUID",
        _ => dialect == SqlDialect.Postgres ? "TEXT" : "VARCHAR",
    };

    /// <summary>A value of a type, from its text as CSV writes it.</summary>
    public static string Literal(string text, ColumnType type, SqlDialect dialect) => type.Kind switch
    {
        ColumnKind.Bool or ColumnKind.Int32 or ColumnKind.Int64 or ColumnKind.Decimal => text,
        ColumnKind.String or ColumnKind.Json => Text(text),
        _ => $"CAST({Text(text)} AS {Type(type, dialect)})",
    };

    public static string Literal(Column column, int row, ColumnType type, SqlDialect dialect) => Literal(CellText.Format(column, row, type), type, dialect);
}
