using SynthData.Manifest;

namespace SynthData.Output.Databases;

/// <summary>A table of a database. Its rows are safe with the transaction's commit, not before.</summary>
internal sealed class DatabaseSink(string place, ITableWriter writer) : ITableSink
{
    public string Place => place;

    public ITableWriter Writer => writer;

    public ValueTask<ManifestFile?> CompleteAsync(long rows, CancellationToken cancellationToken) => ValueTask.FromResult<ManifestFile?>(null);

    public ValueTask DisposeAsync() => writer.DisposeAsync();
}
