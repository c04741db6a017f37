using System.Globalization;

namespace SynthData.Expressions.Nodes;

/// <summary>How a node is written in SQL: composite formats over its operands' SQL.</summary>
/// <param name="DuckDb">For DuckDB, and for PostgreSQL where <paramref name="Postgres"/> is null.</param>
/// <param name="IsWide">Whether the engines then hold a number in their widest type; null where they do as for the operands.</param>
internal readonly record struct Sql(string DuckDb, string? Postgres = null, bool? IsWide = null)
{
    public string Write(SqlNames names, IEnumerable<Node> operands)
    {
        string format = names.Dialect == SqlDialect.Postgres && Postgres is { } postgres ? postgres : DuckDb;
        object[] written = [.. operands.Select(operand => operand.ToSql(names))];
        return string.Format(CultureInfo.InvariantCulture, format, written);
    }
}

/// <summary>The dialect and the names of slots in it.</summary>
internal sealed record SqlNames(SqlDialect Dialect, Func<int, string> Slot)
{
    /// <summary>What follows a text so that it is ordered by code point; PostgreSQL orders by a collation unless told otherwise.</summary>
    public static string ByCodePoint(SqlDialect dialect) => dialect == SqlDialect.Postgres ? " COLLATE \"C\"" : "";

    /// <summary>A text as a literal; both dialects double the quote and give the backslash no meaning.</summary>
    public static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
