using SynthData.Manifest;

namespace SynthData.Output;

/// <summary>A file of a format, hashed as it is written.</summary>
internal sealed class FileSink : ITableSink
{
    private readonly string name;
    private readonly string format;
    private readonly Stream stream;
    private readonly bool ownsStream;
    private readonly HashingStream bytes;

    /// <param name="table">What goes into the file.</param>
    /// <param name="format">The file's format.</param>
    /// <param name="place">Where its bytes go, for messages.</param>
    /// <param name="stream">Where its bytes go; the caller's own unless it is the file of that place.</param>
    /// <param name="name">Its final name.</param>
    public FileSink(TableLayout table, ITableFormat format, string place, Stream stream, string name)
    {
        Place = place;
        this.name = name;
        this.format = format.Name;
        this.stream = stream;
        ownsStream = stream is FileStream file && file.Name == place;
        bytes = new HashingStream(stream);
        Writer = format.OpenWriter(table, bytes);
    }

    public string Place { get; }

    public ITableWriter Writer { get; }

    public async ValueTask<ManifestFile?> CompleteAsync(long rows, CancellationToken cancellationToken)
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
        await Writer.DisposeAsync();
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
