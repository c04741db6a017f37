using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using SynthData.Diagnostics;
using SynthData.Rules.Sql;
using SynthData.Schema;

namespace SynthData.Output.Databases.Sqlite;

/// <summary>A SQLite file, locked for writing from the first look on. A file that the run made goes with a run that fails.</summary>
internal sealed class SqliteDatabase : IDatabase
{
    private const int PatienceSeconds = 30;

    private readonly SqliteConnection connection;
    private readonly string path;
    private readonly bool isNew;
    private bool isCommitted;

    private SqliteDatabase(string path, bool isNew, int patienceSeconds)
    {
        this.path = path;
        this.isNew = isNew;
        connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = isNew ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
            ForeignKeys = true,
            Pooling = false,
            DefaultTimeout = patienceSeconds,
        }.ToString());
    }

    public string Place => $"sqlite:{path}";

    /// <summary>Opens the file and begins the transaction.</summary>
    /// <param name="mayCreate">A file that is missing is made.</param>
    /// <param name="patienceSeconds">How long another writer is waited for.</param>
    /// <exception cref="GenerationException">SD5104, SD5106.</exception>
    public static async ValueTask<SqliteDatabase> OpenAsync(string path, bool mayCreate, CancellationToken cancellationToken, int patienceSeconds = PatienceSeconds)
    {
        bool isNew = !File.Exists(path);
        if (Directory.Exists(path))
            throw Wrong(path, "it is a folder");
        if (isNew && !mayCreate)
            throw Wrong(path, "there is no such file; --create makes it");
        var database = new SqliteDatabase(path, isNew, patienceSeconds);
        try
        {
            if (isNew && Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
                OutputFailure.Guard(folder, () => Directory.CreateDirectory(folder));
            await database.connection.OpenAsync(cancellationToken);
            await database.RunAsync("BEGIN IMMEDIATE", cancellationToken);
            return database;
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode != raw.SQLITE_BUSY)
        {
            await database.DisposeAsync();
            throw Wrong(path, SqliteFailure.WordsOf(failure), failure);
        }
        catch (Exception failure)
        {
            await database.DisposeAsync();
            throw failure is SqliteException busy ? SqliteFailure.Of(busy, database.Place, null) : failure;
        }
    }

    public string TypeName(ColumnType type) => type.Kind switch
    {
        ColumnKind.Bool => "BOOLEAN",
        ColumnKind.Int32 or ColumnKind.Int64 => "INTEGER",
        ColumnKind.Double => "REAL",
        ColumnKind.Decimal => string.Create(CultureInfo.InvariantCulture, $"DECIMAL({type.Precision},{type.Scale})"),
        ColumnKind.Date => "DATE",
        ColumnKind.Time => "TIME",
        ColumnKind.Timestamp => "TIMESTAMP",
        _ => "TEXT",
    };

    public bool Takes(DatabaseColumn column, ColumnType type) => SqliteAffinities.Of(column.Type).Keeps(type);

    public async ValueTask<ImmutableArray<DatabaseColumn>> ColumnsOfAsync(string table, CancellationToken cancellationToken)
    {
        // A generated column is hidden from table_info, and a rowid's other name fills itself.
        const string query = "SELECT name, type, \"notnull\" = 0 OR dflt_value IS NOT NULL OR (pk = 1 AND upper(type) = 'INTEGER') FROM pragma_table_info($table) WHERE EXISTS "
            + "(SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = $table)";
        var columns = ImmutableArray.CreateBuilder<DatabaseColumn>();
        await GuardAsync(null, async () =>
        {
            await using SqliteCommand command = connection.CreateCommand();
            command.CommandText = query;
            command.Parameters.AddWithValue("$table", table);
            await using SqliteDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                columns.Add(new DatabaseColumn(reader.GetString(0), reader.GetString(1), reader.GetBoolean(2)));
        });
        return columns.ToImmutable();
    }

    // The transaction holds the whole file.
    public ValueTask LockAsync(ImmutableArray<string> tables, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public async ValueTask ClearAsync(ImmutableArray<string> tables, CancellationToken cancellationToken)
    {
        foreach (string table in tables)
            await GuardAsync(table, () => RunAsync($"DELETE FROM {SqlSpelling.Name(table)}", cancellationToken));
    }

    public ValueTask ExecuteAsync(string sql, CancellationToken cancellationToken) => GuardAsync(null, () => RunAsync(sql, cancellationToken));

    public async ValueTask<string?> AskAsync(string sql, CancellationToken cancellationToken)
    {
        string? answer = null;
        await GuardAsync(null, async () =>
        {
            await using SqliteCommand command = connection.CreateCommand();
            command.CommandText = sql;
            answer = await command.ExecuteScalarAsync(cancellationToken) is { } value and not DBNull ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;
        });
        return answer;
    }

    public ITableWriter OpenWriter(TableLayout table, ImmutableArray<DatabaseColumn> columns) => new SqliteTableWriter(this, connection.Handle!, table);

    public async ValueTask CommitAsync()
    {
        await ExecuteAsync("COMMIT", CancellationToken.None);
        isCommitted = true;
    }

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        if (!isNew || isCommitted)
            return;
        try
        {
            File.Delete(path);
        }
        catch (Exception failure) when (OutputFailure.IsOfSystem(failure))
        {
            // Whatever ended the run has been told; an empty database stays.
        }
    }

    /// <summary>Runs what may be refused, and says so as a diagnostic.</summary>
    /// <param name="table">The table whose rows are written; null for none.</param>
    public void Guard(string? table, Action action)
    {
        try
        {
            action();
        }
        catch (SqliteException failure)
        {
            throw SqliteFailure.Of(failure, Place, table);
        }
    }

    private async ValueTask GuardAsync(string? table, Func<ValueTask> action)
    {
        try
        {
            await action();
        }
        catch (SqliteException failure)
        {
            throw SqliteFailure.Of(failure, Place, table);
        }
    }

    private async ValueTask RunAsync(string sql, CancellationToken cancellationToken)
    {
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static GenerationException Wrong(string path, string why, Exception? inner = null) =>
        new(DatabaseDiagnostics.AddressWrong.At(null, path, why), inner);
}
