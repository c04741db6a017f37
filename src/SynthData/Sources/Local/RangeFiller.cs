using SynthData.Batches;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Sources.Local;

/// <summary>Draws whole numbers, decimals, dates, times and timestamps from ranges.</summary>
/// <remarks>
/// <para>Drawn: one word a cell; where the column is ordered, the words of a parent go to its rows from the least to the greatest.</para>
/// <para>Nulls: an end that is null makes the cell null.</para>
/// <para>Errors: an end that failed, ends the wrong way round, or a draw without range over the type's limits; each redraws the row.</para>
/// </remarks>
internal sealed class RangeFiller : ICellFiller
{
    private readonly CellWords source;
    private readonly ColumnType type;
    private readonly RangeCells plan;
    private readonly GivenIndex given;
    private readonly GridSampler?[] constants;
    private readonly OpenSampler?[] open;

    public RangeFiller(CellWords source, ColumnType type, RangeCells plan)
    {
        this.source = source;
        this.type = type;
        this.plan = plan;
        given = GivenIndex.For(plan.Given);
        constants =
        [
            .. plan.Ranges.Select(range => range is { Anchor: null, Low.IsConstant: true, High.IsConstant: true, IsOpen: false }
                ? new GridSampler(type, range, range.Low.Units, range.High.Units)
                : null),
        ];
        open = [.. plan.Ranges.Select(range => range.IsOpen ? new OpenSampler(type, range) : null)];
    }

    public void Fill(in FillRows rows, Frame frame, Column target)
    {
        Span<long> cells = ((Int64Column)target).Cells;
        using GivenCases cases = given.Cases(frame);
        using var drawn = new Rented<ulong>(rows.Count);
        Span<ulong> words = drawn.Span;
        source.Fill(rows, frame, words);
        if (cases.IsSame && constants[0] is { } same)
        {
            same.Sample(words, cells);
            return;
        }

        var ends = new RangeEnds?[plan.Ranges.Length];
        for (int row = 0; row < rows.Count; row++)
        {
            int found = cases[row];
            if (found < 0)
            {
                target.States[row] = CellState.Null;
                continue;
            }

            ulong word = words[row];
            if (constants[found] is { } sampler)
                cells[row] = sampler.Sample(word);
            else if (open[found] is { } untruncated)
                target.States[row] = untruncated.TrySample(word, out cells[row]) ? CellState.Value : CellState.Error;
            else
                target.States[row] = (ends[found] ??= new RangeEnds(plan.Ranges[found], type, frame)).Sample(row, word, out cells[row]);
        }

        foreach (RangeEnds? used in ends)
            used?.Return();
    }

    /// <summary>The ends of one range, evaluated for all rows of a frame.</summary>
    private sealed class RangeEnds(GridRange range, ColumnType type, Frame frame)
    {
        private readonly Int64Column? lows = Evaluate(range.Low, type, frame);
        private readonly Int64Column? highs = Evaluate(range.High, type, frame);
        private readonly Int64Column? anchors = range.Anchor is { } anchor ? Evaluate(anchor, type, frame) : null;
        private GridSampler? last;
        private (long Low, long High) lastEnds;

        public CellState Sample(int row, ulong word, out long value)
        {
            value = 0;
            CellState state = Worst(StateOf(lows, row), Worst(StateOf(highs, row), StateOf(anchors, row)));
            if (state != CellState.Value)
                return state;
            long low = lows?[row] ?? range.Low.Units;
            long high = highs?[row] ?? range.High.Units;
            if (low > high)
                return CellState.Error;
            if (range.Anchor is not { } end)
            {
                value = Sampler(low, high).Sample(word);
                return CellState.Value;
            }

            long anchor = anchors?[row] ?? end.Units;
            value = range.IsBefore ? anchor - Sampler(anchor - high, anchor - low).Sample(word) : anchor + Sampler(low - anchor, high - anchor).Sample(word);
            return CellState.Value;
        }

        /// <summary>Gives the columns back that the ends were evaluated into.</summary>
        public void Return()
        {
            frame.Scratch.Return(lows);
            frame.Scratch.Return(highs);
            frame.Scratch.Return(anchors);
        }

        // Distances are mostly the same from row to row, and so is their sampler.
        private GridSampler Sampler(long low, long high)
        {
            if (last is null || lastEnds != (low, high))
                (last, lastEnds) = (new GridSampler(type, range, low, high), (low, high));
            return last;
        }

        private static CellState StateOf(Int64Column? column, int row) => column?.States[row] ?? CellState.Value;

        private static CellState Worst(CellState first, CellState second) => first > second ? first : second;

        private static Int64Column? Evaluate(RangeEnd end, ColumnType type, Frame frame)
        {
            if (end.Expression is null)
                return null;
            Int64Column column = frame.Scratch.TakeInt64(frame.Count);
            end.Expression.EvaluateInto(frame, column, type);
            return column;
        }
    }
}
