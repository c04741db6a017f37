using SynthData.Batches;
using SynthData.Expressions;
using SynthData.Numerics;
using SynthData.Planning;

namespace SynthData.Sources.Local;

/// <summary>Nulls the cells whose `when` is not TRUE, and the drawn share of the rest, each from a stream of its own.</summary>
internal sealed class NullMask : ICellMask
{
    private readonly BoundExpression? when;
    private readonly NullsPlan? nulls;
    private readonly StreamKey stream;
    private readonly GivenIndex given;
    private readonly ExactCells? exact;

    public NullMask(BoundExpression? when, NullsPlan? nulls, string column, Func<string, StreamKey> key, long count)
    {
        this.when = when;
        this.nulls = nulls;
        stream = key(column + "#nulls");
        given = GivenIndex.For(nulls is { IsExact: false } ? nulls.Given : null);
        exact = nulls?.Exact is { } cut ? new ExactCells(cut, key, count) : null;
    }

    public void Apply(in FillRows rows, Frame frame, Column target)
    {
        Int64Column? holds = Conditions.Evaluate(when, frame);
        using GivenCases cases = given.Cases(frame);
        for (int row = 0; row < rows.Count; row++)
        {
            if (holds is not null && (holds.States[row] != CellState.Value || holds[row] == 0))
                target.States[row] = holds.States[row] == CellState.Error ? CellState.Error : CellState.Null;
            else if (nulls is not null && IsNull(rows, row, cases))
                target.States[row] = CellState.Null;
        }
    }

    private bool IsNull(in FillRows rows, int row, GivenCases cases)
    {
        if (exact is not null)
            return exact.Value(rows.Indices[row]) == 0;
        return cases[row] >= 0 && stream.Uniform(rows.Indices[row], rows.Draws[row], 0) < nulls!.Shares[cases[row]];
    }
}
