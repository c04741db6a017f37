using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Planning;

namespace SynthData.Rules.Validation;

/// <summary>Checks that every value of a column with <c>to</c> is a key of the other table.</summary>
internal sealed class ForeignKeyRows(CheckContext context, ForeignKeyCheck rule, TablePlan parent, KnownRows known) : IRowsCheck
{
    private readonly CellPlan cell = context.Table.Cells[rule.Slot];
    private readonly ImmutableArray<int> target = [rule.ParentSlot];

    public void Check(Frame frame)
    {
        if (known.IsUnreadable(target))
            return;
        for (int row = 0; row < frame.Count; row++)
        {
            if (CellHash.Of(frame, [rule.Slot], row, out UInt128 hash) != CellState.Value || known.Find(target, hash) is not null)
                continue;
            int orphan = row;
            context.Add(DataDiagnostics.Orphan, cell.Name, rule.Position, () =>
                [context.Places.Of(frame.Rows[orphan]), $"column '{context.Name(rule.Slot)}'", context.Show(frame[rule.Slot], orphan, cell.Type), parent.Cells[rule.ParentSlot].Name, parent.Name]);
        }
    }
}
