using CsCheck;
using SynthData.Diagnostics;
using SynthData.Manifest;
using SynthData.Output;

namespace SynthData.Tests.Output;

public class MergeTests
{
    [Theory]
    [InlineData("csv")]
    [InlineData("csv.gz")]
    [InlineData("csv.zst")]
    [InlineData("jsonl")]
    [InlineData("parquet")]
    [InlineData("parquet small groups")]
    public async Task Any_cut_merges_to_the_dataset_that_was_never_cut(string format) => await Gen.Select(Gen.Int[1, 6], Gen.Int[0, 90]).SampleAsync(
        async (of, rows) =>
        {
            using TemporaryFolder folder = new();
            RunManifest whole = await new TestRun(folder["whole"]) { Format = format, Rows = rows }.WriteAsync();
            RunManifest merged = await MergedAsync(folder["parts"], format, rows, of);
            Assert.Equal(Facts(whole), Facts(merged));
            Assert.Null(await DatasetCheck.FaultAsync(folder["parts"]));
            Assert.Equal(FilesIn(folder["whole"]).Select(Path.GetFileName), FilesIn(folder["parts"]).Select(Path.GetFileName));
            foreach (string file in FilesIn(folder["whole"]))
            {
                // The members of a packed file differ with the cut; what is packed in them does not.
                string other = Path.Combine(folder["parts"], Path.GetFileName(file));
                if (!format.Contains('.', StringComparison.Ordinal) && !file.EndsWith("manifest.json", StringComparison.Ordinal))
                    Assert.Equal(await File.ReadAllBytesAsync(file), await File.ReadAllBytesAsync(other));
            }
        },
        iter: 8,
        threads: 1);

    [Theory]
    [InlineData("csv.gz")]
    [InlineData("csv.zst")]
    public async Task Merged_and_packed_files_are_read_by_DuckDB(string format)
    {
        using TemporaryFolder folder = new();
        await MergedAsync(folder["out"], format, 100, 3);
        List<string?[]> rows = DuckDbJudge.Read(folder[$"out/orders.{format}"], [TestBatches.Column("id", "int64"), TestBatches.Column("name", "string")]);
        Assert.Equal(Enumerable.Range(0, 100).Select(row => $"orders {row}"), rows.Select(row => row[1]));
    }

    [Fact]
    public async Task A_merged_dataset_is_complete_for_the_run_that_was_cut()
    {
        using TemporaryFolder folder = new();
        await MergedAsync(folder["out"], "csv", 100, 2);
        await using DatasetWriter writer = await new TestRun(folder["out"]).OpenAsync();
        Assert.True(writer.State.IsComplete);
    }

    [Fact]
    public async Task Without_parts_there_is_nothing_to_merge()
    {
        using TemporaryFolder folder = new();
        Assert.Equal("SD5020", await CodeOfMergeAsync(folder.Path));
        Assert.Equal("SD5020", await CodeOfMergeAsync(folder["nowhere"]));
    }

    [Fact]
    public async Task A_missing_part_is_named()
    {
        using TemporaryFolder folder = new();
        await PartsAsync(folder["out"], "csv", 100, 3);
        File.Delete(folder["out/manifest.2-of-3.json"]);
        var failure = await Assert.ThrowsAsync<GenerationException>(() => MergeAsync(folder["out"], "csv"));
        Assert.Equal("SD5021", failure.Diagnostic.Code);
        Assert.Contains("Part 2 of 3 is missing", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_of_other_runs_do_not_belong()
    {
        using TemporaryFolder folder = new();
        await PartsAsync(folder["out"], "csv", 100, 2);
        await new TestRun(folder["out"]) { Seed = 9, Shard = new ManifestShard(2, 2), IsOverwrite = true }.WriteAsync();
        var failure = await Assert.ThrowsAsync<GenerationException>(() => MergeAsync(folder["out"], "csv"));
        Assert.Equal("SD5022", failure.Diagnostic.Code);
        Assert.Contains("they differ in seed", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_of_two_cuts_do_not_belong()
    {
        using TemporaryFolder folder = new();
        await PartsAsync(folder["out"], "csv", 100, 2);
        await new TestRun(folder["out"]) { Shard = new ManifestShard(1, 3) }.WriteAsync();
        Assert.Equal("SD5022", await CodeOfMergeAsync(folder["out"]));
    }

    [Fact]
    public async Task A_gap_between_parts_is_refused()
    {
        using TemporaryFolder folder = new();
        await PartsAsync(folder["out"], "csv", 100, 2);
        await new TestRun(folder["out"]) { Rows = 90, Shard = new ManifestShard(2, 2), IsOverwrite = true }.WriteAsync();
        string path = folder["out/manifest.2-of-2.json"];
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"firstRow\": 50", "\"firstRow\": 60", StringComparison.Ordinal));
        Assert.Equal("SD5023", await CodeOfMergeAsync(folder["out"]));
    }

    [Fact]
    public async Task A_changed_file_is_refused_and_the_parts_stay()
    {
        using TemporaryFolder folder = new();
        await PartsAsync(folder["out"], "csv", 100, 2);
        File.WriteAllText(folder["out/orders.2-of-2.csv"], "x");
        Assert.Equal("SD5024", await CodeOfMergeAsync(folder["out"]));
        Assert.Equal(6, FilesIn(folder["out"]).Count());
        Assert.Equal([folder["out"]], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_merge_cut_off_before_the_parts_are_removed_is_finished_by_the_next()
    {
        using TemporaryFolder folder = new();
        await PartsAsync(folder["out"], "csv", 100, 2);
        await Assert.ThrowsAsync<InvalidOperationException>(() => DatasetMerge.RunAsync(
            folder["out"],
            _ => Formats.Of("csv"),
            TestContext.Current.CancellationToken,
            step => _ = step == CommitStep.ManifestMoved ? throw new InvalidOperationException("cut") : step));
        Assert.Null(await DatasetCheck.FaultAsync(folder["out"]));
        await MergeAsync(folder["out"], "csv");
        Assert.Equal(["customers.csv", "manifest.json", "orders.csv"], FilesIn(folder["out"]).Select(Path.GetFileName));
    }

    private static async Task<RunManifest> MergedAsync(string path, string format, int rows, int of)
    {
        await PartsAsync(path, format, rows, of);
        return await MergeAsync(path, format);
    }

    private static async Task PartsAsync(string path, string format, int rows, int of)
    {
        for (int number = of; number >= 1; number--)
            await new TestRun(path) { Format = format, Rows = rows, Shard = new ManifestShard(number, of) }.WriteAsync();
    }

    private static Task<RunManifest> MergeAsync(string path, string format) =>
        DatasetMerge.RunAsync(path, _ => Formats.Of(format), TestContext.Current.CancellationToken);

    private static async Task<string> CodeOfMergeAsync(string path) =>
        (await Assert.ThrowsAsync<GenerationException>(() => MergeAsync(path, "csv"))).Diagnostic.Code;

    private static IEnumerable<string> FilesIn(string folder) => Directory.GetFiles(folder).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Facts(RunManifest manifest) =>
        manifest.Tables.Select(table => $"{table.Name} {table.Rows} {table.FirstRow} {table.Content} {string.Join(",", table.Columns)}").Append($"{manifest.Shard}");
}
