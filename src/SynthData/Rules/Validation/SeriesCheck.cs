using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Expressions;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Rules.Validation;

/// <summary>Checks that no moment of a series lies before its start or behind its end; that none runs backwards is checked by itself.</summary>
internal sealed class SeriesCheck(CellPlan cell, TimeSeriesCells source) : SourceCheck
{
    private static readonly ColumnType Timestamp = new(ColumnKind.Timestamp);

    public override ImmutableArray<int> Reads { get; } =
        [.. (source.Start.Expression?.Slots ?? []).Concat(source.Spacing.End?.Expression?.Slots ?? []).Distinct()];

    public override void Find(Frame frame, Column cells, Span<Misfit> found)
    {
        Int64Column starts = Evaluate(source.Start, frame);
        Int64Column? ends = source.Spacing.End is { } end ? Evaluate(end, frame) : null;
        for (int row = 0; row < found.Length; row++)
            found[row] = new Misfit(Compare((Int64Column)cells, starts, ends, row), this);
    }

    public override void Tell(CheckContext context, CellPlan cell, Frame frame, int row, MisfitKind kind)
    {
        if (kind == MisfitKind.NoValue)
            context.Add(DataDiagnostics.NoValue, cell.Name, cell.Position, () => [context.Places.Of(frame.Rows[row]), $"the series of column '{context.Name(cell.Slot)}'", ""]);
        else
            context.AddCell(DataDiagnostics.OutsideRange, cell, frame, row, () =>
                [kind == MisfitKind.Value ? "null, as an end of its series is" : source.Spacing.End is null ? "a moment not before its start" : "a moment between its start and its end"]);
    }

    private MisfitKind Compare(Int64Column cells, Int64Column starts, Int64Column? ends, int row)
    {
        var state = (CellState)Math.Max((byte)starts.States[row], (byte)(ends?.States[row] ?? 0));
        if (cells.States[row] == CellState.Null)
            return state == CellState.Null ? MisfitKind.None : MisfitKind.Null;
        if (state != CellState.Value)
            return state == CellState.Null ? MisfitKind.Value : MisfitKind.NoValue;
        bool isDate = cell.Type.Kind == ColumnKind.Date;
        long first = isDate ? Calendar.DayOf(starts[row]) : starts[row];
        long last = ends is null ? long.MaxValue : isDate ? Calendar.DayOf(ends[row]) : ends[row];
        return cells[row] >= first && cells[row] <= last ? MisfitKind.None : MisfitKind.Other;
    }

    private static Int64Column Evaluate(RangeEnd end, Frame frame)
    {
        var moments = new Int64Column();
        if (end.Expression is { } expression)
        {
            expression.EvaluateInto(frame, moments, Timestamp);
            return moments;
        }

        moments.Reset(frame.Count);
        moments.Cells.Fill(end.Units);
        return moments;
    }
}
