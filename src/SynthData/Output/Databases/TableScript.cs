using System.Collections.Immutable;
using SynthData.Rules.Sql;
using SynthData.Schema;

namespace SynthData.Output.Databases;

/// <summary>The statements that make a table.</summary>
internal static class TableScript
{
    /// <summary>A <c>CREATE TABLE</c> that PostgreSQL, SQLite and DuckDB take alike, but for the names of types.</summary>
    /// <param name="typeName">The name a type has in the database.</param>
    public static string Create(TableDefinition table, Func<ColumnType, string> typeName)
    {
        IEnumerable<string> lines = table.Columns.Select(column => $"{SqlSpelling.Name(column.Name)} {typeName(column.Type)}{(column.IsNullable ? "" : " NOT NULL")}");
        if (!table.Key.IsEmpty)
            lines = lines.Append($"PRIMARY KEY {List(table.Key)}");
        lines = lines.Concat(table.Uniques.Select(unique => $"UNIQUE {List(unique)}"));
        lines = lines.Concat(table.ForeignKeys.Select(key => $"FOREIGN KEY {List(key.Columns)} REFERENCES {SqlSpelling.Name(key.Parent)} {List(key.Targets)}"));
        return $"CREATE TABLE {SqlSpelling.Name(table.Name)} (\n  {string.Join(",\n  ", lines)}\n)";
    }

    private static string List(ImmutableArray<string> names) => $"({string.Join(", ", names.Select(SqlSpelling.Name))})";
}
