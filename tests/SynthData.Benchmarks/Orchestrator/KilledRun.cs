using System.Diagnostics;
using System.Globalization;
using SynthData.SimulatedProvider;

namespace SynthData.Benchmarks.Orchestrator;

/// <summary>One run of the program, over as many processes as it takes, against one server.</summary>
internal sealed class KilledRun(SimulatedServer server, string folder, int rows)
{
    private static readonly string Program = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "SynthData.Cli", new DirectoryInfo(AppContext.BaseDirectory).Name, "SynthData.Cli.dll"));

    private readonly List<int> inFlight = [];

    public string Output => Path.Combine(folder, "reviews.csv");

    public string Manifest => Output + ".manifest.json";

    public string Journal => Path.Combine(folder, "reviews.journal.jsonl");

    /// <summary>Whether a process came to the end.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Calls under way at each kill: the journal holds their asks and no replies.</summary>
    public IReadOnlyList<int> InFlight => inFlight;

    /// <summary>Runs one process to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public Task EndAsync(CancellationToken cancellationToken) => LiveAsync((_, stop) => Task.Delay(Timeout.Infinite, stop), cancellationToken);

    /// <summary>Runs one process and kills it, unless it comes to its end before.</summary>
    /// <param name="killAt">Ends when the process is to be killed; gets the calls that had come before it began.</param>
    /// <returns>Whether it was killed.</returns>
    /// <exception cref="InvalidOperationException">It failed by itself.</exception>
    public async Task<bool> LiveAsync(Func<int, CancellationToken, Task> killAt, CancellationToken cancellationToken)
    {
        int callsBefore = server.Calls;
        int lostBefore = JournalKeys.Read(Journal).Unanswered;
        using Process process = Process.Start(StartInfo())!;
        Task<string> error = process.StandardError.ReadToEndAsync(cancellationToken);
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task end = process.WaitForExitAsync(cancellationToken);
        Task kill = killAt(callsBefore, stop.Token);
        try
        {
            await Task.WhenAny(end, kill);
        }
        finally
        {
            process.Kill();                                 // SIGKILL; nothing where it has ended
        }

        await end;
        await stop.CancelAsync();
        await kill.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await output;
        IsDone = process.ExitCode == 0;
        bool isKilled = process.ExitCode is 128 + 9 or -1;
        if (!IsDone && !isKilled)
            throw new InvalidOperationException($"The program ended with {process.ExitCode}: {await error}");
        if (isKilled)
            inFlight.Add(JournalKeys.Read(Journal).Unanswered - lostBefore);
        return isKilled;
    }

    private ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])[Program, "generate", Path.Combine(AppContext.BaseDirectory, "reviews.yaml"), "-o", Output, "--quiet",
            "--model", "openai/simulated", "--base-url", server.BaseUrl.ToString(), "--journal", Journal, "--rows", rows.ToString(CultureInfo.InvariantCulture)])
            start.ArgumentList.Add(argument);
        return start;
    }
}
