using SynthData.Batches;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Rules.Validation;

/// <summary>The ends of one range for all rows of a frame.</summary>
internal sealed class EndCells(GridRange range, ColumnType type, Frame frame)
{
    public Column? Low { get; } = Evaluate(range.Low, type, frame);

    public Column? High { get; } = Evaluate(range.High, type, frame);

    public CellState StateOf(int row) =>
        (CellState)Math.Max((byte)(Low?.States[row] ?? CellState.Value), (byte)(High?.States[row] ?? CellState.Value));

    /// <summary>The ends in the storage units of a type that is stored as whole numbers.</summary>
    public (long Low, long High) Units(int row) =>
        (Low is Int64Column low ? low[row] : range.Low.Units, High is Int64Column high ? high[row] : range.High.Units);

    /// <summary>The ends of a double.</summary>
    public (double Low, double High) Numbers(int row) =>
        (Low is DoubleColumn low ? low[row] : range.Low.Number, High is DoubleColumn high ? high[row] : range.High.Number);

    public bool IsInside(Column cells, int row)
    {
        if (cells is DoubleColumn real)
            return real[row] >= Numbers(row).Low && real[row] <= Numbers(row).High;
        (long low, long high) = Units(row);
        return ((Int64Column)cells)[row] >= low && ((Int64Column)cells)[row] <= high;
    }

    public bool IsOnGrid(Column cells, int row) => (((Int128)((Int64Column)cells)[row]) - Units(row).Low) % range.Step == 0;

    private static Column? Evaluate(RangeEnd end, ColumnType type, Frame frame)
    {
        if (end.Expression is not { } expression)
            return null;
        var column = Column.For(type);
        expression.EvaluateInto(frame, column, type);
        return column;
    }
}
