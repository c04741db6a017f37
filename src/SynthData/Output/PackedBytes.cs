namespace SynthData.Output;

/// <summary>Bytes on their way into a stream that stays the caller's, packed or as they are.</summary>
internal sealed class PackedBytes : IAsyncDisposable
{
    private readonly Stream? packing;
    private readonly Stream stream;

    public PackedBytes(FileCompression compression, Stream target)
    {
        packing = compression.PackingInto(target);
        stream = packing ?? target;
    }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => stream.WriteAsync(bytes, cancellationToken);

    /// <summary>Ends what is packed, and passes everything on.</summary>
    public async ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
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
}
