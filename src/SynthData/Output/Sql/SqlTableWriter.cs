using SynthData.Batches;

namespace SynthData.Output.Sql;

/// <summary>Writes the rows of a table into a script.</summary>
internal sealed class SqlTableWriter(SqlScript script, SqlRows rows) : ITableWriter
{
    private long? next;

    public EncodedRows Encode(RowBatch batch) => new EncodedBytes(batch, rows.Encode(batch));

    public async ValueTask AppendAsync(EncodedRows encoded, CancellationToken cancellationToken)
    {
        using var bytes = (EncodedBytes)encoded;
        if (encoded.RowCount == 0)
            return;
        ReadOnlyMemory<byte> written = bytes.Bytes;

        // A table that does not begin at row 0 may begin in the middle of what would be a statement.
        if (next is null && !rows.Begins(encoded.FirstRowIndex))
        {
            await script.WriteAsync(rows.Head, cancellationToken);
            written = written[SqlRows.Comma.Length..];
        }

        next = encoded.FirstRowIndex + encoded.RowCount;
        await script.WriteAsync(written, cancellationToken);
    }

    public ValueTask CompleteAsync(CancellationToken cancellationToken) =>
        next is { } row && !rows.Begins(row) ? script.WriteAsync(SqlRows.End.ToArray(), cancellationToken) : ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
