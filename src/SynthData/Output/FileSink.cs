using SynthData.Manifest;

namespace SynthData.Output;

/// <summary>A file of one table.</summary>
/// <param name="file">Disposed with this.</param>
internal sealed class FileSink(TableLayout table, ITableFormat format, OutputFile file) : ITableSink
{
    public string Place => file.Place;

    public ITableWriter Writer { get; } = format.OpenWriter(table, file.Bytes);

    public async ValueTask<ManifestFile?> CompleteAsync(long rows, CancellationToken cancellationToken) => await file.CompleteAsync(rows, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        await file.DisposeAsync();
    }
}
