using System.Diagnostics;
using System.Globalization;
using SynthData.SimulatedProvider;

namespace SynthData.Benchmarks.Orchestrator;

/// <summary>Runs of the program that are killed (<c>SIGKILL</c>) at random moments and started again, until each is done.</summary>
internal static class KillRuns
{
    private static readonly Latency Times = new(TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(0.05), Spread: 0.5);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(OrchestratorOptions options, CancellationToken cancellationToken)
    {
        string folder = Directory.CreateTempSubdirectory("synthdata-kills").FullName;
        try
        {
            return await MeasureAsync(options, folder, cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IReadOnlyList<Figure>> MeasureAsync(OrchestratorOptions options, string folder, CancellationToken cancellationToken)
    {
        var clean = new KilledRun(folder, "clean", options.KilledRows);
        long start = Stopwatch.GetTimestamp();
        int cleanCalls = await clean.CallsAsync(Times, server => clean.LiveAsync(server, killAfter: null, cancellationToken));
        TimeSpan whole = Stopwatch.GetElapsedTime(start);
        byte[] expected = await File.ReadAllBytesAsync(clean.Output, cancellationToken);

        var chance = new Random(1);
        int kills = 0, runs = 0, different = 0, beyond = 0, again = 0, lost = 0;
        while (kills < options.Kills)
        {
            var run = new KilledRun(folder, string.Create(CultureInfo.InvariantCulture, $"run-{runs}"), options.KilledRows);
            int calls = await run.CallsAsync(Times, async server =>
            {
                while (kills < options.Kills && !await run.LiveAsync(server, whole * chance.NextDouble(), cancellationToken))
                    kills++;
                if (!run.IsDone)
                    await run.LiveAsync(server, killAfter: null, cancellationToken);
            });
            JournalKeys keys = JournalKeys.Read(run.Journal);
            runs++;
            again += keys.AskedAgain;
            lost += keys.Unanswered;
            beyond += Math.Max(0, calls - cleanCalls - keys.Unanswered);
            byte[] made = await File.ReadAllBytesAsync(run.Output, cancellationToken);
            different += expected.AsSpan().SequenceEqual(made) ? 0 : 1;
        }

        return
        [
            new Figure("Kills, in so many runs", string.Create(CultureInfo.InvariantCulture, $"{kills}, {runs}")),
            new Figure("Calls of a run without kills; lost in flight in all", string.Create(CultureInfo.InvariantCulture, $"{cleanCalls}, {lost}")),
            Figure.AtMost("Runs whose rows differ from those of the run without kills", different, 0, "0"),
            Figure.AtMost("Replies in the journal that were asked for again", again, 0, "0"),
            Figure.AtMost("Calls beyond those of a run without kills and those lost in flight", beyond, 0, "0"),
        ];
    }
}
