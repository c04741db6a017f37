using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Manifest;

namespace SynthData.Output;

/// <summary>One table on its way to its target: encodes batches, appends them in order, hashes cells.</summary>
/// <param name="table">What is written.</param>
/// <param name="sink">Where it goes; disposed with this.</param>
/// <param name="firstRow">The index of its first row in the table.</param>
internal sealed class TableOutput(TableLayout table, ITableSink sink, long firstRow) : IAsyncDisposable
{
    private readonly ContentHash hash = new(table.Columns);
    private long rowCount;
    private ContentSum content;

    /// <summary>Encodes and hashes a batch. Thread-safe: several may be encoded at once.</summary>
    /// <exception cref="GenerationException">SD5010, SD5011.</exception>
    public EncodedRows Encode(RowBatch batch)
    {
        ContentSum sum = hash.Of(batch);
        EncodedRows rows = sink.Writer.Encode(batch);
        rows.Content = sum;
        return rows;
    }

    /// <summary>Appends encoded rows and disposes them. One call at a time, in row order.</summary>
    /// <exception cref="GenerationException">SD5001, SD5002, SD5012; of databases SD51.</exception>
    public ValueTask AppendAsync(EncodedRows rows, CancellationToken cancellationToken)
    {
        if (rows.FirstRowIndex != firstRow + rowCount)
            throw new InvalidOperationException($"Table '{table.Name}': row index {rows.FirstRowIndex} came where {firstRow + rowCount} was due.");
        rowCount += rows.RowCount;
        content += rows.Content;
        return OutputFailure.GuardAsync(sink.Place, () => sink.Writer.AppendAsync(rows, cancellationToken));
    }

    /// <summary>Encodes and appends a batch.</summary>
    public ValueTask WriteAsync(RowBatch batch, CancellationToken cancellationToken) => AppendAsync(Encode(batch), cancellationToken);

    /// <summary>Ends the table and brings it to safety.</summary>
    public async ValueTask<WrittenTable> CompleteAsync(CancellationToken cancellationToken)
    {
        ManifestFile? file = null;
        await OutputFailure.GuardAsync(sink.Place, async () =>
        {
            await sink.Writer.CompleteAsync(cancellationToken);
            file = await sink.CompleteAsync(rowCount, cancellationToken);
        });
        return new WrittenTable(table.Name, rowCount, firstRow, content, file);
    }

    public ValueTask DisposeAsync() => sink.DisposeAsync();
}
