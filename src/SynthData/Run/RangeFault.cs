using SynthData.Batches;
using SynthData.Numerics;
using SynthData.Planning;
using SynthData.Rules.Validation;

namespace SynthData.Run;

/// <summary>Makes values outside their range: a little, or by ten to a hundred times its width; below or above by even chances.</summary>
/// <param name="isFar">By how much.</param>
internal sealed class RangeFault(CellPlan cell, StreamKey stream, bool isFar) : FaultMaker
{
    private readonly RangeCells source = (RangeCells)cell.Source;
    private readonly GivenIndex given = GivenIndex.For(((RangeCells)cell.Source).Given);
    private readonly (long Low, long High) limits = TypeLimits.Of(cell.Type);

    public override void Make(Frame frame, IReadOnlyList<int> rows, Column[] targets, Span<bool> made)
    {
        using GivenCases cases = given.Cases(frame);
        EndCells[] ends = [.. source.Ranges.Select(range => new EndCells(range, cell.Type, frame))];
        for (int index = 0; index < rows.Count; index++)
        {
            int row = rows[index];
            if (cases[row] < 0 || ends[cases[row]].StateOf(row) != CellState.Value)
                continue;
            made[index] = targets[0] is DoubleColumn reals
                ? SetReal(reals, row, frame.Rows[row], ends[cases[row]].Numbers(row))
                : SetWhole((Int64Column)targets[0], row, frame.Rows[row], ends[cases[row]].Units(row), Math.Max(source.Ranges[cases[row]].Step, 1));
        }
    }

    private bool SetWhole(Int64Column target, int row, long index, (long Low, long High) ends, long step)
    {
        // In steps of the grid, which a range that ends between two of them does not quite fill.
        Int128 width = ((Int128)ends.High - ends.Low) / step;
        ulong span = (ulong)Int128.Min((width < 9 ? 9 : width) * (isFar ? 90 : 1), long.MaxValue);
        Int128 steps = 1 + (Int128)stream.Below(span, index, 0, 1) + (isFar ? (width < 9 ? 9 : width) * 10 : 0);
        bool isBelow = stream.Word(index, 0, 2) % 2 == 0;
        Int128 below = ends.Low - (steps * step);
        Int128 above = ends.High + (steps * step);
        Int128 chosen = (isBelow && below >= limits.Low) || above > limits.High ? below : above;
        if (chosen < limits.Low || chosen > limits.High)
            return false;
        target[row] = (long)chosen;
        return true;
    }

    private bool SetReal(DoubleColumn target, int row, long index, (double Low, double High) ends)
    {
        double width = ends.High > ends.Low ? ends.High - ends.Low : 1;
        double share = stream.Uniform(index, 0, 1);
        double distance = width * (isFar ? 10 + (90 * share) : share);
        double chosen = stream.Word(index, 0, 2) % 2 == 0 ? ends.Low - distance : ends.High + distance;
        bool isOutside = double.IsFinite(chosen) && (chosen < ends.Low || chosen > ends.High);
        if (isOutside)
            target[row] = chosen;
        return isOutside;
    }
}

/// <summary>Makes values that are none of the column's.</summary>
internal sealed class UnlistedFault(CellPlan cell, StreamKey stream) : FaultMaker
{
    private readonly Column values = UnlistedValues.Of(((CategoryCells)cell.Source).Values, cell.Type);

    public override void Make(Frame frame, IReadOnlyList<int> rows, Column[] targets, Span<bool> made)
    {
        foreach (int row in rows)
            targets[0].Copy(values, (int)stream.Below((ulong)values.Count, frame.Rows[row], 0, 1), row);
        made.Fill(true);
    }
}
