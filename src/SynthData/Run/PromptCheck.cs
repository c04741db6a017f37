using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Planning;
using SynthData.Rules;

namespace SynthData.Run;

/// <summary>Checks rows whose prompt cells are filled, and says everything that is wrong with each in words a model can act on.</summary>
/// <param name="table">The table.</param>
/// <param name="later">Slots computed from prompt cells.</param>
internal sealed class PromptCheck(TablePlan table, ImmutableArray<int> later)
{
    private const int MostShown = 80;

    private readonly int[] failing = [.. later.Where(slot => table.Cells[slot].CanFail)];
    private readonly RowRulePlan[] rules = [.. table.RowRules.Where(rule => rule.ReadsModel)];

    /// <summary>Finds every broken rule and failed cell.</summary>
    public List<PromptViolation> Find(Frame frame)
    {
        var found = new List<PromptViolation>();
        foreach (int slot in failing)
        {
            CellPlan cell = table.Cells[slot];
            for (int row = 0; row < frame.Count; row++)
            {
                if (frame[slot].States[row] == CellState.Error)
                    found.Add(new PromptViolation(
                        frame.Rows[row], RuleDiagnostics.CellFailed.Code, cell.Name, $"'{cell.Name}' cannot be computed from {Cells(frame, row, cell.Inputs)}."));
            }
        }

        foreach (RowRulePlan rule in rules)
        {
            RuleVerdicts verdicts = RowRule.Check(rule, frame);
            for (int row = 0; row < frame.Count; row++)
            {
                if (verdicts.IsBroken(row))
                    found.Add(new PromptViolation(frame.Rows[row], RuleDiagnostics.RowRuleBroken.Code, rule.Name, Told(rule, Cells(frame, row, rule.Check.Slots))));
            }
        }

        return found;
    }

    private static string Told(RowRulePlan rule, string cells) =>
        $"Rule '{rule.Name}' does not hold with {cells}.{(rule.Why is null ? "" : " " + rule.Why)}";

    private string Cells(Frame frame, int row, IEnumerable<int> slots) => RowWords.Of(table, frame, row, slots, Shown, "this row");

    // The model knows what it wrote; the message is paid for by the token.
    private static string Shown(string text) => text.Length <= MostShown ? $"'{text}'" : $"'{text[..MostShown]}…'";
}
