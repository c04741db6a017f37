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
        using GivenCases cases = given.Cases(frame);
        if (nulls is not null && exact is null)
            Draw(rows, cases, target.States);
        else if (nulls is not null)
            Cut(rows, target.States);
        if (Conditions.Evaluate(when, frame) is not { } holds)
            return;

        // Without the condition the cell is null, whatever was drawn for it.
        Span<CellState> states = target.States;
        for (int row = 0; row < states.Length; row++)
        {
            if (holds.States[row] != CellState.Value || holds[row] == 0)
                states[row] = holds.States[row] == CellState.Error ? CellState.Error : CellState.Null;
        }

        frame.Scratch.Return(holds);
    }

    private void Draw(in FillRows rows, GivenCases cases, Span<CellState> states)
    {
        using var words = new Rented<ulong>(rows.Count);
        rows.Words(stream, 0, words.Span);
        for (int row = 0; row < states.Length; row++)
        {
            double share = cases[row] < 0 ? 0 : nulls!.Shares[cases[row]];
            int isNull = -(StreamKey.ToUniform(words.Span[row]) < share ? 1 : 0);
            states[row] = (CellState)(((int)states[row] & ~isNull) | ((int)CellState.Null & isNull));
        }
    }

    private void Cut(in FillRows rows, Span<CellState> states)
    {
        for (int row = 0; row < states.Length; row++)
        {
            if (exact!.Value(rows.Indices[row]) == 0)
                states[row] = CellState.Null;
        }
    }
}
