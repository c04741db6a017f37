using System.Globalization;
using SynthData.Benchmarks.Orchestrator;

namespace SynthData.Tests.Orchestration;

/// <summary>Real processes, killed at random moments: the rows stay, and no answer that is on disk is bought again.</summary>
public class KillRunsTests
{
    // SYNTHDATA_SWEEP=20 kills twenty times as often.
    private static readonly int Kills = 4 * (int.TryParse(Environment.GetEnvironmentVariable("SYNTHDATA_SWEEP"), NumberStyles.None, CultureInfo.InvariantCulture, out int factor) ? factor : 1);

    [Fact(Timeout = 600_000)]
    public async Task A_run_killed_again_and_again_makes_the_same_rows_and_buys_no_answer_twice()
    {
        KillOutcome outcome = await KillRuns.RunAsync(Kills, rows: 400, TestContext.Current.CancellationToken);

        Assert.Equal(Kills, outcome.Kills);
        Assert.InRange(outcome.CleanCalls, 10, 25);
        Assert.InRange(outcome.KillsInFlight, 1, outcome.Kills);
        Assert.Equal(0, outcome.Different);
        Assert.Equal(0, outcome.AskedAgain);
        Assert.Equal(0, outcome.CallsBeyond);
        Assert.Equal(0, outcome.RepeatedBeyond);
    }
}
