namespace SynthData.Tests.Cli;

/// <summary>A command line that the program printed for people to copy.</summary>
internal static class PrintedCommand
{
    /// <summary>Runs it as printed, by a shell where there is one, and asserts that it ended well.</summary>
    public static async Task<CommandLine> RunAsync(string folder, string line)
    {
        Assert.StartsWith("synthdata ", line, StringComparison.Ordinal);
        string words = line["synthdata ".Length..];
        using ChildProgram program = OperatingSystem.IsWindows()
            ? ChildProgram.Start(folder, words.Split(' '))
            : ChildProgram.StartShell(folder, $"\"$0\" \"$1\" {words}");
        CommandLine run = await program.EndAsync();
        Assert.True(run.ExitCode == 0, $"{line} ended with {run.ExitCode}:\n{run.Error}");
        return run;
    }
}
