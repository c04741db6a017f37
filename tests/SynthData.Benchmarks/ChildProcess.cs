using System.Diagnostics;

namespace SynthData.Benchmarks;

/// <summary>Programs run to their end: this one again, for what has to be measured in a process of its own, or another.</summary>
internal static class ChildProcess
{
    /// <summary>Gives the last line that it printed.</summary>
    public static async Task<string> PrintedAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true };
        using Process child = Process.Start(start)!;
        string printed = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        return printed.Trim().Split('\n')[^1];
    }

    /// <summary>Gives the exit code and what was printed on both streams.</summary>
    public static async Task<(int ExitCode, string Printed)> RunAsync(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";    // a server left behind would keep the streams open
        start.Environment["UseSharedCompilation"] = "false";
        using Process child = Process.Start(start)!;
        Task<string> output = child.StandardOutput.ReadToEndAsync();
        Task<string> error = child.StandardError.ReadToEndAsync();
        await child.WaitForExitAsync();
        return (child.ExitCode, await output + await error);
    }
}
