using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Manifest;

namespace SynthData.Output.Databases;

/// <summary>Writes one dataset into tables of a database: everything in its one transaction, the manifest last, as a row.</summary>
internal sealed class DatabaseWriter : IDatasetWriter
{
    private readonly IDatabase database;
    private readonly DatabaseRequest request;
    private readonly Dictionary<string, ImmutableArray<DatabaseColumn>> found = new(StringComparer.Ordinal);
    private bool hasManifests;

    private DatabaseWriter(IDatabase database, DatabaseRequest request)
    {
        this.database = database;
        this.request = request;
    }

    public DatasetState State { get; private set; } = DatasetState.None;

    /// <summary>Looks at the tables there, makes those that are missing and clears those that are to be cleared.</summary>
    /// <param name="database">Stays the caller's; without a commit its transaction is undone when it is disposed.</param>
    /// <exception cref="GenerationException">SD5101: a table is missing; SD5102: it has other columns; SD5103: it holds rows.</exception>
    public static async Task<DatabaseWriter> OpenAsync(IDatabase database, DatabaseRequest request, CancellationToken cancellationToken)
    {
        var writer = new DatabaseWriter(database, request);
        await writer.LookAsync(cancellationToken);
        if (request.Options.Existing == ExistingRows.Refuse && await writer.FindRowsAsync(cancellationToken) is { } filled)
        {
            writer.State = await DatabaseState.FindAsync(database, request, cancellationToken);
            return writer.State.IsComplete
                ? writer
                : throw new GenerationException(DatabaseDiagnostics.TableHasRows.At(null, filled.Table, database.Place, filled.Rows));
        }

        await writer.PrepareAsync(cancellationToken);
        return writer;
    }

    public async ValueTask<TableOutput> BeginTableAsync(string table, ImmutableArray<BatchColumn> columns, long firstRow, CancellationToken cancellationToken)
    {
        var layout = new TableLayout(table, columns);
        ImmutableArray<DatabaseColumn> there = found[table].IsEmpty ? await database.ColumnsOfAsync(table, cancellationToken) : found[table];
        return new TableOutput(layout, new SharedSink(database.Place, database.OpenWriter(layout, there)), firstRow);
    }

    public async ValueTask<RunManifest> CommitAsync(RunManifest manifest, CancellationToken cancellationToken)
    {
        if (!hasManifests)
            await database.ExecuteAsync(ManifestRows.Create, cancellationToken);
        else if (request.Options.Existing == ExistingRows.Truncate)
            await database.ExecuteAsync(ManifestRows.Remove(manifest.Dataset), cancellationToken);
        await database.ExecuteAsync(ManifestRows.Add(manifest), cancellationToken);
        await database.CommitAsync();
        return manifest;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // All that is wrong with the tables is told by one message, for nobody mends them one by one.
    private async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (TableDefinition table in request.Tables)
            found[table.Name] = await database.ColumnsOfAsync(table.Name, cancellationToken);
        string[] missing = [.. request.Tables.Where(table => found[table.Name].IsEmpty).Select(table => table.Name)];
        if (missing.Length > 0 && !request.Options.Create)
            throw new GenerationException(DatabaseDiagnostics.TableMissing.At(null, database.Place, string.Join(", ", missing)));
        string[] differing =
        [
            .. from table in request.Tables
               where !found[table.Name].IsEmpty
               let difference = TableFit.DifferenceOf(table, found[table.Name], database)
               where difference is not null
               select $"of '{table.Name}': {difference}",
        ];
        if (differing.Length > 0)
            throw new GenerationException(DatabaseDiagnostics.TableDiffers.At(null, database.Place, string.Join("; ", differing)));
        hasManifests = !(await database.ColumnsOfAsync(ManifestRows.Table, cancellationToken)).IsEmpty;
        await database.LockAsync(Existing, cancellationToken);
    }

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (request.Options.Existing == ExistingRows.Truncate)
            await database.ClearAsync([.. Existing.Reverse()], cancellationToken);
        foreach (TableDefinition table in request.Tables.Where(table => found[table.Name].IsEmpty))
            await database.ExecuteAsync(TableScript.Create(table, database.TypeName), cancellationToken);
    }

    private ImmutableArray<string> Existing => [.. request.Tables.Where(table => !found[table.Name].IsEmpty).Select(table => table.Name)];

    private async Task<(string Table, long Rows)?> FindRowsAsync(CancellationToken cancellationToken)
    {
        foreach (string table in Existing)
        {
            if (await database.CountAsync(table, cancellationToken) is var rows and > 0)
                return (table, rows);
        }

        return null;
    }
}
