namespace SynthData.Tests.Cli;

public class InterruptionTests
{
    private const string Endless = """
        synthdata: 1
        name: endless
        tables:
          rows: { rows: 2_000_000_000, key: id, columns: { id: { sequence: 1 }, word: { pattern: '[a-z]{20}' } } }
        """;

    [Theory(Timeout = 60_000)]
    [InlineData(ChildProgram.Interrupt, 130)]
    [InlineData(ChildProgram.Terminate, 143)]
    public async Task A_signal_ends_a_run_with_its_code_and_leaves_nothing_behind(int signal, int exitCode)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Signals are of Unix.");
        using TemporaryFolder folder = new();
        folder.Write("endless.yaml", Endless);
        using ChildProgram program = ChildProgram.Start(folder.Path, "generate", "endless.yaml", "-o", "made");
        Task<CommandLine> end = program.EndAsync();
        while (!end.IsCompleted && !Directory.EnumerateFiles(folder.Path, "*.csv", SearchOption.AllDirectories).Any())
            await Task.Delay(10, TestContext.Current.CancellationToken);
        Assert.False(end.IsCompleted);
        program.Send(signal);
        CommandLine run = await end;

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains("Interrupted", run.Error, StringComparison.Ordinal);
        Assert.Equal(["endless.yaml"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_token_that_was_cancelled_is_130_in_this_process_too()
    {
        using TemporaryFolder folder = new();
        string schema = folder.Write("endless.yaml", Endless);
        CommandLine run = await CommandLine.RunAsync(["generate", schema, "-o", folder.At("made")], _ => null, new CancellationToken(canceled: true));
        Assert.Equal(130, run.ExitCode);
        Assert.False(Directory.Exists(folder.At("made")));
    }
}
