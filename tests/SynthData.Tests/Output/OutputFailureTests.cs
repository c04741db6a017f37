using System.Diagnostics;
using SynthData.Diagnostics;
using SynthData.Output;

namespace SynthData.Tests.Output;

public class OutputFailureTests
{
    [Fact]
    public async Task A_full_stream_is_told_as_a_full_disk()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full here.");
        await using FileStream full = new("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        var failure = await Assert.ThrowsAsync<GenerationException>(() => new TestRun("") { Target = OutputTarget.Stream(full), Rows = 50_000 }.WriteAsync());
        Assert.Equal("SD5001", failure.Diagnostic.Code);
    }

    [Fact]
    public async Task A_full_disk_keeps_the_old_dataset_and_loses_the_staging()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["disk"]);
        Assert.SkipUnless(Mount(folder["disk"], "size=256k"), "A small file system can only be mounted by root.");
        try
        {
            await new TestRun(folder["disk/out"]).WriteAsync();
            var failure = await Assert.ThrowsAsync<GenerationException>(() =>
                new TestRun(folder["disk/out"]) { Seed = 2, Rows = 50_000, IsOverwrite = true }.WriteAsync());
            Assert.Equal("SD5001", failure.Diagnostic.Code);
            Assert.Contains("customers.csv", failure.Message, StringComparison.Ordinal);
            Assert.Null(await DatasetCheck.FaultAsync(folder["disk/out"]));
            await using DatasetWriter writer = await new TestRun(folder["disk/out"]).OpenAsync();
            Assert.True(writer.State.IsComplete);
            Assert.Equal([folder["disk/out"]], Directory.GetFileSystemEntries(folder["disk"]));
        }
        finally
        {
            Run("umount", folder["disk"]);
        }
    }

    [Fact]
    public async Task A_read_only_disk_is_told_and_what_is_complete_on_it_stays_complete()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["disk"]);
        Assert.SkipUnless(Mount(folder["disk"], "size=1m"), "A file system can only be mounted read-only by root.");
        try
        {
            await new TestRun(folder["disk/out"]).WriteAsync();
            Assert.True(Run("mount", "-o", "remount,ro", folder["disk"]));
            var failure = await Assert.ThrowsAsync<GenerationException>(() => new TestRun(folder["disk/out"]) { Seed = 2, IsOverwrite = true }.WriteAsync());
            Assert.Equal("SD5002", failure.Diagnostic.Code);
            await using DatasetWriter writer = await new TestRun(folder["disk/out"]).OpenAsync();
            Assert.True(writer.State.IsComplete);
        }
        finally
        {
            Run("umount", folder["disk"]);
        }
    }

    [Fact]
    public async Task A_folder_without_the_right_to_write_is_told()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has /sys, in which not even root makes folders.");
        var failure = await Assert.ThrowsAsync<GenerationException>(() => new TestRun("/sys/out").OpenAsync());
        Assert.Equal("SD5002", failure.Diagnostic.Code);
        Assert.Contains("/sys/.out.partial", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_where_a_folder_should_be_is_told_and_the_other_way_round()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["out"], "mine");
        Assert.Equal("SD5003", await CodeOfAsync(new TestRun(folder["out"])));
        Assert.Equal("SD5003", await CodeOfAsync(new TestRun(folder["out/deeper"])));
        Assert.Equal("SD5003", await CodeOfAsync(new TestRun(folder["out/o.csv"]) { IsFile = true }));
        Directory.CreateDirectory(folder["o.csv"]);
        Assert.Equal("SD5004", await CodeOfAsync(new TestRun(folder["o.csv"]) { IsFile = true }));
        Assert.Equal("SD5002", await CodeOfAsync(new TestRun("/")));
    }

    [Fact]
    public async Task Any_other_refusal_of_the_system_is_passed_on()
    {
        using TemporaryFolder folder = new();
        Assert.Equal("SD5012", await CodeOfAsync(new TestRun(folder[new string('n', 300)])));
    }

    [Fact]
    public async Task A_link_to_a_folder_is_followed()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["real"]);
        Directory.CreateSymbolicLink(folder["out"], folder["real"]);
        await new TestRun(folder["out"]).WriteAsync();
        Assert.True(File.Exists(folder["real/manifest.json"]));
        Assert.NotNull(new DirectoryInfo(folder["out"]).LinkTarget);
    }

    [Fact]
    public void Codes_are_all_listed_and_of_this_family()
    {
        Assert.Distinct(OutputDiagnostics.All.Select(descriptor => descriptor.Code));
        Assert.All(OutputDiagnostics.All, descriptor => Assert.StartsWith("SD5", descriptor.Code, StringComparison.Ordinal));
        Assert.Equal(
            OutputDiagnostics.All.Length,
            typeof(OutputDiagnostics).GetFields().Count(field => field.FieldType == typeof(DiagnosticDescriptor)));
    }

    private static async Task<string> CodeOfAsync(TestRun run) => (await Assert.ThrowsAsync<GenerationException>(run.OpenAsync)).Diagnostic.Code;

    private static bool Mount(string folder, string options) =>
        OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder);

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true });
        process!.WaitForExit();
        return process.ExitCode == 0;
    }
}
