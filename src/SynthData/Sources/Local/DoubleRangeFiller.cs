using SynthData.Batches;
using SynthData.Numerics;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Sources.Local;

/// <summary>Draws doubles from ranges: a continuum, or a grid of a step from the lower end.</summary>
/// <remarks>
/// <para>Drawn: one word a cell; where the column is ordered, the words of a parent go to its rows from the least to the greatest.</para>
/// <para>Nulls: an end that is null makes the cell null.</para>
/// <para>Errors: an end that failed, or ends the wrong way round, which redraws the row.</para>
/// </remarks>
internal sealed class DoubleRangeFiller : ICellFiller
{
    private static readonly ColumnType Double = new(ColumnKind.Double);
    private readonly CellWords source;
    private readonly RangeCells plan;
    private readonly GivenIndex given;
    private readonly TruncatedDistribution?[] constants;

    public DoubleRangeFiller(CellWords source, RangeCells plan)
    {
        this.source = source;
        this.plan = plan;
        given = GivenIndex.For(plan.Given);
        constants = [.. plan.Ranges.Select(range => range.Low.IsConstant && range.High.IsConstant ? Sampler(range, range.Low.Number, range.High.Number) : null)];
    }

    public void Fill(in FillRows rows, Frame frame, Column target)
    {
        var cells = (DoubleColumn)target;
        using GivenCases cases = given.Cases(frame);
        using var drawn = new Rented<ulong>(rows.Count);
        Span<ulong> words = drawn.Span;
        source.Fill(rows, frame, words);
        if (cases.IsSame && IsPlain(plan.Ranges[0]) && constants[0] is { } same)
        {
            same.Sample(words, cells.Cells);
            for (int row = 0; row < words.Length; row++)
                Set(cells, row, cells[row]);
            return;
        }

        DoubleColumn?[] lows = [.. plan.Ranges.Select(range => Evaluate(range.Low, frame))];
        DoubleColumn?[] highs = [.. plan.Ranges.Select(range => Evaluate(range.High, frame))];
        for (int row = 0; row < rows.Count; row++)
        {
            int found = cases[row];
            if (found < 0)
            {
                target.States[row] = CellState.Null;
                continue;
            }

            double low = lows[found]?[row] ?? plan.Ranges[found].Low.Number;
            double high = highs[found]?[row] ?? plan.Ranges[found].High.Number;
            CellState state = (CellState)Math.Max((byte)(lows[found]?.States[row] ?? 0), (byte)(highs[found]?.States[row] ?? 0));
            target.States[row] = state == CellState.Value && (low > high || IsTooWide(plan.Ranges[found], low, high)) ? CellState.Error : state;
            if (target.States[row] == CellState.Value)
            {
                GridRange range = plan.Ranges[found];
                Set(cells, row, range.Step > 0
                    ? OnGrid(range, low, high, words[row], constants[found])
                    : (constants[found] ?? Sampler(range, low, high)).Sample(StreamKey.ToUniform(words[row])));
            }
        }

        foreach (DoubleColumn? column in lows.Concat(highs))
            frame.Scratch.Return(column);
    }

    private static void Set(DoubleColumn cells, int row, double value)
    {
        cells[row] = value;
        if (!double.IsFinite(value))
            cells.States[row] = CellState.Error;
    }

    private static bool IsPlain(GridRange range) =>
        range.Step <= 0 && range.Low.Number <= range.High.Number && !IsTooWide(range, range.Low.Number, range.High.Number);

    private static bool IsTooWide(GridRange range, double low, double high) =>
        !range.IsOpen && (low < -RangeCut.FarthestEnd || high > RangeCut.FarthestEnd);

    private static TruncatedDistribution Sampler(GridRange range, double low, double high) =>
        new((range.Draw is null ? null : DistributionMaker.Make(range.Draw, low, high)) ?? new UniformDistribution(low, high), low, high);

    // The step is kept in units of 1e-9; nine places give back 0.3 where three steps of 0.1 are a little more.
    private static double OnGrid(GridRange range, double low, double high, ulong word, TruncatedDistribution? constant)
    {
        double width = range.Step / 1e9;
        double last = Math.Floor(((high - low) / width) + 1e-6);
        double place = range.Draw is null && last < long.MaxValue
            ? Math.BigMul(word, (ulong)last + 1, out _)
            : Math.Clamp(Math.Round(((constant ?? Sampler(range, low, high)).Sample(StreamKey.ToUniform(word)) - low) / width, MidpointRounding.AwayFromZero), 0, last);
        return Math.Round(low + (place * width), 9);
    }

    private static DoubleColumn? Evaluate(RangeEnd end, Frame frame)
    {
        if (end.Expression is null)
            return null;
        DoubleColumn column = frame.Scratch.TakeDouble(frame.Count);
        end.Expression.EvaluateInto(frame, column, Double);
        return column;
    }
}
