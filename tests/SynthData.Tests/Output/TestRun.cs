using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Manifest;
using SynthData.Output;
using SynthData.Tests.Manifest;

namespace SynthData.Tests.Output;

/// <summary>Runs that write two small tables of numbers, so that what they leave can be checked.</summary>
internal sealed record TestRun(string Path)
{
    private static readonly ImmutableArray<BatchColumn> Columns = [TestBatches.Column("id", "int64"), TestBatches.Column("name", "string")];

    public string Format { get; init; } = "csv";

    public ulong Seed { get; init; } = 1;

    public int Rows { get; init; } = 100;

    public ManifestShard? Shard { get; init; }

    public bool IsOverwrite { get; init; }

    public bool IsFile { get; init; }

    public OutputTarget? Target { get; init; }

    public Action<CommitStep>? Probe { get; init; }

    public DatasetRequest Request => new(
        Target ?? (IsFile ? OutputTarget.File(Path) : OutputTarget.Folder(Path)), Formats.Of(Format), Draft, [.. Tables], IsOverwrite)
    { Probe = Probe };

    private IEnumerable<string> Tables => IsFile || Target is not null ? ["orders"] : ["customers", "orders"];

    private RunManifest Draft => ManifestTestData.Empty with
    {
        Seed = Seed,
        Shard = Shard,
        Options = ManifestTestData.Empty.Options with { Format = Formats.Of(Format).Name, CsvFormula = null },
    };

    public Task<DatasetWriter> OpenAsync() => DatasetWriter.OpenAsync(Request, TestContext.Current.CancellationToken);

    /// <summary>Writes everything; gives the manifest.</summary>
    public async Task<RunManifest> WriteAsync()
    {
        await using DatasetWriter writer = await OpenAsync();
        return await WriteAsync(writer);
    }

    public async Task<RunManifest> WriteAsync(DatasetWriter writer)
    {
        var tables = ImmutableArray.CreateBuilder<ManifestTable>();
        foreach (string name in Tables)
            tables.Add(await WriteTableAsync(writer, name));
        RunManifest manifest = Draft with { Tables = tables.ToImmutable() };
        writer.Commit(manifest, TestContext.Current.CancellationToken);
        return manifest;
    }

    private async Task<ManifestTable> WriteTableAsync(DatasetWriter writer, string name)
    {
        long first = Shard is null ? 0 : (Shard.Number - 1) * (long)Rows / Shard.Of;
        long end = Shard is null ? Rows : Shard.Number * (long)Rows / Shard.Of;
        object?[][] rows = [.. Enumerable.Range((int)first, (int)(end - first)).Select(row => new object?[] { row + ((long)Seed * 1000), $"{name} {row}" })];
        await using TableOutput output = writer.BeginTable(name, Columns, first);
        foreach (RowBatch batch in TestBatches.Cut(name, Columns, rows, 30, first))
            await output.WriteAsync(batch, TestContext.Current.CancellationToken);
        WrittenTable written = await output.CompleteAsync(TestContext.Current.CancellationToken);
        return written.ToManifest([.. Columns.Select(column => new ManifestColumn(column.Name, column.Type.ToString(), "sequence"))], [], 0);
    }
}
