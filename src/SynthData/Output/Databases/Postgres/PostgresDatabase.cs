using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Npgsql;
using SynthData.Rules.Sql;
using SynthData.Schema;

namespace SynthData.Output.Databases.Postgres;

/// <summary>A PostgreSQL database: one connection, one transaction, rows by binary COPY.</summary>
internal sealed class PostgresDatabase : IDatabase
{
    private const int MaxNameBytes = 63;

    private readonly NpgsqlDataSource source;
    private readonly NpgsqlConnection connection;
    private NpgsqlTransaction? transaction;

    private PostgresDatabase(NpgsqlDataSource source, string place)
    {
        this.source = source;
        Place = place;
        connection = source.CreateConnection();
    }

    public string Place { get; }

    /// <summary>Connects and begins the transaction.</summary>
    /// <exception cref="Diagnostics.GenerationException">SD5104: no such address; SD5140: nobody answers, or not to us.</exception>
    public static async ValueTask<PostgresDatabase> OpenAsync(string url, CancellationToken cancellationToken)
    {
        PostgresAddress address = PostgresAddress.Parse(url);
        var builder = new NpgsqlSlimDataSourceBuilder(address.Settings.ToString());
        builder.EnableTransportSecurity();
        var database = new PostgresDatabase(builder.Build(), address.Place);
        try
        {
            await database.connection.OpenAsync(cancellationToken);
            database.transaction = await database.connection.BeginTransactionAsync(cancellationToken);
            await using var command = new NpgsqlCommand("SET LOCAL standard_conforming_strings = on", database.connection);    // texts in statements are spelled so
            await command.ExecuteNonQueryAsync(cancellationToken);
            return database;
        }
        catch (Exception failure)
        {
            await database.DisposeAsync();
            throw failure is NpgsqlException refused ? PostgresFailure.OfConnecting(refused, address.Place) : failure;
        }
    }

    public string TypeName(ColumnType type) => type.Kind == ColumnKind.Decimal
        ? string.Create(CultureInfo.InvariantCulture, $"numeric({type.Precision},{type.Scale})")
        : SqlSpelling.Type(type, Expressions.SqlDialect.Postgres).ToLowerInvariant();

    public bool Takes(DatabaseColumn column, ColumnType type) => PostgresTypes.Take(column.Type, type);

    public async ValueTask<ImmutableArray<DatabaseColumn>> ColumnsOfAsync(string table, CancellationToken cancellationToken)
    {
        const string query = "SELECT a.attname::text, CASE t.typtype WHEN 'e' THEN '" + PostgresTypes.EnumMark + "' ELSE '' END || format_type(a.atttypid, a.atttypmod), "
            + "NOT a.attnotnull OR a.atthasdef OR a.attidentity <> '' FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid "
            + "WHERE a.attrelid = to_regclass($1) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum";
        var columns = ImmutableArray.CreateBuilder<DatabaseColumn>();
        await GuardAsync(null, async () =>
        {
            await using var command = new NpgsqlCommand(query, connection);
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = SqlSpelling.Name(table) });
            await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                columns.Add(new DatabaseColumn(reader.GetString(0), reader.GetString(1), reader.GetBoolean(2)));
        }, cancellationToken);
        return columns.ToImmutable();
    }

    // Readers go on; whoever writes these tables waits.
    public async ValueTask LockAsync(ImmutableArray<string> tables, CancellationToken cancellationToken)
    {
        if (!tables.IsEmpty)
            await ExecuteAsync($"LOCK TABLE {List(tables)} IN SHARE ROW EXCLUSIVE MODE", cancellationToken);
    }

    // The number is the same for every run on the database, and for nobody else.
    public ValueTask WaitTurnAsync(string subject, CancellationToken cancellationToken) =>
        ExecuteAsync($"SELECT pg_advisory_xact_lock(hashtextextended({SqlSpelling.Text($"synthdata {subject}")}, 0))", cancellationToken);

    public string? WhyNotNamed(string name) => Encoding.UTF8.GetByteCount(name) is > MaxNameBytes and var bytes
        ? string.Create(CultureInfo.InvariantCulture, $"PostgreSQL keeps {MaxNameBytes} bytes of a name, and this has {bytes}")
        : null;

    public async ValueTask ClearAsync(ImmutableArray<string> tables, CancellationToken cancellationToken)
    {
        if (!tables.IsEmpty)
            await ExecuteAsync($"TRUNCATE {List(tables)}", cancellationToken);
    }

    public ValueTask ExecuteAsync(string sql, CancellationToken cancellationToken) => GuardAsync(null, async () =>
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }, cancellationToken);

    public async ValueTask<string?> AskAsync(string sql, CancellationToken cancellationToken)
    {
        string? answer = null;
        await GuardAsync(null, async () =>
        {
            await using var command = new NpgsqlCommand(sql, connection);
            answer = await command.ExecuteScalarAsync(cancellationToken) is { } value and not DBNull ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;
        }, cancellationToken);
        return answer;
    }

    public ITableWriter OpenWriter(TableLayout table, ImmutableArray<DatabaseColumn> columns) => new PostgresTableWriter(this, table, columns);

    /// <summary>Begins to copy rows.</summary>
    public Task<NpgsqlRawCopyStream> CopyAsync(string command, CancellationToken cancellationToken) => connection.BeginRawBinaryCopyAsync(command, cancellationToken);

    /// <summary>Brings the counters behind serial and identity columns up to the rows, so that the next insert of others does not collide. None goes back.</summary>
    public async ValueTask AdvanceCountersAsync(TableLayout table, CancellationToken cancellationToken)
    {
        foreach (string column in table.Columns.Where(column => column.Type.IsWhole).Select(column => column.Name))
        {
            string counter = $"pg_get_serial_sequence({SqlSpelling.Text(SqlSpelling.Name(table.Name))}, {SqlSpelling.Text(column)})";
            await ExecuteAsync(
                $"SELECT setval({counter}, there.last) FROM (SELECT max({SqlSpelling.Name(column)})::bigint AS last FROM {SqlSpelling.Name(table.Name)}) there "
                + $"WHERE {counter} IS NOT NULL AND there.last > coalesce(pg_sequence_last_value({counter}::regclass), 0)",
                cancellationToken);
        }
    }

    public ValueTask CommitAsync() => GuardAsync(null, async () => await transaction!.CommitAsync(CancellationToken.None), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (transaction is not null)
                await transaction.DisposeAsync();
            await connection.DisposeAsync();
        }
        catch (Exception failure) when (failure is NpgsqlException or IOException or InvalidOperationException)
        {
            // A connection that is lost cannot be closed; the server undoes what was not committed.
        }

        await source.DisposeAsync();
    }

    /// <summary>Runs what may be refused, and says so as a diagnostic.</summary>
    /// <param name="table">The table whose rows are written; null for none.</param>
    /// <exception cref="OperationCanceledException">The action was cancelled, which the driver tells as a lost connection at times.</exception>
    public async ValueTask GuardAsync(string? table, Func<ValueTask> action, CancellationToken cancellationToken)
    {
        try
        {
            await action();
        }
        catch (Exception failure) when (failure is NpgsqlException or IOException or ObjectDisposedException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw PostgresFailure.Of(failure, Place, table);
        }
    }

    private static string List(ImmutableArray<string> tables) => string.Join(", ", tables.Select(SqlSpelling.Name));
}
