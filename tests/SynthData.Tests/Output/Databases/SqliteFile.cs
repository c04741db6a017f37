using System.Globalization;
using Microsoft.Data.Sqlite;
using SynthData.Schema;

namespace SynthData.Tests.Output.Databases;

/// <summary>A SQLite file as its readers see it.</summary>
internal sealed class SqliteFile : IDisposable
{
    private readonly SqliteConnection connection;

    public SqliteFile(string path)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
    }

    public void Run(string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public string? Ask(string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    public IReadOnlyList<string?> Names => [.. List("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")];

    /// <summary>The cells of a column in the order written, spelled as CSV spells them.</summary>
    public IReadOnlyList<string?> Column(string table, string column, ColumnType type) =>
        [.. List($"SELECT \"{column}\" FROM \"{table}\" ORDER BY rowid").Select(cell => cell is null ? null : Spelled(cell, type))];

    public void Dispose() => connection.Dispose();

    private static string Spelled(string cell, ColumnType type) => type.Kind switch
    {
        ColumnKind.Bool => cell == "1" ? "true" : "false",
        ColumnKind.Timestamp => cell.Replace(' ', 'T'),
        ColumnKind.Decimal => decimal.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture).ToString($"F{type.Scale}", CultureInfo.InvariantCulture),
        _ => cell,
    };

    private IEnumerable<string?> List(string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
            yield return reader.IsDBNull(0) ? null : Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture);
    }
}
