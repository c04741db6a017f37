using SynthData.Batches;
using SynthData.Planning;

namespace SynthData.Sources.Local;

/// <summary>Gives each row this column's value of the tuple that was drawn for it.</summary>
/// <remarks>
/// <para>Drawn: nothing; which tuple it is, all columns of it read from one slot.</para>
/// <para>Nulls: where no tuple was drawn, and where the tuple holds null.</para>
/// <para>Errors: none.</para>
/// </remarks>
internal sealed class TupleFiller(TupleCells plan) : ICellFiller
{
    public void Fill(in FillRows rows, Frame frame, Column target)
    {
        LiteralCopy.Prepare(plan.Values, target);
        var tuples = (Int64Column)frame[plan.RowSlot];
        for (int row = 0; row < rows.Count; row++)
        {
            if (tuples.States[row] == CellState.Value)
                target.Copy(plan.Values.Cells, (int)tuples[row], row);
            else
                target.States[row] = tuples.States[row];
        }
    }
}
