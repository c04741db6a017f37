using System.Globalization;
using SynthData.SimulatedProvider;

namespace SynthData.Benchmarks.Orchestrator;

/// <summary>Two runs of one seed against a provider whose times differ at random, with faults whose replies do not depend on time.</summary>
internal static class Repeats
{
    private const double Speed = 200;

    /// <summary>More rows than elsewhere, so that many calls are under way at once.</summary>
    private const int Times = 4;
    private static readonly string[] Timed = ["reset", "reset-mid-body"];

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(OrchestratorOptions options, CancellationToken cancellationToken)
    {
        RigRun first = await RunAsync(options, seed: 1, cancellationToken);
        RigRun second = await RunAsync(options, seed: 2, cancellationToken);
        int different = Bodies(first).Except(Bodies(second)).Count() + Bodies(second).Except(Bodies(first)).Count();
        int rows = first.Rows.Zip(second.Rows).Count(pair => pair.First.GetRawText() != pair.Second.GetRawText()) + Math.Abs(first.Rows.Count - second.Rows.Count);
        int places = Bodies(first).Zip(Bodies(second)).Count(pair => pair.First != pair.Second);
        return
        [
            new Figure("Requests, of which in another order", string.Create(CultureInfo.InvariantCulture, $"{first.Requests.Count}, {places}")),
            Figure.AtMost("Requests that only one of two runs made", different, 0, "0"),
            Figure.AtMost("Rows that differ", rows, 0, "0"),
        ];
    }

    private static Task<RigRun> RunAsync(OrchestratorOptions options, int seed, CancellationToken cancellationToken) => Rig.RunAsync(
        new ProviderOptions
        {
            Clock = new ScaledClock(Speed),
            Latency = new Latency(TimeSpan.FromSeconds(0.6), TimeSpan.FromMilliseconds(8), Spread: 0.9, seed),
            Script = new FaultMix(seed: 1, share: 0.1, [.. FaultMix.Kinds.Where(kind => !Timed.Contains(kind.Key)).Select(kind => kind.Value)]).Script,
        },
        options.Rows * Times,
        cancellationToken: cancellationToken);

    private static List<string> Bodies(RigRun run) => [.. run.Requests.Select(request => request.Body)];
}
