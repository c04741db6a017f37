using SynthData.Batches;
using SynthData.Numerics;
using SynthData.Planning;

namespace SynthData.Sources.Local;

/// <summary>Draws values by weight so that a greater word gives a later value, as correlated columns need it.</summary>
/// <remarks>
/// <para>Order: that of the type; texts stand in the order written.</para>
/// <para>Drawn: one word a cell, looked up among the summed weights of the row's case.</para>
/// <para>Nulls: none.</para>
/// <para>Errors: none.</para>
/// </remarks>
internal sealed class OrderedCategoryFiller : ICellFiller
{
    private readonly CorrelatedWords source;
    private readonly LiteralCells values;
    private readonly GivenIndex given;
    private readonly int[][] indices;
    private readonly CumulativeTable[] sums;

    public OrderedCategoryFiller(CorrelatedWords source, CategoryCells plan)
    {
        this.source = source;
        values = plan.Values;
        given = GivenIndex.For(plan.Given);
        int[][] orders = [.. plan.Cases.Select(Order)];
        indices = [.. plan.Cases.Zip(orders, (cells, order) => order.Select(place => cells.Indices[place]).ToArray())];
        sums = [.. plan.Cases.Zip(orders, (cells, order) => new CumulativeTable([.. order.Select(place => (double)cells.Weights[place])], above: 0))];
    }

    public void Fill(in FillRows rows, Frame frame, Column target)
    {
        LiteralCopy.Prepare(values, target);
        using GivenCases cases = given.Cases(frame);
        using var words = new Rented<ulong>(rows.Count);
        source.Fill(rows, words.Span);
        for (int row = 0; row < rows.Count; row++)
        {
            int found = cases[row];
            if (found < 0)
                target.States[row] = CellState.Null;
            else
                target.Copy(values.Cells, indices[found][sums[found].Find(StreamKey.ToUniform(words.Span[row]))], row);
        }
    }

    // Values without weight are left out.
    private int[] Order(WeightedCells cells)
    {
        IEnumerable<int> places = Enumerable.Range(0, cells.Indices.Length).Where(place => cells.Weights[place] > 0);
        return values.Cells switch
        {
            Int64Column whole => [.. places.OrderBy(place => whole[cells.Indices[place]])],
            DoubleColumn real => [.. places.OrderBy(place => real[cells.Indices[place]])],
            _ => [.. places],
        };
    }
}
