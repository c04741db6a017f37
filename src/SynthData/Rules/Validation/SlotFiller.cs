using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Planning;

namespace SynthData.Rules.Validation;

/// <summary>Fills what rows that were read do not hold themselves: the rows they refer to, cells of those, and computed hidden columns.</summary>
/// <remarks>
/// Rows are found by the keys in the data. A reference without its row, or null where it may not be, is an error cell, and so is
/// whatever is read through it: that is told once, and nothing that reads it is judged.
/// </remarks>
/// <param name="rows">By table index, the rows of the tables that are referred to.</param>
internal sealed class SlotFiller(DatasetPlan plan, SlotKnowledge knowledge, IReadOnlyList<KnownRows?> rows, ChildFolds folds)
{
    private readonly ImmutableArray<ReferencePlan>[] references = [.. plan.Tables.Select(ReferencePlan.Of)];

    /// <summary>Fills the slots that can be filled before the table's own rows are all known, or the rest.</summary>
    public void Fill(TablePlan table, Frame frame, bool readsOwnTable)
    {
        foreach (int slot in table.Order)
        {
            if (frame.IsFilled(slot) || knowledge.WhyNot(table.Index, slot) is not null || (knowledge.ReadsOwnTable(table, slot) && !readsOwnTable))
                continue;
            CellPlan cell = table.Cells[slot];
            frame[slot] = cell.Source switch
            {
                ParentRowCells or ReferenceRowCells => Places(table, slot, frame),
                LookupCells lookup => LookUp(cell, lookup, frame),
                AggregateCells => folds.Fill(table, cell, frame),
                PreviousCells previous => PreviousRow.Fill(table, cell, previous, frame, rows[table.Index]!),
                _ => ComputedCells.Fill(cell, frame),
            };
        }
    }

    private Int64Column Places(TablePlan table, int slot, Frame frame)
    {
        ReferencePlan reference = ReferenceOf(table, slot);
        bool mayBeNull = MayBeNull(table, slot);
        var places = new Int64Column();
        places.Reset(frame.Count);
        for (int row = 0; row < frame.Count; row++)
        {
            CellState state = CellHash.Of(frame, reference.Columns, row, out UInt128 hash);
            long? place = state == CellState.Value ? rows[reference.ParentTable]!.Find(reference.Targets, hash) : null;
            places[row] = place ?? 0;
            places.States[row] = state == CellState.Null && !(mayBeNull && AreAllNull(frame, reference.Columns, row)) ? CellState.Error
                : state == CellState.Value && place is null ? CellState.Error
                : state;
        }

        return places;
    }

    private ReferencePlan ReferenceOf(TablePlan table, int rowSlot)
    {
        foreach (ReferencePlan reference in references[table.Index])
        {
            if (reference.RowSlot == rowSlot)
                return reference;
        }

        throw new InvalidOperationException($"No column of '{table.Name}' holds the reference of slot {rowSlot}.");
    }

    private static bool MayBeNull(TablePlan table, int rowSlot) =>
        table.Cells[rowSlot] is { When: not null } or { Nulls: not null } or { Source: ReferenceRowCells { IsEarlier: true } };

    private static bool AreAllNull(Frame frame, ImmutableArray<int> slots, int row)
    {
        foreach (int slot in slots)
        {
            if (frame[slot].States[row] != CellState.Null)
                return false;
        }

        return true;
    }

    private Column LookUp(CellPlan cell, LookupCells lookup, Frame frame)
    {
        var places = (Int64Column)frame[lookup.RowSlot];
        var target = Column.For(cell.Type);
        target.Reset(frame.Count);
        for (int row = 0; row < frame.Count; row++)
        {
            if (places.States[row] == CellState.Value)
                Copy(lookup, places[row], target, row);
            else
                target.States[row] = places.States[row];
        }

        return target;
    }

    // What the parent looks up itself is followed from row to row instead of being kept twice.
    private void Copy(LookupCells lookup, long place, Column target, int row)
    {
        TablePlan parent = plan.Tables[lookup.ParentTable];
        KnownRows known = rows[lookup.ParentTable]!;
        if (known.Holds(lookup.ParentSlot))
        {
            known.Copy(place, lookup.ParentSlot, target, row);
            return;
        }

        var further = (LookupCells)parent.Cells[lookup.ParentSlot].Source;
        ReferencePlan reference = ReferenceOf(parent, further.RowSlot);
        CellState state = known.HashOf(place, reference.Columns, out UInt128 hash);
        long? next = state == CellState.Value ? rows[further.ParentTable]!.Find(reference.Targets, hash) : null;
        if (next is { } found)
            Copy(further, found, target, row);
        else
            target.States[row] = state == CellState.Null && MayBeNull(parent, further.RowSlot) ? CellState.Null : CellState.Error;
    }
}
