using System.Diagnostics;
using System.Globalization;
using SynthData.SimulatedProvider;

namespace SynthData.Benchmarks.Orchestrator;

/// <summary>One run of the program, over as many processes as it takes.</summary>
internal sealed class KilledRun(string folder, string name, int rows)
{
    private static readonly string Program = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "SynthData.Cli", new DirectoryInfo(AppContext.BaseDirectory).Name, "SynthData.Cli.dll"));

    public string Output => Path.Combine(folder, name + ".csv");

    public string Journal => Path.Combine(folder, name + ".journal.jsonl");

    /// <summary>Whether a process came to the end.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Counts the calls of a run against a server of its own.</summary>
    public async Task<int> CallsAsync(Latency latency, Func<SimulatedServer, Task> run)
    {
        await using SimulatedServer server = await SimulatedServer.StartAsync(new ProviderOptions { Latency = latency });
        await run(server);
        return server.Calls;
    }

    /// <summary>Runs one process.</summary>
    /// <param name="killAfter">When it is killed, if it still runs then; null for never.</param>
    /// <returns>Whether it came to its end.</returns>
    public async Task<bool> LiveAsync(SimulatedServer server, TimeSpan? killAfter, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])[Program, "generate", Path.Combine(AppContext.BaseDirectory, "reviews.yaml"), "-o", Output, "--quiet",
            "--model", "openai/simulated", "--base-url", server.BaseUrl.ToString(), "--journal", Journal, "--rows", rows.ToString(CultureInfo.InvariantCulture)])
            start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync(cancellationToken);
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        Task end = process.WaitForExitAsync(cancellationToken);
        bool isKilled = false;
        try
        {
            isKilled = killAfter is { } time && await Task.WhenAny(end, Task.Delay(time, cancellationToken)) != end;
            if (isKilled)
                process.Kill();
            await end;
            await output;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();     // the measurement was given up
        }

        if (process.ExitCode != 0 && !isKilled)
            throw new InvalidOperationException($"The program ended with {process.ExitCode}: {await error}");
        IsDone = process.ExitCode == 0;
        return IsDone;
    }
}
