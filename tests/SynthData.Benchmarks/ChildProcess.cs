using System.Diagnostics;

namespace SynthData.Benchmarks;

/// <summary>This program run again, for what has to be measured in a process of its own.</summary>
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
}
