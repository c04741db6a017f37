using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Planning;

namespace SynthData.Rules.Validation;

/// <summary>Checks that cells are among the values listed, for the row's condition where there is one.</summary>
internal sealed class CategoryCheck : SourceCheck
{
    private const int MaxShown = 12;
    private readonly CategoryCells source;
    private readonly GivenIndex given;
    private readonly HashSet<UInt128>[] allowed;
    private readonly bool[] allowsNull;

    public CategoryCheck(CategoryCells source)
    {
        this.source = source;
        given = GivenIndex.For(source.Given);
        Column values = source.Values.Cells;
        allowed = [.. source.Cases.Select(branch => branch.Indices.Where(index => !values.IsNull(index)).Select(index => CellHash.OfAll([values], index)).ToHashSet())];
        allowsNull = [.. source.Cases.Select(branch => branch.Indices.Any(values.IsNull))];
    }

    public override ImmutableArray<int> Reads => source.Given?.Slots ?? [];

    /// <summary>Any value of any case, where the condition cannot be read.</summary>
    public static CategoryCells WithoutGiven(CategoryCells category) => AnyOf(category.Values);

    public static CategoryCells AnyOf(LiteralCells values) =>
        new(values, null, [new WeightedCells([.. Enumerable.Range(0, values.Count)], [.. Enumerable.Repeat(1m, values.Count)])], null);

    public override void Find(Frame frame, Column cells, Span<Misfit> found)
    {
        using GivenCases cases = given.Cases(frame);
        for (int row = 0; row < found.Length; row++)
        {
            CellState state = cells.States[row];
            int number = cases[row];
            if (number < 0 || state == CellState.Error)
                found[row] = default;                           // the condition's own value is not listed, which is told there
            else if (state == CellState.Null)
                found[row] = allowsNull[number] ? default : new Misfit(MisfitKind.Null, this);
            else
                found[row] = allowed[number].Contains(CellHash.OfAll([cells], row)) ? default : new Misfit(MisfitKind.Other, this);
        }
    }

    public override void Tell(CheckContext context, CellPlan cell, Frame frame, int row, MisfitKind kind) =>
        context.AddCell(DataDiagnostics.ValueUnlisted, cell, frame, row, () => [List(given.Cases(frame)[row])]);

    private string List(int number)
    {
        IEnumerable<string> texts = source.Cases[number].Indices.Select(index => source.Values.Texts[index]).Distinct();
        string list = string.Join(", ", texts.Take(MaxShown)) + (texts.Count() > MaxShown ? ", …" : "");
        if (source.Given is not { } selector)
            return list;
        return number == selector.Otherwise ? $"{list} (else)" : $"{list} (given {string.Join(", ", selector.Keys[number])})";
    }
}
