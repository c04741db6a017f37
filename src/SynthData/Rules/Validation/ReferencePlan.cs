using System.Collections.Immutable;
using SynthData.Planning;

namespace SynthData.Rules.Validation;

/// <summary>How the rows of a table refer to another's: which columns hold which key.</summary>
/// <param name="RowSlot">The slot that stands for the referred row.</param>
/// <param name="Columns">The referring slots, in the order written.</param>
/// <param name="Targets">The slots of the parent that they hold, in the same order.</param>
internal sealed record ReferencePlan(int RowSlot, int ParentTable, ImmutableArray<int> Columns, ImmutableArray<int> Targets)
{
    /// <summary>The references that a table's columns hold.</summary>
    public static ImmutableArray<ReferencePlan> Of(TablePlan table)
    {
        var held = table.Cells.Where(cell => cell.Column is not null)
            .Select(cell => (cell.Slot, Lookup: cell.Source as LookupCells)).Where(cell => cell.Lookup is not null);
        return
        [
            .. held.GroupBy(cell => (cell.Lookup!.RowSlot, cell.Lookup.ParentTable)).Select(group => new ReferencePlan(
                group.Key.RowSlot, group.Key.ParentTable, [.. group.Select(cell => cell.Slot)], [.. group.Select(cell => cell.Lookup!.ParentSlot)])),
        ];
    }
}
