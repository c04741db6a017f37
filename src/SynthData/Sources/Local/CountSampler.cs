using SynthData.Batches;
using SynthData.Numerics;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Sources.Local;

/// <summary>Draws how many children each parent has.</summary>
/// <remarks>One word a parent, keyed by the parent's row index; a count is never redrawn.</remarks>
internal sealed class CountSampler
{
    private readonly CountPlan plan;
    private readonly StreamKey stream;
    private readonly GivenIndex given;
    private readonly ExactCells? exact;
    private readonly object[] shapes;

    public CountSampler(CountPlan plan, Func<string, StreamKey> key, long parents)
    {
        this.plan = plan;
        stream = key(plan.Stream);
        given = GivenIndex.For(plan.Given);
        exact = plan.Exact is null ? null : new ExactCells(plan.Exact, key, parents);
        shapes = [.. plan.Shapes.Select(object (shape) => shape switch
        {
            CountDraw draw => new GridSampler(ColumnType.Int64, draw.Range, draw.Range.Low.Units, draw.Range.High.Units),
            CountChoice choice => new AliasTable(choice.Weights.AsSpan()),
            _ => shape,
        })];
    }

    /// <summary>Writes a count for each parent; -1 where an expression failed or gave less than 0 or far too many.</summary>
    public void Count(ReadOnlySpan<long> parents, Frame frame, Span<long> counts)
    {
        using GivenCases cases = given.Cases(frame);
        Int64Column?[] computed = [.. plan.Shapes.Select(shape => Evaluate(shape, frame))];
        for (int row = 0; row < parents.Length; row++)
        {
            int found = cases[row];
            counts[row] = found < 0 ? 0 : plan.Shapes[found] switch
            {
                CountDraw => ((GridSampler)shapes[found]).Sample(stream.Word(parents[row], 0, 0)),
                CountChoice choice when exact is not null => choice.Values[exact.Value(parents[row])],
                CountChoice choice => choice.Values[((AliasTable)shapes[found]).Sample(stream.Word(parents[row], 0, 0))],
                _ => Computed(computed[found]!, row),
            };
        }
    }

    // Null counts as 0.
    private static long Computed(Int64Column counts, int row) => counts.States[row] switch
    {
        CellState.Null => 0,
        CellState.Error => -1,
        _ => counts[row] is >= 0 and <= CountPlan.MaxPerParent ? counts[row] : -1,
    };

    private static Int64Column? Evaluate(CountShapePlan shape, Frame frame)
    {
        if (shape is not CountExpression expression)
            return null;
        var counts = new Int64Column();
        expression.Expression.EvaluateInto(frame, counts, ColumnType.Int64);
        return counts;
    }
}
