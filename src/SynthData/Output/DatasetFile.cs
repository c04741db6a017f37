using SynthData.Manifest;

namespace SynthData.Output;

/// <summary>The one file of all tables of a dataset.</summary>
internal sealed class DatasetFile(IDatasetFormat format, OutputFile file) : IAsyncDisposable
{
    private readonly IDatasetFile tables = format.OpenFile(file.Bytes);

    public ITableSink BeginTable(TableLayout table) => new SharedSink(file.Place, tables.OpenTable(table));

    /// <summary>Ends the file and brings it to disk.</summary>
    /// <returns>The manifest with the file at every table.</returns>
    public async ValueTask<RunManifest> CompleteAsync(RunManifest manifest, CancellationToken cancellationToken)
    {
        ManifestFile? made = null;
        await OutputFailure.GuardAsync(file.Place, async () =>
        {
            await tables.CompleteAsync(cancellationToken);
            made = await file.CompleteAsync(0, cancellationToken);
        });
        return manifest with { Tables = [.. manifest.Tables.Select(table => table with { Files = [made! with { Rows = table.Rows }] })] };
    }

    public async ValueTask DisposeAsync()
    {
        await tables.DisposeAsync();
        await file.DisposeAsync();
    }
}
