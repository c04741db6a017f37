using SynthData.Planning;
using SynthData.Run;
using SynthData.Sources.Model.Tokens;

namespace SynthData;

/// <summary>The tables of a run that a model answers, looked at without one: answers that other tables read are made up.</summary>
internal static class AskedTables
{
    /// <param name="run">Nobody else's, for it keeps what is made up.</param>
    public static IEnumerable<(TablePlan Table, PromptRows Rows)> Of(DatasetRun run)
    {
        foreach (TablePlan table in run.InOrder.Where(table => run.IsMade(table) && !table.ModelSlots.IsEmpty))
        {
            var rows = new PromptRows(run, table, new RejectionLedger(), isRefused: null);
            yield return (table, rows);
            if (IsRead(run.Plan, table))
                run.Finish(table.Index, rows.Complete(MadeUp(rows)));
        }
    }

    private static bool IsRead(DatasetPlan plan, TablePlan table) => plan.Tables.Any(other => other.Index != table.Index && other.Cells.Any(cell =>
        cell.Source is LookupCells lookup && lookup.ParentTable == table.Index
        && (PlanCheck.ReadsModel(plan.Tables, table, lookup.ParentSlot) || UnsolvedCheck.IsUnsettled(plan.Tables, table, lookup.ParentSlot))));

    private static PromptAnswer[] MadeUp(PromptRows rows)
    {
        string[] cells = [.. rows.Table.Columns.Select(SampleCells.Of)];
        return
        [
            .. rows.Slots(0, (int)rows.Table.RowCount).Select(slot => new PromptAnswer(
                slot.RowIndex, [.. cells.Select((text, column) => slot.IsAsked[column] ? text : null)])),
        ];
    }
}
