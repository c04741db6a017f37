using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Manifest;

namespace SynthData.Output;

/// <summary>Writes one dataset as files: open, a table after the other, commit. Without a commit nothing is left behind.</summary>
internal sealed class DatasetWriter : IDatasetWriter
{
    private readonly DatasetRequest request;
    private readonly DatasetLayout? layout;
    private readonly StagingFolder? staging;
    private DatasetFile? whole;
    private bool isSettled;

    private DatasetWriter(DatasetRequest request, DatasetState state, DatasetLayout? layout, StagingFolder? staging)
    {
        this.request = request;
        this.layout = layout;
        this.staging = staging;
        State = state;
    }

    public DatasetState State { get; }

    /// <summary>Compares what stands at the target with the request, takes the lock and finishes what an earlier run had settled.</summary>
    /// <exception cref="GenerationException">
    /// SD5001–SD5004, SD5012: the place; SD5005: the lock; SD5006: a foreign file; SD5007: another dataset; SD5008, SD5009: its manifest.
    /// </exception>
    public static async Task<DatasetWriter> OpenAsync(DatasetRequest request, CancellationToken cancellationToken)
    {
        if (request.Target is StreamTarget)
            return new DatasetWriter(request, DatasetState.None, layout: null, staging: null);

        var layout = DatasetLayout.For(request.Target, request.Run.Shard);

        // Without a run under way nor a dead one there is no need to write in order to say that all is done.
        if (!Directory.Exists(layout.Staging))
        {
            DatasetState before = await ExistingDataset.CompareAsync(layout, request.Run, cancellationToken);
            if (before.IsComplete && !request.IsOverwrite)
                return new DatasetWriter(request, before, layout, staging: null);
        }

        var staging = StagingFolder.Acquire(layout);
        try
        {
            DatasetCommit leftover = new(layout, staging);
            if (leftover.IsUnderWay)
                leftover.Finish();
            staging.Clean();
            DatasetState state = await ExistingDataset.CompareAsync(layout, request.Run, cancellationToken);
            Refuse(request, layout, state);
            return new DatasetWriter(request, state, layout, staging);
        }
        catch
        {
            staging.Dispose();
            throw;
        }
    }

    public ValueTask<TableOutput> BeginTableAsync(string table, ImmutableArray<BatchColumn> columns, long firstRow, CancellationToken cancellationToken) =>
        ValueTask.FromResult(BeginTable(table, columns, firstRow));

    /// <summary>Begins a table: its file, or its part of the one file.</summary>
    public TableOutput BeginTable(string table, ImmutableArray<BatchColumn> columns, long firstRow)
    {
        TableLayout contents = new(table, columns, HasHeader: request.Run.Shard is null or { Number: 1 });
        if (request.Format is IDatasetFormat format)
        {
            whole ??= new DatasetFile(format, OpenFile(request.Run.Dataset));
            return new TableOutput(contents, whole.BeginTable(contents), firstRow);
        }

        return new TableOutput(contents, new FileSink(contents, (ITableFormat)request.Format, OpenFile(table)), firstRow);
    }

    /// <summary>Joins finished files of parts to a table's file.</summary>
    public async Task<ManifestFile> ConcatenateAsync(TableLayout table, long rows, IReadOnlyList<string> parts, CancellationToken cancellationToken)
    {
        string name = layout!.NameOf(table.Name, request.Format);
        string path = staging!.PathOf(name);
        ManifestFile? made = null;
        await OutputFailure.GuardAsync(path, async () =>
        {
            await using FileStream stream = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
            await using HashingStream bytes = new(stream);
            await ((ITableFormat)request.Format).ConcatenateAsync(table, parts, bytes, cancellationToken);
            await stream.FlushAsync(cancellationToken);
            stream.Flush(flushToDisk: true);
            made = new ManifestFile(name, request.Format.Name, rows, bytes.Length, bytes.TakeHash());
        });
        return made!;
    }

    public async ValueTask<RunManifest> CommitAsync(RunManifest manifest, CancellationToken cancellationToken)
    {
        RunManifest named = whole is null ? manifest : await whole.CompleteAsync(manifest, cancellationToken);
        Commit(named, cancellationToken);
        return named;
    }

    /// <summary>Puts all files and then the manifest, which names them, in place.</summary>
    public void Commit(RunManifest manifest, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (layout is null)
            return;

        DatasetCommit commit = new(layout, staging!, request.Probe);
        try
        {
            commit.Run(manifest);
        }
        finally
        {
            isSettled = commit.IsUnderWay;
        }
    }

    /// <summary>Frees the lock; removes what is staged, unless a commit that was settled could not be finished.</summary>
    public async ValueTask DisposeAsync()
    {
        if (whole is not null)
            await whole.DisposeAsync();
        if (staging is not null && !isSettled)
            staging.Discard();
        staging?.Dispose();
    }

    private OutputFile OpenFile(string stem)
    {
        string format = request.Format.Name;
        if (layout is null)
            return new OutputFile("standard output", ((StreamTarget)request.Target).Sink, stem + request.Format.Extension, format);
        string name = layout.NameOf(stem, request.Format);
        string path = staging!.PathOf(name);
        FileStream? stream = null;
        OutputFailure.Guard(path, () => stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true));
        return new OutputFile(path, stream!, name, format);
    }

    private static void Refuse(DatasetRequest request, DatasetLayout layout, DatasetState state)
    {
        if (state.Difference is { } difference && !request.IsOverwrite)
            throw new GenerationException(OutputDiagnostics.DatasetExists.At(null, layout.Target, difference));

        HashSet<string> named = [.. state.Manifest?.Tables.SelectMany(table => table.Files).Select(file => file.Path) ?? []];
        foreach (string name in request.Stems.Select(stem => layout.NameOf(stem, request.Format)))
        {
            string path = Path.Combine(layout.Folder, name);
            if (!named.Contains(name) && (File.Exists(path) || Directory.Exists(path)))
                throw new GenerationException(OutputDiagnostics.ForeignFile.At(null, path));
        }
    }
}
