using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>What a column needs whose cells follow one another along the rows of a parent.</summary>
/// <param name="ParentSlot">The slot of the parent's row.</param>
/// <param name="PositionSlot">The slot of the row's number within its parent.</param>
/// <param name="SiblingsSlot">The slot of how many rows the parent has.</param>
internal sealed record RowOrder(int ParentSlot, int PositionSlot, int SiblingsSlot)
{
    private const string Siblings = "#siblings";

    public ImmutableArray<int> Inputs => [ParentSlot, PositionSlot, SiblingsSlot];

    /// <summary>Finds or adds the slots; null where the table has no parent, or what is drawn from differs within it, which is told.</summary>
    /// <param name="inputs">The slots that are drawn from.</param>
    public static RowOrder? Bind(PlanDraft plan, TableDraft table, ImmutableArray<int> inputs, SourcePosition position, string name)
    {
        if (table.Per is not { } per)
        {
            if (table.Schema.Rows is not RowsPer)               // else its parent is no table, which is told
                plan.Bag.Add(OtherRowDiagnostics.NeedsPer, position, $"Column '{name}'", table.Name);
            return null;
        }

        foreach (int slot in inputs.Where(slot => !FollowsParent(table, per, slot)).Take(1))
            plan.Bag.Add(OtherRowDiagnostics.DiffersWithinParent, position, name, table.Cells[slot].Name);
        CellDraft siblings = table.FindSynthetic(Siblings) ?? table.AddSynthetic(Siblings, ColumnType.Int64, new SiblingCountCells(), per.RowSlot);
        return new RowOrder(per.RowSlot, per.PositionSlot, siblings.Slot);
    }

    // The same in all rows of a parent: a cell of the parent, or what is computed from such.
    private static bool FollowsParent(TableDraft table, PerDraft per, int slot)
    {
        CellDraft cell = table.Cells[slot];
        return cell is { Source: LookupCells lookup } ? lookup.RowSlot == per.RowSlot
            : cell is { Source: ExpressionCells, When: null, Nulls: null } && cell.Inputs.All(input => FollowsParent(table, per, input));
    }
}
