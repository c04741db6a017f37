using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Planning;

namespace SynthData.Rules.Validation;

/// <summary>Checks that every value of a column with <c>to</c> is a key of the other table.</summary>
internal sealed class ForeignKeyRows(CheckContext context, ForeignKeyCheck rule, TablePlan parent, KnownRows known) : IRowsCheck
{
    private readonly CellPlan cell = context.Table.Cells[rule.Slot];
    private readonly ImmutableArray<int> own = [rule.Slot];
    private readonly ImmutableArray<int> target = [rule.ParentSlot];

    public void Check(Frame frame)
    {
        if (known.IsUnreadable(target))
            return;
        for (int row = 0; row < frame.Count; row++)
        {
            if (CellHash.Of(frame, own, row, out UInt128 hash) == CellState.Value && known.Find(target, hash) is null)
                Tell(frame, row);
        }
    }

    public void Close(long rows)
    {
        if (known.IsUnreadable(target))
            context.Ledger.Unchecked(context.Table.Name, $"keys of table '{parent.Name}' cannot be read", $"whether '{cell.Name}' is found there");
    }

    private void Tell(Frame frame, int row) => context.Add(DataDiagnostics.Orphan, cell.Name, rule.Position, () =>
    [
        context.Places.Of(frame.Rows[row]), $"column '{context.Name(rule.Slot)}'", context.Show(frame[rule.Slot], row, cell.Type),
        parent.Cells[rule.ParentSlot].Name, parent.Name,
    ]);
}
