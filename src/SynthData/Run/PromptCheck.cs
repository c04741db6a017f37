using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Planning;
using SynthData.Rules;
using SynthData.Schema;

namespace SynthData.Run;

/// <summary>Checks rows whose prompt cells are filled, and says everything that is wrong with each in words a model can act on.</summary>
/// <param name="table">The table.</param>
/// <param name="later">Slots computed from prompt cells.</param>
/// <param name="isRefused">Says of a text that its output will not take it, for a spreadsheet would run it; null where it takes every text.</param>
internal sealed class PromptCheck(TablePlan table, ImmutableArray<int> later, Func<string, bool>? isRefused)
{
    private const int MostShown = 80;

    private readonly int[] failing = [.. later.Where(slot => table.Cells[slot].CanFail)];
    private readonly int[] refusing = isRefused is null
        ? []
        : [.. table.ModelSlots.Concat(later).Where(slot => table.Visible.Contains(slot) && table.Cells[slot].Type.Kind == ColumnKind.String)];

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
                        frame.Rows[row], RuleDiagnostics.CellFailed.Code, cell.Name,
                        $"'{cell.Name}' cannot be computed from {Cells(frame, row, cell.Inputs)}.", PromptNames([slot])));
            }
        }

        foreach (RowRulePlan rule in rules)
        {
            RuleVerdicts verdicts = RowRule.Check(rule, frame);
            for (int row = 0; row < frame.Count; row++)
            {
                if (verdicts.IsBroken(row))
                    found.Add(new PromptViolation(
                        frame.Rows[row], RuleDiagnostics.RowRuleBroken.Code, rule.Name, Told(rule, Cells(frame, row, rule.Check.Slots)), PromptNames(rule.Check.Slots)));
            }
        }

        foreach (int slot in refusing)
        {
            for (int row = 0; row < frame.Count; row++)
            {
                if (frame[slot].States[row] == CellState.Value && CellText.Format(frame[slot], row, ColumnType.Text) is var text && isRefused!(text))
                    found.Add(Refused(frame.Rows[row], slot, text));
            }
        }

        return found;
    }

    /// <summary>The prompt columns that cells are, or are computed from.</summary>
    public ImmutableArray<string> PromptNames(IEnumerable<int> slots) =>
        [.. table.ModelSlots.Where(slot => slots.Any(read => read == slot || Reads(read, slot))).Select(slot => table.Cells[slot].Name)];

    private bool Reads(int slot, int target) => table.Cells[slot].Inputs.Any(input => input == target || Reads(input, target));

    private PromptViolation Refused(long row, int slot, string text)
    {
        Diagnostic diagnostic = UnsolvedDiagnostics.FormulaText.At(null, table.Cells[slot].Name, Shown(text));
        return new PromptViolation(row, diagnostic.Code, table.Cells[slot].Name, $"{diagnostic.Message} {diagnostic.Fix}", PromptNames([slot]));
    }

    private static string Told(RowRulePlan rule, string cells) =>
        $"Rule '{rule.Name}' does not hold with {cells}.{(rule.Why is null ? "" : " " + rule.Why)}";

    private string Cells(Frame frame, int row, IEnumerable<int> slots) => RowWords.Of(table, frame, row, slots, Shown, "this row");

    // The model knows what it wrote; the message is paid for by the token.
    private static string Shown(string text) => text.Length <= MostShown ? $"'{text}'" : $"'{text[..(char.IsHighSurrogate(text[MostShown - 1]) ? MostShown - 1 : MostShown)]}…'";
}
