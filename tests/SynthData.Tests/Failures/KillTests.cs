using System.Diagnostics;
using System.Globalization;
using System.Text;
using SynthData.Manifest;
using SynthData.Tests.Cli;
using SynthData.Tests.Output;

namespace SynthData.Tests.Failures;

/// <summary>A run that is killed leaves the dataset that was there, or none, or its own whole; never a manifest over half of one.</summary>
public class KillTests
{
    private const int Tables = 10;

    // SYNTHDATA_SWEEP=20 kills twenty times as often.
    private static readonly int Kills = 5 * (int.TryParse(Environment.GetEnvironmentVariable("SYNTHDATA_SWEEP"), NumberStyles.None, CultureInfo.InvariantCulture, out int factor) ? factor : 1);

    [Theory(Timeout = 600_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_at_any_moment_there_is_a_whole_dataset_or_none_and_the_next_run_succeeds(bool isOverOld)
    {
        using TemporaryFolder folder = new();
        string schema = folder.Write("many.yaml", Many());
        string made = folder.At("made");
        if (isOverOld)
            Assert.Equal(0, (await CommandLine.RunAsync("generate", schema, "-o", made, "--seed", "1", "--quiet")).ExitCode);
        string expected = await WholeAsync(schema, folder.At("whole"));

        var ends = new List<int>();
        TimeSpan whole = await TimeOfAsync(schema, folder);
        for (int kill = 0; kill < Kills; kill++)
        {
            string target = folder.At($"cut-{kill}");
            if (isOverOld)
                Copy(made, target);
            ends.Add(await KillAsync(schema, folder, target, kill == 0 ? null : whole * (0.35 + (0.7 * kill / Kills))));

            Assert.Null(await DatasetCheck.FaultAsync(target));
            Assert.True(SeedOf(target) is null or 2 || (isOverOld && SeedOf(target) == 1));
            CommandLine again = await CommandLine.RunAsync("generate", schema, "-o", target, "--seed", "2", "--overwrite", "--quiet");
            Assert.Equal(new CommandLine(0, "", ""), again);
            Assert.Equal(expected, await File.ReadAllTextAsync(Path.Combine(target, "manifest.json"), TestContext.Current.CancellationToken));
            Assert.Null(await DatasetCheck.FaultAsync(target));
            Assert.Equal(Tables + 1, Directory.GetFileSystemEntries(target).Length);
            Assert.False(Directory.Exists(folder.At($".cut-{kill}.partial")));
        }

        Assert.Contains(128 + 9, ends);                             // some were killed before they were done
    }

    [Fact(Timeout = 300_000)]
    public async Task A_merge_that_is_killed_is_finished_by_the_next()
    {
        using TemporaryFolder folder = new();
        string schema = folder.Write("many.yaml", Many());
        string parts = folder.At("parts");
        foreach (string part in (string[])["1/2", "2/2"])
            Assert.Equal(0, (await CommandLine.RunAsync("generate", schema, "-o", parts, "--shard", part, "--quiet")).ExitCode);
        CommandLine whole = await CommandLine.RunAsync("generate", schema, "-o", folder.At("whole"), "--quiet");
        Assert.Equal(0, whole.ExitCode);
        string expected = await File.ReadAllTextAsync(folder.At("whole/manifest.json"), TestContext.Current.CancellationToken);

        for (int kill = 0; kill < Kills; kill++)
        {
            string target = folder.At($"cut-{kill}");
            Copy(parts, target);
            using ChildProgram program = ChildProgram.Start(folder.Path, "merge", target, "--quiet");
            Task<CommandLine> end = program.EndAsync();
            int files = (kill * Tables / Kills) + 1;                    // moved into place when it is killed
            while (!end.IsCompleted && Directory.GetFiles(target, "t?.csv").Length < files && !File.Exists(Path.Combine(target, "manifest.json")))
                await Task.Yield();
            program.Kill();
            await end;

            Assert.Null(await DatasetCheck.FaultAsync(target));
            CommandLine again = await CommandLine.RunAsync("merge", target, "--quiet");
            Assert.True(again.ExitCode == 0 || (File.Exists(Path.Combine(target, "manifest.json")) && again.Error.Contains("SD5020", StringComparison.Ordinal)), again.Error);
            Assert.Equal(expected, await File.ReadAllTextAsync(Path.Combine(target, "manifest.json"), TestContext.Current.CancellationToken));
            Assert.Null(await DatasetCheck.FaultAsync(target));

            // Killed after the parts' manifests went and before their files did, nothing may remove these: no manifest names them.
            IEnumerable<string> left = Directory.GetFileSystemEntries(target);
            if (again.ExitCode != 0)
                left = left.Where(path => !Path.GetFileName(path).Contains("-of-2.csv", StringComparison.Ordinal));
            Assert.Equal(Tables + 1, left.Count());
        }
    }

    private static string Many()
    {
        var text = new StringBuilder("synthdata: 1\nname: many\ntables:\n");
        for (int table = 0; table < Tables; table++)
            text.Append(CultureInfo.InvariantCulture, $"  t{table}: {{ rows: 4_000, key: id, columns: {{ id: {{ sequence: 1 }}, word: {{ pattern: '[a-z]{{20}}' }} }} }}\n");
        return text.ToString();
    }

    private static async Task<string> WholeAsync(string schema, string target)
    {
        Assert.Equal(0, (await CommandLine.RunAsync("generate", schema, "-o", target, "--seed", "2", "--quiet")).ExitCode);
        return await File.ReadAllTextAsync(Path.Combine(target, "manifest.json"), TestContext.Current.CancellationToken);
    }

    private static async Task<TimeSpan> TimeOfAsync(string schema, TemporaryFolder folder)
    {
        long start = Stopwatch.GetTimestamp();
        using ChildProgram program = ChildProgram.Start(folder.Path, "generate", schema, "-o", folder.At("timed"), "--quiet");
        Assert.Equal(0, (await program.EndAsync()).ExitCode);
        return Stopwatch.GetElapsedTime(start);
    }

    // Without a time: as soon as the commit has begun, or else at the end.
    private static async Task<int> KillAsync(string schema, TemporaryFolder folder, string target, TimeSpan? after)
    {
        using ChildProgram program = ChildProgram.Start(folder.Path, "generate", schema, "-o", target, "--seed", "2", "--overwrite", "--quiet");
        Task<CommandLine> end = program.EndAsync();
        string staged = folder.At($".{Path.GetFileName(target)}.partial/manifest.json");
        if (after is { } time)
            await Task.WhenAny(end, Task.Delay(time, TestContext.Current.CancellationToken));
        else
        {
            while (!end.IsCompleted && !File.Exists(staged) && !File.Exists(staged + ".tmp"))
                await Task.Yield();
        }

        program.Kill();
        return (await end).ExitCode;
    }

    private static ulong? SeedOf(string target)
    {
        string path = Path.Combine(target, "manifest.json");
        return File.Exists(path) ? ManifestReader.Read(File.ReadAllBytes(path), path).Seed : null;
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
