using System.Globalization;

namespace SynthData.Benchmarks.Orchestrator;

/// <summary>Wall time over the ideal, how much of the allowed rate is used, and how often that was too much.</summary>
internal static class WallTime
{
    private const double Faulty = 0.05;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(OrchestratorOptions options, CancellationToken cancellationToken)
    {
        var figures = new List<Figure>();
        await AddAsync("openai", faults: 0, saysLimits: true, 1.15);
        await AddAsync("anthropic", faults: 0, saysLimits: true, 1.15);
        await AddAsync("openai", Faulty, saysLimits: true, 1.3);
        await AddAsync("anthropic", Faulty, saysLimits: true, 1.3);
        await AddAsync("openai", faults: 0, saysLimits: false, aim: null);
        return figures;

        async Task AddAsync(string provider, double faults, bool saysLimits, double? aim)
        {
            PacedRun run = await PacedRun.RunAsync(options, $"{provider}/simulated", faults, saysLimits, cancellationToken);
            string name = string.Create(CultureInfo.InvariantCulture, $"{provider}, {faults:0 %} of calls faulty{(saysLimits ? "" : ", no limits said")}");
            figures.Add(aim is { } most
                ? Figure.AtMost($"{name}: wall time over ideal", run.OverIdeal, most)
                : new Figure($"{name}: wall time over ideal", run.OverIdeal.ToString("0.00", CultureInfo.InvariantCulture)));
            figures.Add(saysLimits
                ? Figure.AtMost("  429 answers after the first minute, of calls", run.RefusedShare, 0.01, "0.0 %")
                : new Figure("  429 answers after the first minute, of calls", run.RefusedShare.ToString("0.0 %", CultureInfo.InvariantCulture)));
            figures.Add(new Figure("  429 answers by minute", string.Join(' ', run.RefusedByMinute)));
            figures.Add(saysLimits && faults == 0
                ? Figure.AtLeast("  part of the allowed rate that is used then", run.RateShare, 0.9, "0 %")
                : new Figure("  part of the allowed rate that is used then", run.RateShare.ToString("0 %", CultureInfo.InvariantCulture)));
            figures.Add(new Figure("  calls, most at once", $"{run.Run.Requests.Count}, {run.MostAtOnce}"));
        }
    }
}
