using SynthData.Batches;
using SynthData.Numerics;
using SynthData.Planning;

namespace SynthData.Sources.Local;

/// <summary>Draws values by weight.</summary>
/// <remarks>
/// <para>Drawn: one word a cell through an alias table of the row's case.</para>
/// <para>Nulls: a null among the values is a value like any other.</para>
/// <para>Errors: none; a case without weight is refused by the plan (SD2021).</para>
/// </remarks>
internal sealed class CategoryFiller : ICellFiller
{
    private readonly StreamKey stream;
    private readonly LiteralCells values;
    private readonly GivenIndex given;
    private readonly AliasTable[] tables;
    private readonly int[][] indices;

    public CategoryFiller(StreamKey stream, CategoryCells plan)
    {
        this.stream = stream;
        values = plan.Values;
        given = GivenIndex.For(plan.Given);
        tables = [.. plan.Cases.Select(cells => new AliasTable(cells.Weights.AsSpan()))];
        indices = [.. plan.Cases.Select(cells => cells.Indices.ToArray())];
    }

    public void Fill(in FillRows rows, Frame frame, Column target)
    {
        LiteralCopy.Prepare(values, target);
        using GivenCases cases = given.Cases(frame);
        using var words = new Rented<ulong>(rows.Count);
        using var places = new Rented<int>(rows.Count);
        rows.Words(stream, 0, words.Span);
        if (cases.IsSame)
            tables[0].Sample(words.Span, indices[0], places.Span);
        else
            Sample(words.Span, cases, places.Span);
        target.Gather(values.Cells, places.Span);
    }

    private void Sample(ReadOnlySpan<ulong> words, GivenCases cases, Span<int> places)
    {
        for (int row = 0; row < words.Length; row++)
        {
            int found = cases[row];
            places[row] = found < 0 ? -1 : indices[found][tables[found].Sample(words[row])];
        }
    }
}
