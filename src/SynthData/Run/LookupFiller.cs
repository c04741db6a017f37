using SynthData.Batches;
using SynthData.Planning;

namespace SynthData.Run;

/// <summary>Copies cells of the parents that rows refer to.</summary>
internal sealed class LookupFiller(DatasetRun run, TablePlan table, LookupCells lookup) : ICellFiller
{
    public void Fill(in FillRows rows, Frame frame, Column target)
    {
        if (!frame.Parents.TryGetValue(lookup.RowSlot, out ParentRows? parents))
            frame.Parents[lookup.RowSlot] = parents = run.Parents(table, lookup, (Int64Column)frame[lookup.RowSlot]);

        // Without a parent in any row there is no cell to tell what its column would be like.
        if (parents.Frame.Count == 0)
        {
            target.States.Fill(CellState.Null);
            return;
        }

        Column cells = parents.Frame[lookup.ParentSlot];
        if (target is TextColumn text && cells is TextColumn { Pool: { } pool })
            text.UsePool(pool);
        target.Gather(cells, parents.Places);
    }
}
