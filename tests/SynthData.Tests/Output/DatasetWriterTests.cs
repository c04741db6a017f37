using SynthData.Diagnostics;
using SynthData.Manifest;
using SynthData.Output;
using SynthData.Tests.Manifest;

namespace SynthData.Tests.Output;

public class DatasetWriterTests
{
    [Fact]
    public void Whatever_decides_rows_or_bytes_makes_another_dataset()
    {
        RunManifest plain = ManifestTestData.Empty;
        Assert.Null(ManifestDifference.Between(plain, plain with { Tool = "9.9.9" }));
        Assert.Equal("textRows (none, not 5)", ManifestDifference.Between(plain, plain with { Options = plain.Options with { TextRows = 5 } }));
        Assert.Equal("create (no, not yes)", ManifestDifference.Between(plain, plain with { Options = plain.Options with { Create = true } }));
    }

    [Theory]
    [InlineData("csv", "customers.csv", "orders.csv")]
    [InlineData("csv.gz", "customers.csv.gz", "orders.csv.gz")]
    [InlineData("jsonl", "customers.jsonl", "orders.jsonl")]
    [InlineData("parquet", "customers.parquet", "orders.parquet")]
    public async Task A_folder_holds_the_files_and_the_manifest_and_nothing_else(string format, params string[] files)
    {
        using TemporaryFolder folder = new();
        RunManifest manifest = await new TestRun(folder["deep/out"]) { Format = format }.WriteAsync();
        Assert.Equal(files.Append("manifest.json").Order(StringComparer.Ordinal), NamesIn(folder["deep/out"]));
        Assert.Equal(["out"], NamesIn(folder["deep"]));
        byte[] printed = File.ReadAllBytes(folder["deep/out/manifest.json"]);
        Assert.Equal(ManifestJson.Print(manifest), printed);
        Assert.Null(await DatasetCheck.FaultAsync(folder["deep/out"]));
    }

    [Fact]
    public async Task Content_is_the_same_in_all_formats()
    {
        using TemporaryFolder folder = new();
        List<string> contents = [];
        foreach (string format in new[] { "csv", "jsonl.gz", "parquet", "parquet small groups" })
        {
            RunManifest manifest = await new TestRun(folder[$"out {format}"]) { Format = format }.WriteAsync();
            contents.Add(string.Join(",", manifest.Tables.Select(table => table.Content)));
        }

        Assert.Single(contents.Distinct());
    }

    [Fact]
    public async Task One_file_has_its_manifest_beside_it()
    {
        using TemporaryFolder folder = new();
        await new TestRun(folder["o.csv"]) { IsFile = true }.WriteAsync();
        Assert.Equal(["o.csv", "o.csv.manifest.json"], NamesIn(folder.Path));
        Assert.True((await OpenAndCloseAsync(new TestRun(folder["o.csv"]) { IsFile = true })).IsComplete);
    }

    [Fact]
    public async Task A_stream_gets_the_bytes_of_the_file_and_no_manifest()
    {
        using TemporaryFolder folder = new();
        using MemoryStream stream = new();
        await new TestRun("") { Target = OutputTarget.Stream(stream) }.WriteAsync();
        await new TestRun(folder["o.csv"]) { IsFile = true }.WriteAsync();
        Assert.Equal(File.ReadAllBytes(folder["o.csv"]), stream.ToArray());
        Assert.True(stream.CanWrite);
    }

    [Fact]
    public async Task The_same_run_again_is_already_complete()
    {
        using TemporaryFolder folder = new();
        TestRun run = new(folder["out"]);
        await run.WriteAsync();
        DatasetState state = await OpenAndCloseAsync(run);
        Assert.True(state.IsComplete);
        Assert.Equal(["customers.csv", "manifest.json", "orders.csv"], NamesIn(folder["out"]));
    }

    [Fact]
    public async Task Another_seed_needs_overwrite()
    {
        using TemporaryFolder folder = new();
        await new TestRun(folder["out"]).WriteAsync();
        var failure = await Assert.ThrowsAsync<GenerationException>(() => new TestRun(folder["out"]) { Seed = 2 }.OpenAsync());
        Assert.Equal("SD5007", failure.Diagnostic.Code);
        Assert.Contains("it differs in seed (1, not 2)", failure.Message, StringComparison.Ordinal);
        await new TestRun(folder["out"]) { Seed = 2, IsOverwrite = true }.WriteAsync();
        Assert.Null(await DatasetCheck.FaultAsync(folder["out"]));
        Assert.Equal(["out"], NamesIn(folder.Path));
    }

    [Theory]
    [InlineData("x", "'orders.csv' has")]
    [InlineData(null, "'orders.csv' is missing")]
    public async Task A_changed_file_needs_overwrite(string? added, string why)
    {
        using TemporaryFolder folder = new();
        await new TestRun(folder["out"]).WriteAsync();
        if (added is null)
            File.Delete(folder["out/orders.csv"]);
        else
            File.AppendAllText(folder["out/orders.csv"], added);
        var failure = await Assert.ThrowsAsync<GenerationException>(() => new TestRun(folder["out"]).OpenAsync());
        Assert.Equal("SD5007", failure.Diagnostic.Code);
        Assert.Contains(why, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_only_the_old_manifest_names_go_and_foreign_ones_stay()
    {
        using TemporaryFolder folder = new();
        await new TestRun(folder["out"]).WriteAsync();
        File.WriteAllText(folder["out/notes.txt"], "mine");
        await new TestRun(folder["out"]) { Format = "jsonl", IsOverwrite = true }.WriteAsync();
        Assert.Equal(["customers.jsonl", "manifest.json", "notes.txt", "orders.jsonl"], NamesIn(folder["out"]));
    }

    [Fact]
    public async Task A_foreign_file_in_the_way_is_refused_before_anything_is_made()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["out"]);
        File.WriteAllText(folder["out/orders.csv"], "mine");
        var failure = await Assert.ThrowsAsync<GenerationException>(() => new TestRun(folder["out"]) { IsOverwrite = true }.OpenAsync());
        Assert.Equal("SD5006", failure.Diagnostic.Code);
        Assert.Equal("mine", File.ReadAllText(folder["out/orders.csv"]));
        Assert.Equal(["out"], NamesIn(folder.Path));
    }

    [Fact]
    public async Task A_second_run_on_the_same_target_is_told_so()
    {
        using TemporaryFolder folder = new();
        await using (DatasetWriter first = await new TestRun(folder["out"]).OpenAsync())
        {
            var failure = await Assert.ThrowsAsync<GenerationException>(() => new TestRun(folder["out"]).OpenAsync());
            Assert.Equal("SD5005", failure.Diagnostic.Code);
            await new TestRun(folder["out"]) { Shard = new ManifestShard(1, 2) }.WriteAsync();
            await new TestRun(folder["out"]).WriteAsync(first);
        }

        Assert.Null(await DatasetCheck.FaultAsync(folder["out"]));
        Assert.Equal(["out"], NamesIn(folder.Path));
    }

    [Fact]
    public async Task A_run_that_fails_leaves_the_old_dataset_and_no_staging()
    {
        using TemporaryFolder folder = new();
        await new TestRun(folder["out"]).WriteAsync();
        byte[] before = File.ReadAllBytes(folder["out/manifest.json"]);
        await using (DatasetWriter writer = await new TestRun(folder["out"]) { Seed = 2, IsOverwrite = true }.OpenAsync())
        {
            await using TableOutput output = writer.BeginTable("customers", [TestBatches.Column("id", "int64")], 0);
            await output.WriteAsync(TestBatches.Of("customers", [TestBatches.Column("id", "int64")], [[1L]]), TestContext.Current.CancellationToken);
        }

        Assert.Equal(before, File.ReadAllBytes(folder["out/manifest.json"]));
        Assert.Null(await DatasetCheck.FaultAsync(folder["out"]));
        Assert.Equal(["out"], NamesIn(folder.Path));
    }

    [Fact]
    public async Task A_cancelled_run_commits_nothing()
    {
        using TemporaryFolder folder = new();
        await using (DatasetWriter writer = await new TestRun(folder["out"]).OpenAsync())
        {
            Assert.Throws<OperationCanceledException>(() => writer.Commit(Tests.Manifest.ManifestTestData.Empty, new CancellationToken(canceled: true)));
        }

        Assert.Empty(NamesIn(folder.Path));
    }

    [Fact]
    public async Task What_a_dead_run_left_is_cleaned()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder[".out.partial"]);
        File.WriteAllText(folder[".out.partial/lock"], "");
        File.WriteAllText(folder[".out.partial/orders.csv"], "half");
        await new TestRun(folder["out"]).WriteAsync();
        Assert.Null(await DatasetCheck.FaultAsync(folder["out"]));
        Assert.Equal(["out"], NamesIn(folder.Path));
    }

    [Fact]
    public async Task A_folder_of_that_name_made_by_something_else_is_left_alone()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder[".out.partial"]);
        File.WriteAllText(folder[".out.partial/mine"], "mine");
        var failure = await Assert.ThrowsAsync<GenerationException>(() => new TestRun(folder["out"]).OpenAsync());
        Assert.Equal("SD5013", failure.Diagnostic.Code);
        Assert.Equal(["mine"], NamesIn(folder[".out.partial"]));
    }

    [Fact]
    public async Task An_unreadable_or_newer_manifest_stops_the_run()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["out"]);
        File.WriteAllText(folder["out/manifest.json"], "{}");
        var unreadable = await Assert.ThrowsAsync<GenerationException>(() => new TestRun(folder["out"]) { IsOverwrite = true }.OpenAsync());
        Assert.Equal("SD5008", unreadable.Diagnostic.Code);
        Assert.Equal(["out"], NamesIn(folder.Path));
    }

    [Fact]
    public async Task Rows_out_of_order_are_a_bug()
    {
        using TemporaryFolder folder = new();
        await using DatasetWriter writer = await new TestRun(folder["out"]).OpenAsync();
        await using TableOutput output = writer.BeginTable("t", [TestBatches.Column("id", "int64")], 10);
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            await output.WriteAsync(TestBatches.Of("t", [TestBatches.Column("id", "int64")], [[1L]], 11), TestContext.Current.CancellationToken));
    }

    private static async Task<DatasetState> OpenAndCloseAsync(TestRun run)
    {
        await using DatasetWriter writer = await run.OpenAsync();
        return writer.State;
    }

    private static IEnumerable<string> NamesIn(string folder) =>
        Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)!).Order(StringComparer.Ordinal);
}
