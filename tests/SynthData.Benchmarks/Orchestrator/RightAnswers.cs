using System.Globalization;
using System.Text.Json;
using SynthData.SimulatedProvider;

namespace SynthData.Benchmarks.Orchestrator;

/// <summary>Right answers that were paid for and not used, where a tenth of all calls goes wrong in some way.</summary>
internal static class RightAnswers
{
    private const double Faulty = 0.1;
    private const double Speed = 200;

    /// <summary>More rows than elsewhere, so that every kind of fault comes several times.</summary>
    private const int Times = 10;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(OrchestratorOptions options, CancellationToken cancellationToken)
    {
        RigRun run = await Rig.RunAsync(
            new ProviderOptions { Clock = new ScaledClock(Speed), Script = new FaultMix(seed: 1, Faulty, [.. FaultMix.Kinds.Values]).Script },
            options.Rows * Times,
            cancellationToken: cancellationToken);
        long right = run.Ledger.Cells.Where(cell => cell.IsRight).Sum(Tokens);
        return
        [
            new Figure("Calls, of which with a fault", string.Create(CultureInfo.InvariantCulture, $"{run.Requests.Count}, {run.Ledger.Calls.Count(call => call.Fault is not null)}")),
            new Figure("Tokens of right answers", right.ToString(CultureInfo.InvariantCulture)),
            Figure.AtMost("  of which not used", Unused(run).Sum(Tokens), 0, "0"),
        ];
    }

    /// <summary>Right cells that a run bought twice or does not hold.</summary>
    public static IEnumerable<AnsweredCell> Unused(RigRun run)
    {
        foreach (IGrouping<(long Id, string Column), AnsweredCell> cell in run.Ledger.Cells.Where(cell => cell.IsRight).GroupBy(cell => (cell.Id, cell.Column)))
        {
            string written = run.Rows[(int)cell.Key.Id].GetProperty(cell.Key.Column).GetString()!;
            bool isUsed = false;
            foreach (AnsweredCell answer in cell)
            {
                if (!isUsed && JsonSerializer.Deserialize<string>(answer.Json) == written)
                    isUsed = true;
                else
                    yield return answer;
            }
        }
    }

    private static long Tokens(AnsweredCell cell) => TokenCounts.O200k(cell.Json);
}
