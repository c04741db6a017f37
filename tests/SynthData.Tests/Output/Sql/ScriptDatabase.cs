using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using DuckDB.NET.Data;
using Microsoft.Data.Sqlite;
using SynthData.Batches;
using SynthData.Schema;

namespace SynthData.Tests.Output.Sql;

/// <summary>A database that runs a script as it is and shows what came in.</summary>
internal sealed class ScriptDatabase : IDisposable
{
    private readonly DbConnection connection;

    private ScriptDatabase(DbConnection connection)
    {
        this.connection = connection;
        connection.Open();
    }

    public static ScriptDatabase DuckDb() => new(new DuckDBConnection("DataSource=:memory:"));

    public static ScriptDatabase Sqlite() => new(new SqliteConnection("Data Source=:memory:;Foreign Keys=True"));

    public bool IsDuckDb => connection is DuckDBConnection;

    public void Run(string script)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = script;
        command.ExecuteNonQuery();
    }

    /// <summary>The cells of a table, in the order of its first columns, spelled as CSV spells them; null is <c>NULL</c>.</summary>
    public List<string> Rows(string table, ImmutableArray<BatchColumn> columns)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT {string.Join(", ", columns.Select(column => Read(column)))} FROM \"{table}\"";
        using DbDataReader reader = command.ExecuteReader();
        List<string> rows = [];
        while (reader.Read())
        {
            rows.Add(string.Join('|', columns.Select((column, index) => reader.IsDBNull(index)
                ? "NULL"
                : Spelled(Convert.ToString(reader.GetValue(index), CultureInfo.InvariantCulture)!, column.Type))));
        }

        return [.. rows.Order(StringComparer.Ordinal)];
    }

    public void Dispose() => connection.Dispose();

    // Numbers come as they are stored; what SQLite keeps as text DuckDB prints.
    private string Read(BatchColumn column) => column.Type.Kind switch
    {
        ColumnKind.Double => $"\"{column.Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        _ when IsDuckDb => $"CAST(\"{column.Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\" AS VARCHAR)",
        _ => $"\"{column.Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
    };

    /// <summary>A value as a database prints it, spelled as CSV spells it.</summary>
    public static string Spelled(string cell, ColumnType type) => type.Kind switch
    {
        ColumnKind.Bool => cell is "1" or "true" or "t" ? "true" : "false",
        ColumnKind.Timestamp => WithMicroseconds(cell.Replace(' ', 'T')),
        ColumnKind.Time => WithMicroseconds(cell),
        ColumnKind.Double => double.Parse(cell, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture),
        ColumnKind.Decimal => decimal.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture)
            .ToString($"F{type.Scale}", CultureInfo.InvariantCulture),
        _ => cell,
    };

    // DuckDB leaves zeros at the end out.
    private static string WithMicroseconds(string cell)
    {
        int point = cell.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? cell : cell.PadRight(point + 7, '0');
    }
}
