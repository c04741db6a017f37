using System.Globalization;
using SynthData.SimulatedProvider;

namespace SynthData.Benchmarks.Orchestrator;

/// <summary>Runs of the program that are killed (<c>SIGKILL</c>) at random moments and started again, until each is done.</summary>
/// <remarks>A moment is a number of calls that have arrived and a random part of the time the longest answer takes, so that kills meet calls in flight; one of ten comes while the program starts.</remarks>
internal sealed class KillRuns(string folder, int rows)
{
    private static readonly TimeSpan StartUp = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan AnAnswer = TimeSpan.FromMilliseconds(400);
    private static readonly Latency Times = new(TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(0.05), Spread: 0.5);
    private readonly Random chance = new(1);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(OrchestratorOptions options, CancellationToken cancellationToken)
    {
        KillOutcome outcome = await RunAsync(options.Kills, options.KilledRows, cancellationToken);
        return
        [
            new Figure("Kills, in so many runs", string.Create(CultureInfo.InvariantCulture, $"{outcome.Kills}, {outcome.Runs}")),
            new Figure("Calls of a run without kills", outcome.CleanCalls.ToString(CultureInfo.InvariantCulture)),
            new Figure("Calls in flight at a kill: all, most, kills with any", string.Create(CultureInfo.InvariantCulture, $"{outcome.InFlight}, {outcome.MostInFlight}, {outcome.KillsInFlight}")),
            Figure.AtMost("Runs whose rows or manifest differ from those of the run without kills", outcome.Different, 0, "0"),
            Figure.AtMost("Replies in the journal that were asked for again", outcome.AskedAgain, 0, "0"),
            Figure.AtMost("Calls beyond those of a run without kills and those in flight at kills", outcome.CallsBeyond, 0, "0"),
            Figure.AtMost("Requests repeated though no kill met them in flight", outcome.RepeatedBeyond, 0, "0"),
        ];
    }

    /// <summary>Kills so often in all, in as many runs as that takes.</summary>
    public static async Task<KillOutcome> RunAsync(int kills, int rows, CancellationToken cancellationToken)
    {
        string folder = Directory.CreateTempSubdirectory("synthdata-kills").FullName;
        try
        {
            return await new KillRuns(folder, rows).RunAsync(kills, cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<KillOutcome> RunAsync(int kills, CancellationToken cancellationToken)
    {
        var outcome = new KillOutcome();
        (byte[] Rows, byte[] Manifest) expected = default;
        await AgainstServerAsync("clean", async (run, server) =>
        {
            await run.EndAsync(cancellationToken);
            expected = (await File.ReadAllBytesAsync(run.Output, cancellationToken), await File.ReadAllBytesAsync(run.Manifest, cancellationToken));
            outcome = outcome with { CleanCalls = server.Calls };
        });
        while (outcome.Kills < kills)
        {
            await AgainstServerAsync(string.Create(CultureInfo.InvariantCulture, $"run-{outcome.Runs}"), async (run, server) =>
            {
                while (!run.IsDone && outcome.Kills + run.InFlight.Count < kills)
                    await run.LiveAsync(Moment(server, outcome.CleanCalls - JournalKeys.Read(run.Journal).Replies), cancellationToken);
                if (!run.IsDone)
                    await run.EndAsync(cancellationToken);
                (byte[] rows, byte[] manifest) = (await File.ReadAllBytesAsync(run.Output, cancellationToken), await File.ReadAllBytesAsync(run.Manifest, cancellationToken));
                outcome = outcome.With(run, server, rows.AsSpan().SequenceEqual(expected.Rows) && manifest.AsSpan().SequenceEqual(expected.Manifest));
            });
        }

        return outcome;
    }

    private async Task AgainstServerAsync(string name, Func<KilledRun, SimulatedServer, Task> use)
    {
        await using SimulatedServer server = await SimulatedServer.StartAsync(new ProviderOptions { Latency = Times });
        await use(new KilledRun(server, Directory.CreateDirectory(Path.Combine(folder, name)).FullName, rows), server);
    }

    private Func<int, CancellationToken, Task> Moment(SimulatedServer server, int callsLeft)
    {
        bool isEarly = chance.Next(10) == 0;
        double arrived = chance.NextDouble();
        double wait = chance.NextDouble();
        return async (before, stop) =>
        {
            if (isEarly)
            {
                await Task.Delay(StartUp * wait, stop);
                return;
            }

            int calls = before + 1 + (int)(arrived * callsLeft);
            while (server.Calls < calls)                    // none comes where all are answered: that process is not killed
                await Task.Delay(1, stop);
            await Task.Delay(AnAnswer * wait, stop);
        };
    }
}
