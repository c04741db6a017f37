using SynthData.Manifest;

namespace SynthData.Output;

/// <summary>A table that shares its place with others, such as a database or a script: its rows are safe when all of that is, not before.</summary>
internal sealed class SharedSink(string place, ITableWriter writer) : ITableSink
{
    public string Place => place;

    public ITableWriter Writer => writer;

    public ValueTask<ManifestFile?> CompleteAsync(long rows, CancellationToken cancellationToken) => ValueTask.FromResult<ManifestFile?>(null);

    public ValueTask DisposeAsync() => writer.DisposeAsync();
}
