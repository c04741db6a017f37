using System.Collections.Immutable;
using System.Globalization;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Rules.Validation;

/// <summary>Checks that cells lie between the ends of their range, both included, and on its grid where the schema writes one.</summary>
internal sealed class RangeCheck(CellPlan cell, RangeCells source) : SourceCheck
{
    private readonly GivenIndex given = GivenIndex.For(source.Given);
    private readonly bool hasStep = cell.Column?.Source is RangeSource { Step: not null } && cell.Type.Kind != ColumnKind.Double;

    public override ImmutableArray<int> Reads { get; } =
        [.. source.Ranges.SelectMany(range => (range.Low.Expression?.Slots ?? []).Concat(range.High.Expression?.Slots ?? []))
            .Concat(source.Given?.Slots ?? []).Distinct()];

    public override void Find(Frame frame, Column cells, Span<Misfit> found)
    {
        using GivenCases cases = given.Cases(frame);
        EndCells[] ends = [.. source.Ranges.Select(range => new EndCells(range, cell.Type, frame))];
        for (int row = 0; row < found.Length; row++)
        {
            MisfitKind kind = cases[row] < 0 ? MisfitKind.None : Compare(cells, ends[cases[row]], row);
            found[row] = new Misfit(kind, this);
        }
    }

    public override void Tell(CheckContext context, CellPlan cell, Frame frame, int row, MisfitKind kind)
    {
        GridRange range = source.Ranges[given.Cases(frame)[row]];
        var ends = new EndCells(range, cell.Type, frame);
        if (kind == MisfitKind.NoValue)
        {
            string why = range.Low.Expression?.Explain(frame, row, cell.Type)?.Message ?? range.High.Expression?.Explain(frame, row, cell.Type)?.Message ?? "";
            context.Add(DataDiagnostics.NoValue, cell.Name, cell.Position, () =>
                [context.Places.Of(frame.Rows[row]), $"the range of column '{context.Name(cell.Slot)}'", why]);
            return;
        }

        string expected = kind == MisfitKind.Value ? "null, as an end of its range is"
            : ends.IsInside(frame[cell.Slot], row) ? $"on the grid of its step from {Text(context, range.Low, ends.Low, row)}"
            : $"from {Text(context, range.Low, ends.Low, row)} to {Text(context, range.High, ends.High, row)}";
        context.AddCell(DataDiagnostics.OutsideRange, cell, frame, row, () => [expected]);
    }

    private MisfitKind Compare(Column cells, EndCells ends, int row)
    {
        CellState state = ends.StateOf(row);
        if (cells.States[row] == CellState.Null)
            return state == CellState.Null ? MisfitKind.None : MisfitKind.Null;
        if (state != CellState.Value)
            return state == CellState.Null ? MisfitKind.Value : MisfitKind.NoValue;
        return ends.IsInside(cells, row) && (!hasStep || ends.IsOnGrid(cells, row)) ? MisfitKind.None : MisfitKind.Other;
    }

    // A constant end is the schema's; one that was computed is as much the data's as what it was computed from.
    private string Text(CheckContext context, RangeEnd end, Column? computed, int row)
    {
        if (end.Expression is { } expression)
            return computed is null || !context.ShowsValues ? $"({expression.Text})" : $"({expression.Text}), here {context.Show(computed, row, cell.Type)},";
        if (cell.Type.Kind == ColumnKind.Double)
            return end.Number.ToString("R", CultureInfo.InvariantCulture);
        var column = new Int64Column();
        column.Reset(1);
        column[0] = end.Units;
        return CellText.Format(column, 0, cell.Type);
    }
}
