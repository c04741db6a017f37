using System.Globalization;

namespace SynthData.Expressions.Nodes;

/// <summary>How a node is written in SQL: composite formats over its operands' SQL.</summary>
/// <param name="DuckDb">For DuckDB, and for PostgreSQL where <paramref name="Postgres"/> is null.</param>
internal readonly record struct Sql(string DuckDb, string? Postgres = null)
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
    /// <summary>A text as a literal; both dialects double the quote and give the backslash no meaning.</summary>
    public static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
