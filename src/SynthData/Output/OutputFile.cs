using SynthData.Manifest;

namespace SynthData.Output;

/// <summary>A file as it is written: its bytes are hashed on their way.</summary>
/// <param name="place">Where its bytes go, for messages.</param>
/// <param name="stream">Where its bytes go; the caller's own unless it is the file of that place.</param>
/// <param name="name">Its final name.</param>
/// <param name="format">The format's name.</param>
internal sealed class OutputFile(string place, Stream stream, string name, string format) : IAsyncDisposable
{
    private readonly bool ownsStream = stream is FileStream file && file.Name == place;
    private readonly HashingStream bytes = new(stream);

    public string Place => place;

    /// <summary>Takes the bytes.</summary>
    public Stream Bytes => bytes;

    /// <summary>Brings the bytes to disk.</summary>
    /// <param name="rows">How many rows they are.</param>
    public async ValueTask<ManifestFile> CompleteAsync(long rows, CancellationToken cancellationToken)
    {
        await stream.FlushAsync(cancellationToken);
        if (ownsStream)
        {
            ((FileStream)stream).Flush(flushToDisk: true);
            await stream.DisposeAsync();
        }

        return new ManifestFile(name, format, rows, bytes.Length, bytes.TakeHash());
    }

    public async ValueTask DisposeAsync()
    {
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
