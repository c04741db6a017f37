using SynthData.Manifest;
using SynthData.Tests.Cli;
using SynthData.Tests.Failures;

namespace SynthData.Tests.Sources.Model.Whole;

/// <summary>A journal that cannot be opened or written ends the run with 5 before, or right after, a call is paid.</summary>
public class JournalDiskTests
{
    /// <summary>Ten calls: 160 rows, 16 a call to begin with.</summary>
    private const string Shelf = """
        synthdata: 1
        name: shelf
        tables:
          books:
            rows: 160
            key: id
            columns:
              id:    { sequence: 1 }
              genre: { values: [crime, poetry, travel] }
              title: { prompt: 'Title of a {genre} book.', unique: true }
        """;

    [Theory]
    [InlineData(20)]
    [InlineData(24)]
    [InlineData(28)]
    public async Task A_disk_that_fills_up_under_the_journal_ends_the_run_and_what_was_on_it_serves_the_next(int kilobytes)
    {
        await using ModelBench whole = await ModelBench.StartAsync();
        RunManifest expected = await whole.MakeAsync(whole.Write("shelf.yaml", Shelf), "made");
        await using ModelBench bench = await ModelBench.StartAsync();
        using SmallDisk disk = SmallDisk.Mount(bench.At("disk"), $"size={kilobytes}k");
        string schema = bench.Write("shelf.yaml", Shelf);
        string journal = bench.At("disk/shelf.journal.jsonl");

        CommandLine full = await bench.GenerateAsync(schema, "made", "--journal", journal, "--concurrency", "1");
        full.AssertRefused(5, "SD5904", journal, "No space left");
        Assert.False(Directory.Exists(bench.At("made")));
        int calls = bench.Server.Calls;
        int kept = File.ReadAllText(journal).Split('\n')[..^1].Count(line => line.Contains("\"kind\":\"reply\"", StringComparison.Ordinal));
        Assert.InRange(kept, 1, whole.Server.Calls - 1);
        Assert.InRange(calls, kept, kept + 1);                              // one at most was under way

        CommandLine still = await bench.GenerateAsync(schema, "made", "--journal", journal, "--concurrency", "1");
        still.AssertRefused(5, "SD5904");
        Assert.InRange(bench.Server.Calls, calls, calls + 1);

        disk.Remount("size=1m");
        await bench.RestartAsync();
        RunManifest made = await bench.MakeAsync(schema, "made", "--journal", journal);

        Assert.Equal(whole.Server.Calls - kept, bench.Server.Calls);
        Assert.Equal(ModelBench.Contents(expected), ModelBench.Contents(made));
    }

    [Fact]
    public async Task A_disk_that_fills_up_under_many_calls_loses_only_those_under_way()
    {
        await using ModelBench whole = await ModelBench.StartAsync();
        RunManifest expected = await whole.MakeAsync(whole.Write("shelf.yaml", Shelf), "made");
        await using ModelBench bench = await ModelBench.StartAsync(before: FaultMix.Dawdle);
        using SmallDisk disk = SmallDisk.Mount(bench.At("disk"), "size=24k");
        string schema = bench.Write("shelf.yaml", Shelf);
        string journal = bench.At("disk/shelf.journal.jsonl");

        (await bench.GenerateAsync(schema, "made", "--journal", journal, "--concurrency", "4")).AssertRefused(5, "SD5904", "No space left");

        int calls = bench.Server.Calls;
        int kept = File.ReadAllText(journal).Split('\n')[..^1].Count(line => line.Contains("\"kind\":\"reply\"", StringComparison.Ordinal));
        Assert.InRange(calls, kept, kept + 4);
        disk.Remount("size=1m");
        await bench.RestartAsync();
        RunManifest made = await bench.MakeAsync(schema, "made", "--journal", journal);
        Assert.Equal(whole.Server.Calls - kept, bench.Server.Calls);
        Assert.Equal(ModelBench.Contents(expected), ModelBench.Contents(made));
    }

    [Fact]
    public async Task A_read_only_disk_refuses_a_run_before_any_call_and_serves_a_replay()
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        using SmallDisk disk = SmallDisk.Mount(bench.At("disk"), "size=1m");
        string schema = bench.Write("shelf.yaml", Shelf);
        string journal = bench.At("disk/shelf.journal.jsonl");
        RunManifest made = await bench.MakeAsync(schema, "made", "--journal", journal);
        await bench.RestartAsync();
        disk.Remount("ro");

        (await bench.GenerateAsync(schema, "again", "--journal", journal)).AssertRefused(5, "SD5904", "Read-only");
        (await bench.GenerateAsync(schema, "again", "--journal", bench.At("disk/new.jsonl"))).AssertRefused(5, "SD5904", "Read-only");
        (await CommandLine.RunAsync("journal", "compact", journal)).AssertRefused(5, "SD5904", "Read-only");

        Assert.Equal(ModelBench.Contents(made), ModelBench.Contents(await bench.MakeAsync(schema, "replayed", "--journal", journal, "--replay")));
        Assert.Equal(0, (await CommandLine.RunAsync("journal", "verify", journal)).ExitCode);
        Assert.Equal(0, bench.Server.Calls);
    }

    [Fact]
    public async Task A_file_or_a_folder_that_may_not_be_written_refuses_a_run_before_any_call()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "Permissions stop neither root nor Windows.");
        await using ModelBench bench = await ModelBench.StartAsync();
        string schema = bench.Write("shelf.yaml", Shelf);
        string journal = bench.Write("locked/shelf.jsonl", "");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(journal, UnixFileMode.UserRead);
        (await bench.GenerateAsync(schema, "made", "--journal", journal)).AssertRefused(5, "SD5904");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(bench.At("locked"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        (await bench.GenerateAsync(schema, "made", "--journal", bench.At("locked/new.jsonl"))).AssertRefused(5, "SD5904");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(bench.At("locked"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Equal(0, bench.Server.Calls);
    }

    [Theory]
    [InlineData("folder")]
    [InlineData("no/such/folder/a.jsonl")]
    [InlineData("shelf.yaml/a.jsonl")]
    public async Task A_place_that_can_hold_no_journal_is_5_before_any_call(string place)
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        string schema = bench.Write("shelf.yaml", Shelf);
        Directory.CreateDirectory(bench.At("folder"));

        (await bench.GenerateAsync(schema, "made", "--journal", bench.At(place))).AssertRefused(5, "SD5904", bench.At(place));

        Assert.Equal(0, bench.Server.Calls);
        Assert.False(Directory.Exists(bench.At("made")));
    }

    [Fact]
    public async Task A_file_that_is_no_journal_is_refused_and_left_as_it_is()
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        string schema = bench.Write("shelf.yaml", Shelf);

        (await bench.GenerateAsync(schema, "made", "--journal", schema)).AssertRefused(5, "SD5901", "Line 1 of the journal");

        Assert.Equal(0, bench.Server.Calls);
        Assert.Equal(Shelf, File.ReadAllText(schema));
    }

    [Fact]
    public async Task A_journal_of_a_newer_version_is_5_before_any_call_and_left_as_it_is()
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        string schema = bench.Write("shelf.yaml", Shelf);
        string newer = bench.Write("newer.jsonl", "{\"v\":2,\"n\":1,\"kind\":\"thought\",\"crc\":\"3a50cae5\"}\n");

        (await bench.GenerateAsync(schema, "made", "--journal", newer)).AssertRefused(5, "SD5902", "Line 1", "version 2", "up to 1");
        (await CommandLine.RunAsync("journal", "verify", newer)).AssertRefused(5, "SD5902");
        (await CommandLine.RunAsync("journal", "compact", newer)).AssertRefused(5, "SD5902");

        Assert.Equal(0, bench.Server.Calls);
        Assert.StartsWith("{\"v\":2", File.ReadAllText(newer), StringComparison.Ordinal);
        Assert.Equal(["newer.jsonl", "shelf.yaml"], Directory.EnumerateFileSystemEntries(bench.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }
}
