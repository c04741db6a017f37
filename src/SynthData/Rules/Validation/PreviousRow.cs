using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Planning;

namespace SynthData.Rules.Validation;

/// <summary>Finds the row before of the same parent in data, whose rows may stand in any order: by the parent's key and the row's number.</summary>
internal static class PreviousRow
{
    /// <summary>The slots that find a row: those that hold its parent's key, and last its number within the parent; null where a column lacks.</summary>
    public static ImmutableArray<int>? KeyOf(TablePlan table)
    {
        ReferencePlan? parent = ReferencePlan.Of(table).FirstOrDefault(reference => reference.RowSlot == table.Per?.RowSlot);
        CellPlan? number = table.Cells.FirstOrDefault(cell => cell is { Column: not null, Source: PositionCells });
        return parent is null || number is null ? null : [.. parent.Columns, number.Slot];
    }

    /// <summary>Why the rows of a parent cannot be put in order.</summary>
    public static string NoKey(TablePlan table) =>
        $"no columns of '{table.Name}' say which row of a parent comes before another: its reference, and its `position`";

    /// <summary>Fills a cell for each row from the row before it; where that is not there, which its number tells, an error.</summary>
    public static Column Fill(TablePlan table, CellPlan cell, PreviousCells previous, Frame frame, KnownRows rows)
    {
        ImmutableArray<int> key = KeyOf(table)!.Value;
        Column target = Column.For(cell.Type);
        target.Reset(frame.Count);
        Column? first = null;
        Column[] columns = [.. key.Select(slot => frame[slot])];
        var numbers = (Int64Column)columns[^1];
        var before = new Int64Column();
        before.Reset(frame.Count);
        columns[^1] = before;
        for (int row = 0; row < frame.Count; row++)
        {
            before.States[row] = numbers.States[row];
            before[row] = numbers.IsNull(row) ? 0 : numbers[row] - 1;
            if (!numbers.IsNull(row) && numbers[row] == 1)
                target.Copy(first ??= First(cell, previous, frame), row, row);
            else if (!Array.Exists(columns, column => column.IsNull(row)) && rows.Find(key, CellHash.OfAll(columns, row)) is { } place)
                rows.Copy(place, previous.Slot, target, row);
            else
                target.States[row] = CellState.Error;
        }

        return target;
    }

    private static Column First(CellPlan cell, PreviousCells previous, Frame frame)
    {
        Column first = Column.For(cell.Type);
        previous.First.EvaluateInto(frame, first, cell.Type);
        return first;
    }
}
