using SynthData.Batches;

namespace SynthData.Output;

/// <summary>Makes the bytes of rows and of what stands before them. Immutable and thread-safe.</summary>
internal interface IRowEncoder
{
    /// <summary>What stands before the first row; may be empty.</summary>
    byte[] Header { get; }

    ByteChunk Encode(RowBatch batch);
}

/// <summary>Writes the formats whose files are the bytes of their rows one after the other: CSV and JSON lines, plain or packed.</summary>
internal sealed class ChunkTableWriter(IRowEncoder encoder, FileCompression compression, bool hasHeader, Stream stream) : ITableWriter
{
    private readonly PackedBytes file = new(compression, stream);
    private bool isHeaderDue = hasHeader;

    public EncodedRows Encode(RowBatch batch) => new EncodedBytes(batch, encoder.Encode(batch));

    public async ValueTask AppendAsync(EncodedRows rows, CancellationToken cancellationToken)
    {
        using var bytes = (EncodedBytes)rows;
        await WriteHeaderAsync(cancellationToken);
        await file.WriteAsync(bytes.Bytes, cancellationToken);
    }

    public async ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        await WriteHeaderAsync(cancellationToken);
        await file.CompleteAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => file.DisposeAsync();

    private async ValueTask WriteHeaderAsync(CancellationToken cancellationToken)
    {
        if (!isHeaderDue)
            return;
        isHeaderDue = false;
        await file.WriteAsync(encoder.Header, cancellationToken);
    }
}
