using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Planning;
using SynthData.Schema;
using SynthData.Sources.Model.Prompts;
using SynthData.Sources.Model.Replies;

namespace SynthData.Sources.Model;

/// <summary>Does with rows that stayed wrong what their table says: gives them another draw, or the fallbacks of their columns, or nothing.</summary>
internal sealed class UnsolvedRows(TableDesk table)
{
    /// <summary>Gives rows that may not be asked again their next draw, where the table wants it and they have draws left.</summary>
    /// <returns>Whether any row was drawn again.</returns>
    public bool Redraw(ImmutableArray<SlotState> slots)
    {
        bool isAny = false;
        if (table.Table.Unsolved != UnsolvedChoice.Redraw)
            return isAny;
        foreach (SlotState slot in slots.Where(slot => !slot.IsRight && slot.Redraws < table.Options.RedrawsPerSlot))
        {
            if (table.Rows.Redraw(slot.Slot.RowIndex) is not { } next)
                continue;
            string rule = slot.Problems.Count == 0 ? "row" : slot.Problems[^1].Rule;
            table.Tally.Reject(table.Table.Table, SlotProblem.Of(UnsolvedDiagnostics.DrawnAgain, rule, rule));
            PromptSlot before = slot.Slot;
            slot.Redraw(next, column => IsAskedAlike(table.Columns[column], before, next));
            isAny = true;
        }

        return isAny;
    }

    /// <summary>Fills cells that stayed wrong with what their columns' fallbacks give, where the table wants it.</summary>
    /// <returns>The slots that are complete by it and have to be judged again.</returns>
    public ImmutableArray<SlotState> FallBack(IEnumerable<SlotState> wrong) =>
        table.Table.Unsolved == UnsolvedChoice.Fallback ? [.. wrong.Where(slot => !slot.IsComplete && TryFallBack(slot))] : [];

    private bool TryFallBack(SlotState slot)
    {
        int[] open = [.. slot.OpenColumns()];
        var texts = new string?[open.Length];
        for (int index = 0; index < open.Length; index++)
        {
            if (!table.Rows.TryFallback(slot.Slot.RowIndex, open[index], out texts[index]))
                return false;
        }

        for (int index = 0; index < open.Length; index++)
        {
            string column = table.Columns[open[index]].Name;
            slot.Settle(open[index], texts[index]);
            table.Tally.Reject(table.Table.Table, SlotProblem.Of(UnsolvedDiagnostics.FellBack, column, column));
        }

        slot.Problems.Clear();
        return true;
    }

    // A right answer is paid for; where the new draw asks the same of it, it still fits.
    private bool IsAskedAlike(PromptColumn column, PromptSlot before, PromptSlot after)
    {
        for (int index = 0; index < table.Table.Known.Length; index++)
        {
            if (column.Mentions.Contains(table.Table.Known[index].Name) && before.Known[index] != after.Known[index])
                return false;
        }

        return true;
    }
}
