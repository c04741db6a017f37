using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Planning;
using SynthData.Sources.Model.Prompts;
using SynthData.Sources.Model.Replies;

namespace SynthData.Sources.Model;

/// <summary>Judges answers by what their row alone decides: shape, type, length and rules. Holds for any order of replies.</summary>
internal sealed class RowJudge(TableDesk table)
{
    /// <summary>Takes what an answer says about the cells asked for; what cannot be read stays open.</summary>
    public void Read(SlotAsk ask, CallAnswer answer)
    {
        SlotState slot = ask.State;
        slot.Hear(ask.Columns.Any(column => answer[ask.RowIndex, column] is { HasRow: false, Reply.IsRefusal: true }));
        foreach (int column in ask.Columns)
        {
            PromptColumn wanted = table.Columns[column];
            CellOutcome outcome = answer[ask.RowIndex, column];
            slot.CountAsk(column, isHeard: outcome.HasRow || !outcome.Reply.EndsEarly);
            if (!outcome.HasRow)
                RejectOnce(slot, SlotProblem.Of(outcome.Reply.IsRefusal ? ModelDiagnostics.Refused : ModelDiagnostics.RowNotAnswered, "row"));
            else if (outcome.Cell is not { } cell)
                table.Reject(slot, SlotProblem.Of(ModelDiagnostics.MissingCell, wanted.Name, wanted.Name));
            else if (CellReader.Read(cell, wanted, out string text) is { } problem)
                table.Reject(slot, problem);
            else
                slot.Settle(column, text);
        }
    }

    /// <summary>Checks the rules of rows that have become complete; the columns a broken rule mentions are opened again.</summary>
    public void CheckRules(IEnumerable<SlotState> slots)
    {
        ImmutableArray<SlotState> complete = [.. slots.Where(slot => slot is { IsRight: false, IsStuck: false, IsComplete: true })];
        foreach (SlotState slot in complete)
            slot.IsRight = true;
        if (complete.IsEmpty)
            return;
        ILookup<long, PromptViolation> violations = table.Rows.Check([.. complete.Select(slot => slot.ToAnswer())]).ToLookup(violation => violation.RowIndex);
        foreach (SlotState slot in complete)
        {
            foreach (PromptViolation violation in violations[slot.Slot.RowIndex])
            {
                table.Reject(slot, new SlotProblem(violation.Code, violation.Rule, violation.Message));
                Reopen(slot, violation);
            }
        }

        table.Tally.Accept(table.Table.Table, complete.Count(slot => slot.IsRight));
    }

    // Only the columns that the violation follows from are asked again; what stands beside them is right.
    private void Reopen(SlotState slot, PromptViolation violation)
    {
        int[] mentioned =
        [
            .. Enumerable.Range(0, table.Columns.Length).Where(column => slot.Slot.IsAsked[column] && violation.Columns.Contains(table.Columns[column].Name)),
        ];
        if (mentioned.Length == 0)
            slot.GetStuck();
        foreach (int column in mentioned)
            slot.Open(column);
    }

    private void RejectOnce(SlotState slot, SlotProblem problem)
    {
        if (!slot.Problems.Contains(problem))
            table.Reject(slot, problem);
    }
}
