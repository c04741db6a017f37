using SynthData.Batches;
using SynthData.Planning;

namespace SynthData.Run;

/// <summary>Finds the parents whose keys a column holds.</summary>
/// <remarks>
/// <para>Memory: every key of the parent's table, made at the first use.</para>
/// <para>Nulls: where the column is null, and where no parent has the key, which the column's foreign key then tells (SD4008).</para>
/// </remarks>
internal sealed class KeyRowFiller(DatasetRun run, TablePlan table, KeyRowCells plan) : ICellFiller
{
    private readonly Lazy<Dictionary<string, long>> rowsByKey = new(() => RowsByKey(run, plan));

    public void Fill(in FillRows rows, Frame frame, Column target)
    {
        Column keys = frame[plan.KeySlot];
        var parents = (Int64Column)target;
        for (int row = 0; row < rows.Count; row++)
        {
            if (!keys.IsNull(row) && rowsByKey.Value.TryGetValue(CellText.Format(keys, row, table.Cells[plan.KeySlot].Type), out long parent))
                parents[row] = parent;
            else
                parents.States[row] = CellState.Null;
        }
    }

    private static Dictionary<string, long> RowsByKey(DatasetRun run, KeyRowCells plan)
    {
        Column keys = run.KeysOf(plan.ParentTable, plan.ParentSlot);
        var rows = new Dictionary<string, long>(StringComparer.Ordinal);
        for (int row = 0; row < keys.Count; row++)
        {
            if (!keys.IsNull(row))
                rows.TryAdd(CellText.Format(keys, row, run.Plan.Tables[plan.ParentTable].Cells[plan.ParentSlot].Type), row);
        }

        return rows;
    }
}
