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
    private readonly Dictionary<string, long> before = new(StringComparer.Ordinal);

    private DatabaseWriter(IDatabase database, DatabaseRequest request)
    {
        this.database = database;
        this.request = request;
    }

    public DatasetState State { get; private set; } = DatasetState.None;

    /// <summary>Looks at the tables there, makes those that are missing and clears those that are to be cleared.</summary>
    /// <param name="database">Stays the caller's; without a commit its transaction is undone when it is disposed.</param>
    /// <exception cref="GenerationException">SD5101: a table is missing; SD5102: it has other columns; SD5103: it holds rows; SD5109: it cannot have its name.</exception>
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
        await CountAsync(manifest, cancellationToken);
        await database.WaitTurnAsync(ManifestRows.Table, cancellationToken);            // another run may have made it, or takes the same number
        if (!await HasManifestsAsync(cancellationToken))
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
        string[] misnamed =
        [
            .. from table in request.Tables
               from name in (IEnumerable<string>)[table.Name, .. table.Columns.Select(column => column.Name)]
               let why = name == table.Name && IsOfManifests(name) ? "manifests are kept there" : database.WhyNotNamed(name)
               where why is not null
               select $"'{name}' ({why})",
        ];
        if (misnamed.Length > 0)
            throw new GenerationException(DatabaseDiagnostics.NameRefused.At(null, database.Place, string.Join(", ", misnamed)));

        string[] missing = await FindAsync(cancellationToken);
        if (missing.Length > 0 && !request.Options.Create)
            throw new GenerationException(DatabaseDiagnostics.TableMissing.At(null, database.Place, string.Join(", ", missing)));
        if (missing.Length > 0)
        {
            await database.WaitTurnAsync("create", cancellationToken);
            await FindAsync(cancellationToken);                                         // who had the turn before may have made them
        }

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
        await database.LockAsync(Existing, cancellationToken);
    }

    // Finds the tables there, and gives the names of those that are missing.
    private async Task<string[]> FindAsync(CancellationToken cancellationToken)
    {
        foreach (TableDefinition table in request.Tables)
            found[table.Name] = await database.ColumnsOfAsync(table.Name, cancellationToken);
        return [.. request.Tables.Where(table => found[table.Name].IsEmpty).Select(table => table.Name)];
    }

    private async Task<bool> HasManifestsAsync(CancellationToken cancellationToken) => !(await database.ColumnsOfAsync(ManifestRows.Table, cancellationToken)).IsEmpty;

    // In any case, as SQLite compares names.
    private static bool IsOfManifests(string table) => table.Equals(ManifestRows.Table, StringComparison.OrdinalIgnoreCase);

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (request.Options.Existing == ExistingRows.Truncate)
            await database.ClearAsync([.. Existing.Reverse()], cancellationToken);
        foreach (TableDefinition table in request.Tables.Where(table => found[table.Name].IsEmpty))
            await database.ExecuteAsync(TableScript.Create(table, database.TypeName), cancellationToken);
        foreach (string table in request.Options.Existing == ExistingRows.Append ? Existing : [])
            before[table] = await database.CountAsync(table, cancellationToken);
    }

    // A trigger may drop rows that the database has taken without a word.
    private async Task CountAsync(RunManifest manifest, CancellationToken cancellationToken)
    {
        foreach (ManifestTable table in manifest.Tables)
        {
            long came = await database.CountAsync(table.Name, cancellationToken) - before.GetValueOrDefault(table.Name);
            if (came != table.Rows)
                throw new GenerationException(DatabaseDiagnostics.RowsLost.At(null, table.Name, database.Place, came, table.Rows));
        }
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
