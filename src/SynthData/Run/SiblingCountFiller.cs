using SynthData.Batches;
using SynthData.Planning;

namespace SynthData.Run;

/// <summary>Says how many rows the parent of each row has.</summary>
internal sealed class SiblingCountFiller(DatasetRun run, TablePlan table) : ICellFiller
{
    public void Fill(in FillRows rows, Frame frame, Column target)
    {
        using var firsts = new Rented<long>(rows.Count);
        run.Children(table.Index).Find(((Int64Column)frame[table.Per!.RowSlot]).Cells, firsts.Span, ((Int64Column)target).Cells);
    }
}
