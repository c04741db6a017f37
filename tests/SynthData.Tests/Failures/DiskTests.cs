using SynthData.Tests.Cli;
using SynthData.Tests.Output;

namespace SynthData.Tests.Failures;

/// <summary>What the operating system refuses is one message, exit code 5, and nothing at a final name.</summary>
public sealed class DiskTests : IDisposable
{
    private const string Words = """
        synthdata: 1
        name: words
        tables:
          words: { rows: 100, key: id, columns: { id: { sequence: 1 }, word: { pattern: '[a-z]{20}' } } }
        """;

    private readonly TemporaryFolder folder = new();
    private readonly string schema;
    private SmallDisk? disk;

    public DiskTests() => schema = folder.Write("words.yaml", Words);

    public void Dispose()
    {
        disk?.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("disk/out")]
    [InlineData("disk/words.csv")]
    [InlineData("disk/words.parquet")]
    public async Task A_disk_that_fills_up_keeps_what_was_there_and_nothing_half_made(string target)
    {
        disk = SmallDisk.Mount(folder.At("disk"), "size=400k");
        Assert.Equal(0, (await CommandLine.RunAsync("generate", schema, "-o", folder.At(target), "--quiet")).ExitCode);
        string[] before = Listing("disk");

        CommandLine run = await CommandLine.RunAsync("generate", schema, "-o", folder.At(target), "--rows", "60000", "--overwrite");
        run.AssertRefused(5, "SD5001", "no room left");
        AssertOneMessage(run);
        Assert.Equal(before, Listing("disk"));
        CommandLine again = await CommandLine.RunAsync("generate", schema, "-o", folder.At(target));
        Assert.Contains("already complete", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disk_without_room_for_a_manifest_is_full_too()
    {
        disk = SmallDisk.Mount(folder.At("disk"), "nr_inodes=4");
        CommandLine run = await CommandLine.RunAsync("generate", schema, "-o", folder.At("disk/out"));
        run.AssertRefused(5, "SD5001");
        AssertOneMessage(run);
        Assert.Empty(Listing("disk"));
    }

    [Fact]
    public async Task A_read_only_disk_is_told()
    {
        disk = SmallDisk.Mount(folder.At("disk"), "size=1m");
        disk.Remount("ro");
        foreach (string target in (string[])["disk/out", "disk/words.csv", "disk/new/deep"])
        {
            CommandLine run = await CommandLine.RunAsync("generate", schema, "-o", folder.At(target));
            run.AssertRefused(5, "SD5002", "read-only");
            AssertOneMessage(run);
        }
    }

    [Fact]
    public async Task A_file_or_a_folder_in_the_way_is_told_and_left_alone()
    {
        string mine = folder.Write("mine", "mine");
        folder.Write("foreign/words.csv", "mine");
        Directory.CreateDirectory(folder.At("words.csv"));
        foreach ((string target, string code) in ((string, string)[])[("mine", "SD5003"), ("mine/deeper", "SD5003"), ("mine/words.csv", "SD5003"), ("foreign", "SD5006"), ("foreign/words.csv", "SD5006"), ("words.csv", "SD5004")])
        {
            CommandLine run = await CommandLine.RunAsync("generate", schema, "-o", folder.At(target), "--overwrite");
            run.AssertRefused(5, code);
            AssertOneMessage(run);
        }

        Assert.Equal("mine", await File.ReadAllTextAsync(mine, TestContext.Current.CancellationToken));
        Assert.Equal("mine", await File.ReadAllTextAsync(folder.At("foreign/words.csv"), TestContext.Current.CancellationToken));
        Assert.DoesNotContain(Directory.GetFileSystemEntries(folder.Path), entry => entry.EndsWith(".partial", StringComparison.Ordinal));
    }

    [Fact(Timeout = 120_000)]
    public async Task Another_run_that_holds_the_lock_is_told_and_a_dead_one_is_taken_over()
    {
        using ChildProgram first = ChildProgram.Start(folder.Path, "generate", "words.yaml", "-o", "made", "--rows", "50_000_000", "--quiet");
        Task<CommandLine> end = first.EndAsync();
        while (!end.IsCompleted && !File.Exists(folder.At(".made.partial/words.csv")))
            await Task.Delay(10, TestContext.Current.CancellationToken);
        Assert.False(end.IsCompleted);

        CommandLine second = await CommandLine.RunAsync("generate", schema, "-o", folder.At("made"));
        second.AssertRefused(5, "SD5005", ".made.partial/lock");
        AssertOneMessage(second);
        Assert.False(Directory.Exists(folder.At("made")));

        first.Kill();
        await end;
        Assert.True(File.Exists(folder.At(".made.partial/words.csv")));
        Assert.Equal(0, (await CommandLine.RunAsync("generate", schema, "-o", folder.At("made"), "--quiet")).ExitCode);
        Assert.Null(await DatasetCheck.FaultAsync(folder.At("made")));
        Assert.False(Directory.Exists(folder.At(".made.partial")));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("\"$0\" \"$@\" > /dev/full; echo \"exit $?\" >&2", "SD5001")]
    [InlineData("{ \"$0\" \"$@\"; echo \"exit $?\" >&2; } | head -1", "SD5012")]
    [InlineData("\"$0\" \"$@\" >&-; echo \"exit $?\" >&2", "SD5012")]
    public async Task Standard_output_that_takes_no_more_ends_the_run(string line, string code)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has /dev/full.");
        using ChildProgram program = ChildProgram.StartShell(folder.Path, line, "generate", "words.yaml", "-o", "-", "--rows", "3_000_000", "--quiet");
        CommandLine run = await program.EndAsync().WaitAsync(TestContext.Current.CancellationToken);
        Assert.Contains($"error {code}: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("'standard output'", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("exit 5\n", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, run.Error.Count(letter => letter == '\n'));
    }

    private static void AssertOneMessage(CommandLine run) => Assert.Equal(1, run.Error.Count(letter => letter == '\n'));

    private string[] Listing(string name) =>
        [.. Directory.GetFileSystemEntries(folder.At(name), "*", SearchOption.AllDirectories).Select(path => File.Exists(path) ? $"{path} {new FileInfo(path).Length}" : path).Order(StringComparer.Ordinal)];
}
