using System.Collections.Immutable;
using Npgsql;
using SynthData.Batches;
using SynthData.Rules.Sql;

namespace SynthData.Output.Databases.Postgres;

/// <summary>Copies the rows of one table to the server, in the form that <see cref="PostgresRows"/> made of them on other threads.</summary>
internal sealed class PostgresTableWriter : ITableWriter
{
    private static readonly byte[] Trailer = [0xFF, 0xFF];

    private readonly PostgresDatabase database;
    private readonly TableLayout table;
    private readonly PostgresRows rows;
    private NpgsqlRawCopyStream? copy;

    public PostgresTableWriter(PostgresDatabase database, TableLayout table, ImmutableArray<DatabaseColumn> columns)
    {
        this.database = database;
        this.table = table;
        Dictionary<string, string> types = columns.ToDictionary(column => column.Name, column => column.Type, StringComparer.Ordinal);
        rows = new PostgresRows(table, [.. table.Columns.Select(column => types[column.Name])]);
    }

    public EncodedRows Encode(RowBatch batch) => new EncodedBytes(batch, rows.Encode(batch));

    public async ValueTask AppendAsync(EncodedRows rows, CancellationToken cancellationToken)
    {
        using var bytes = (EncodedBytes)rows;
        await database.GuardAsync(table.Name, async () => await (await OpenAsync(cancellationToken)).WriteAsync(bytes.Bytes, cancellationToken), cancellationToken);
    }

    public ValueTask CompleteAsync(CancellationToken cancellationToken) => database.GuardAsync(table.Name, async () =>
    {
        NpgsqlRawCopyStream stream = await OpenAsync(cancellationToken);
        await stream.WriteAsync(Trailer, cancellationToken);
        copy = null;
        await stream.DisposeAsync();                                            // brings the server's answer to all rows
        await database.AdvanceCountersAsync(table, cancellationToken);
    }, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (copy is null)
            return;
        try
        {
            await copy.CancelAsync();
        }
        catch (Exception failure) when (failure is NpgsqlException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // What ended the rows has been told.
        }

        copy = null;
    }

    private async ValueTask<NpgsqlRawCopyStream> OpenAsync(CancellationToken cancellationToken)
    {
        if (copy is not null)
            return copy;
        string names = string.Join(", ", table.Columns.Select(column => SqlSpelling.Name(column.Name)));
        copy = await database.CopyAsync($"COPY {SqlSpelling.Name(table.Name)} ({names}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        await copy.WriteAsync(PostgresRows.Header.ToArray(), cancellationToken);
        return copy;
    }
}
