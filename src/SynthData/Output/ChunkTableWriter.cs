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
internal sealed class ChunkTableWriter : ITableWriter
{
    private readonly IRowEncoder encoder;
    private readonly Stream stream;
    private readonly Stream? packing;
    private bool isHeaderDue;

    public ChunkTableWriter(IRowEncoder encoder, FileCompression compression, bool hasHeader, Stream stream)
    {
        this.encoder = encoder;
        isHeaderDue = hasHeader;
        packing = compression.PackingInto(stream);
        this.stream = packing ?? stream;
    }

    public EncodedRows Encode(RowBatch batch) => new EncodedBytes(batch, encoder.Encode(batch));

    public async ValueTask AppendAsync(EncodedRows rows, CancellationToken cancellationToken)
    {
        using var bytes = (EncodedBytes)rows;
        await WriteHeaderAsync(cancellationToken);
        await stream.WriteAsync(bytes.Bytes, cancellationToken);
    }

    public async ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        await WriteHeaderAsync(cancellationToken);
        if (packing is null)
            await stream.FlushAsync(cancellationToken);
        else
            await packing.DisposeAsync();
    }

    // A packing stream writes its last block when it is disposed, which for a run that failed goes to a file that is thrown away.
    public async ValueTask DisposeAsync()
    {
        if (packing is null)
            return;
        try
        {
            await packing.DisposeAsync();
        }
        catch (IOException)
        {
            // The failure that ended the run has been told.
        }
    }

    private async ValueTask WriteHeaderAsync(CancellationToken cancellationToken)
    {
        if (!isHeaderDue)
            return;
        isHeaderDue = false;
        await stream.WriteAsync(encoder.Header, cancellationToken);
    }
}
