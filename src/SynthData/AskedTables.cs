using SynthData.Batches;
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
            if (run.IsRead(table))
                run.Finish(table.Index, FrameJoin.Join(table, [rows.Complete(MadeUp(rows)), Rest(run, table)]));
        }
    }

    private static Frame Rest(DatasetRun run, TablePlan table)
    {
        long asked = run.Plan.AskedRows(table.Index);
        long[] rest = RowIndices.From(asked, (int)(run.Plan.RowCount(table.Index) - asked));
        TableProgram program = rest.Length == 0 ? run.Program(table.Index) : run.WithoutModel(table);
        return program.Evaluate(rest, program.Whole, null);
    }

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
