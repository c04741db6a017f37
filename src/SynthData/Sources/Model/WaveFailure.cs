using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Planning;
using SynthData.Sources.Model.Prompts;
using SynthData.Sources.Model.Replies;

namespace SynthData.Sources.Model;

/// <summary>Tells why a wave could not be finished: the rule that stood in the way most often, with examples.</summary>
internal static class WaveFailure
{
    private const int MostExamples = 3;

    public static GenerationException Of(string model, string journalPath, PromptTable table, ImmutableArray<SlotState> wrong)
    {
        int asks = wrong.Max(slot => slot.Asks);
        bool isMute = wrong.All(slot => slot.Problems.All(problem =>
            problem.Code == ModelDiagnostics.RowNotAnswered.Code || problem.Code == ModelDiagnostics.Refused.Code));
        if (isMute)
        {
            string last = wrong[0].Problems[^1].Message;
            return new GenerationException(ModelDiagnostics.NothingUsable.At(null, model, wrong.Length, table.Table, asks, last, journalPath));
        }

        IGrouping<(string Code, string Rule), (SlotState Slot, SlotProblem Problem)> worst = wrong
            .SelectMany(slot => slot.Problems.Select(problem => (Slot: slot, Problem: problem)))
            .GroupBy(pair => (pair.Problem.Code, pair.Problem.Rule))
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key)
            .First();
        string examples = string.Join(" ", worst.Take(MostExamples).Select(pair =>
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Row {pair.Slot.Slot.RowIndex}: {pair.Problem.Message}")));
        return new GenerationException(ModelDiagnostics.SlotsStayWrong.At(
            null, model, wrong.Length, table.Table, asks, worst.Key.Rule, worst.Select(pair => pair.Slot).Distinct().Count(), examples));
    }
}
