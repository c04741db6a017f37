using SynthData.SimulatedProvider;

namespace SynthData.Benchmarks.Orchestrator;

/// <summary>A run against a provider that takes time and enforces limits, of which nothing is known before, and how it did.</summary>
/// <param name="IdealMinutes">What the tokens of a run without faults take at the provider's limit.</param>
internal sealed record PacedRun(RigRun Run, double IdealMinutes, long TokensPerMinute)
{
    /// <summary>Rows for each minute that a run is to take.</summary>
    private const int RowsPerMinute = 1_000;

    /// <summary>Times of a quick hosted model.</summary>
    private static readonly Latency Quick = new(TimeSpan.FromSeconds(0.6), TimeSpan.FromMilliseconds(8), Spread: 0.3);

    private static readonly TimeSpan FirstMinute = TimeSpan.FromMinutes(1);

    private IEnumerable<CallRecord> Later => Run.Ledger.Calls.Where(call => call.Arrived > FirstMinute);

    /// <summary>Time taken over the ideal.</summary>
    public double OverIdeal => Run.Took.TotalMinutes / IdealMinutes;

    /// <summary>The part of the calls after the first minute that came too fast, of all calls then.</summary>
    public double RefusedShare => Later.Any() ? Later.Count(call => call.IsOverRate) / (double)Later.Count() : 0;

    /// <summary>Tokens charged after the first minute until the last call came, over those allowed in that time.</summary>
    public double RateShare
    {
        get
        {
            double minutes = Run.Ledger.Calls.Max(call => call.Arrived).TotalMinutes - FirstMinute.TotalMinutes;
            return minutes <= 0 ? 0 : Later.Sum(call => (double)call.TokensIn + call.TokensOut) / (TokensPerMinute * minutes);
        }
    }

    /// <summary>How many calls came too fast, by minute.</summary>
    public IEnumerable<int> RefusedByMinute
    {
        get
        {
            int[] byMinute = new int[(int)Run.Took.TotalMinutes + 1];
            foreach (CallRecord call in Run.Ledger.Calls.Where(call => call.IsOverRate))
                byMinute[(int)call.Arrived.TotalMinutes]++;
            return byMinute;
        }
    }

    public int MostAtOnce => Run.Ledger.Calls.Max(call => call.AtOnce);

    /// <param name="faults">The part of calls with a fault, of any kind.</param>
    public static async Task<PacedRun> RunAsync(
        OrchestratorOptions options, string model, double faults, bool saysLimits, CancellationToken cancellationToken)
    {
        int rows = (int)Math.Ceiling(options.Minutes * RowsPerMinute);
        RigRun clean = await Rig.RunAsync(new ProviderOptions(), rows, model, cancellationToken);
        long perMinute = (long)(clean.Tokens / options.Minutes);
        var provider = new ProviderOptions
        {
            Clock = new ScaledClock(options.Speed),
            Latency = Quick,
            TokensPerMinute = perMinute,
            RequestsPerMinute = (int)(4 * clean.Requests.Count / options.Minutes) + 4,
            SaysLimits = saysLimits,
            Script = faults > 0 ? new FaultMix(seed: 1, faults, [.. FaultMix.Kinds.Values]).Script : null,
        };
        return new PacedRun(await Rig.RunAsync(provider, rows, model, cancellationToken), options.Minutes, perMinute);
    }
}
