using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Manifest;

namespace SynthData.Output;

/// <summary>One table on its way to disk: encodes batches, appends them in order, hashes cells and bytes.</summary>
internal sealed class TableOutput : IAsyncDisposable
{
    private readonly TableLayout table;
    private readonly string path;
    private readonly string fileName;
    private readonly string format;
    private readonly Stream stream;
    private readonly bool ownsStream;
    private readonly HashingStream bytes;
    private readonly ITableWriter writer;
    private readonly ContentHash hash;
    private readonly long firstRow;
    private long nextRow;
    private ContentSum content;

    /// <param name="table">What goes into the file.</param>
    /// <param name="format">The file's format.</param>
    /// <param name="path">Where its bytes go, for messages.</param>
    /// <param name="stream">Where its bytes go; the caller's own unless it is a file.</param>
    /// <param name="fileName">Its final name.</param>
    /// <param name="firstRow">The index of its first row in the table.</param>
    public TableOutput(TableLayout table, ITableFormat format, string path, Stream stream, string fileName, long firstRow)
    {
        this.table = table;
        this.path = path;
        this.fileName = fileName;
        this.format = format.Name;
        this.stream = stream;
        ownsStream = stream is FileStream file && file.Name == path;
        this.firstRow = firstRow;
        nextRow = firstRow;
        bytes = new HashingStream(stream);
        writer = format.OpenWriter(table, bytes);
        hash = new ContentHash(table.Columns);
    }

    /// <summary>Encodes and hashes a batch. Thread-safe: several may be encoded at once.</summary>
    /// <exception cref="GenerationException">SD5010, SD5011.</exception>
    public EncodedRows Encode(RowBatch batch)
    {
        ContentSum sum = hash.Of(batch);
        EncodedRows rows = writer.Encode(batch);
        rows.Content = sum;
        return rows;
    }

    /// <summary>Appends encoded rows and disposes them. One call at a time, in row order.</summary>
    /// <exception cref="GenerationException">SD5001, SD5002, SD5012.</exception>
    public ValueTask AppendAsync(EncodedRows rows, CancellationToken cancellationToken)
    {
        if (rows.FirstRowIndex != nextRow)
            throw new InvalidOperationException($"Table '{table.Name}': row index {rows.FirstRowIndex} came where {nextRow} was due.");
        nextRow += rows.RowCount;
        content += rows.Content;
        return OutputFailure.GuardAsync(path, () => writer.AppendAsync(rows, cancellationToken));
    }

    /// <summary>Encodes and appends a batch.</summary>
    public ValueTask WriteAsync(RowBatch batch, CancellationToken cancellationToken) => AppendAsync(Encode(batch), cancellationToken);

    /// <summary>Ends the file and brings it to disk.</summary>
    public async ValueTask<WrittenTable> CompleteAsync(CancellationToken cancellationToken)
    {
        await OutputFailure.GuardAsync(path, async () =>
        {
            await writer.CompleteAsync(cancellationToken);
            await stream.FlushAsync(cancellationToken);
            if (ownsStream)
            {
                ((FileStream)stream).Flush(flushToDisk: true);
                await stream.DisposeAsync();
            }
        });
        long rows = nextRow - firstRow;
        return new WrittenTable(table.Name, rows, firstRow, content, new ManifestFile(fileName, format, rows, bytes.Length, bytes.TakeHash()));
    }

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        await bytes.DisposeAsync();
        if (!ownsStream)
            return;
        try
        {
            await stream.DisposeAsync();
        }
        catch (Exception failure) when (OutputFailure.IsOfSystem(failure))
        {
            // A file of a run that failed: what failed has been told.
        }
    }
}
