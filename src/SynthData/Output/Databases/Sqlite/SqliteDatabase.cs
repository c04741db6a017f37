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
    private bool isNew;
    private bool isCommitted;

    private SqliteDatabase(string path, bool mayCreate, int patienceSeconds)
    {
        this.path = path;
        connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.GetFullPath(path),                                // or else ':memory:' and 'file:' would be no files
            Mode = mayCreate ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
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
        if (Directory.Exists(path))
            throw Wrong(path, "it is a folder");
        if (path is "" or ":memory:")
            throw Wrong(path, "it names no file");
        while (true)
        {
            bool isMissing = !File.Exists(path);
            if (isMissing && !mayCreate)
                throw Wrong(path, "there is no such file; --create makes it");
            var database = new SqliteDatabase(path, isMissing, patienceSeconds);
            try
            {
                if (await database.BeginAsync(isMissing, cancellationToken))
                    return database;
                await database.DisposeAsync();
            }
            catch (SqliteException) when (!isMissing && !File.Exists(path))
            {
                await database.DisposeAsync();                                  // gone while this run waited for it
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

    public ValueTask WaitTurnAsync(string subject, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public string? WhyNotNamed(string name) => name.StartsWith("sqlite_", StringComparison.OrdinalIgnoreCase) ? "SQLite keeps names that begin with sqlite_ for itself" : null;

    public async ValueTask ClearAsync(ImmutableArray<string> tables, CancellationToken cancellationToken)
    {
        foreach (string table in tables)
            await RefuseReferrersAsync(table, tables, cancellationToken);
        foreach (string table in tables)
            await GuardAsync(table, () => RunAsync($"DELETE FROM {SqlSpelling.Name(table)}", cancellationToken));
    }

    // Their rows would go with those they refer to, or stand in the way.
    private async Task RefuseReferrersAsync(string table, ImmutableArray<string> cleared, CancellationToken cancellationToken)
    {
        string others = string.Join(", ", cleared.Select(SqlSpelling.Text));
        string? names = await AskAsync(
            "SELECT group_concat(DISTINCT m.name) FROM sqlite_master m, pragma_foreign_key_list(m.name) f "
            + $"WHERE m.type = 'table' AND f.\"table\" = {SqlSpelling.Text(table)} COLLATE NOCASE AND m.name NOT IN ({others})", cancellationToken);
        foreach (string referrer in names?.Split(',') ?? [])
        {
            if (await this.CountAsync(referrer, cancellationToken) is var rows and > 0)
                throw new GenerationException(DatabaseDiagnostics.OthersRefer.At(null, table, Place, referrer, rows));
        }
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
        if (isNew && !isCommitted)
            SqliteLeftover.Remove(path);
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

    // False where the file is gone: the run that made it failed while this one waited for it.
    private async Task<bool> BeginAsync(bool wasMissing, CancellationToken cancellationToken)
    {
        if (wasMissing && Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            OutputFailure.Guard(folder, () => Directory.CreateDirectory(folder));
        await connection.OpenAsync(cancellationToken);
        await RunAsync("BEGIN IMMEDIATE", cancellationToken);

        // Another run may have made the file first, and filled it or taken it away while this one waited.
        bool isThere = File.Exists(path);
        isNew = isThere && wasMissing && new FileInfo(path).Length == 0;
        return isThere;
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
