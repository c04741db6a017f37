using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Numerics;

namespace SynthData.Planning;

/// <summary>Checks whether a table of so many rows has room for the rows and cells that its schema gives.</summary>
internal sealed class PinCapacity(TablePlan table, long rows, DiagnosticBag bag)
{
    public void Check()
    {
        int pinned = table.Schema.Pinned.Length;
        if (pinned > rows)
        {
            bag.Add(ListDiagnostics.PinnedBeyond, table.Schema.Pinned[(int)rows].Position, table.Name, rows, pinned);
            return;
        }

        long covered = table.Cells.Where(cell => cell.Pins is not null).Select(cell => cell.Pins!.Rows[^1] + 1).DefaultIfEmpty(0).Max();
        if (covered > rows && table.Schema.Coverage is { } coverage)
        {
            bag.Add(ListDiagnostics.CoverageTooLong, coverage.Position, table.Name, covered - pinned, pinned, rows);
            return;
        }

        foreach (CellPlan cell in table.Cells.Where(cell => cell.Pins is not null))
        {
            string name = $"{table.Name}.{(cell.IsUnnamed ? cell.Stream : cell.Name)}";
            if (cell.Source is SequenceCells sequence)
                CheckSequence(name, cell, sequence);
            if (cell.Source is CategoryCells { Exact: { Fixed.Length: > 0 } cut } category)
                CheckShares(name, cell, cut, value => cell.IsUnnamed ? $"tuple {value + 1}" : category.Values.Texts[value]);
            if (cell.Nulls?.Exact is { Fixed.Length: > 0 } nulls)
                CheckShares(name, cell, nulls, value => value == 0 ? "null" : "no null");
        }
    }

    private void CheckSequence(string name, CellPlan cell, SequenceCells sequence)
    {
        PinnedCells pins = cell.Pins!;
        var values = (Int64Column)pins.Cells;
        for (int place = 0; place < pins.Rows.Length; place++)
        {
            Int128 distance = (Int128)values[place] - sequence.Start;
            Int128 row = distance / sequence.Step;
            if (!values.IsNull(place) && distance % sequence.Step == 0 && row >= 0 && row < rows && row != pins.Rows[place] && pins.Find((long)row) < 0)
                bag.Add(ListDiagnostics.PinCollides, pins.Positions[place], name, pins.Texts[place], $"row {row + 1} has it already");
        }
    }

    private void CheckShares(string name, CellPlan cell, ExactCut cut, Func<int, string> show)
    {
        long[] sizes = LargestRemainder.Split(cut.Cases[0].AsSpan(), rows);
        foreach (IGrouping<int, (long Row, int Value)> given in cut.Fixed.GroupBy(one => one.Value))
        {
            if (given.Count() > sizes[given.Key])
                bag.Add(
                    ListDiagnostics.PinnedOverShare, cell.Pins!.Positions[cell.Pins.Find(given.Last().Row)], name, rows, sizes[given.Key], show(given.Key), given.Count());
        }
    }
}
