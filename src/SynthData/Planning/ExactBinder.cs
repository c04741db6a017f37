using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Planning;

/// <summary>Binds exact shares: cuts of the whole table, or of the groups that other exact columns make.</summary>
internal sealed class ExactBinder(PlanDraft plan, TableDraft table)
{
    /// <summary>Gives null, and tells why, where the groups are not exact themselves.</summary>
    /// <param name="stream">The stream that keys the permutation.</param>
    /// <param name="selector">The condition, or null for the whole table.</param>
    /// <param name="weights">Weights by case of the condition, all of one length.</param>
    public ExactCut? Bind(string stream, GivenSelector? selector, ImmutableArray<ImmutableArray<decimal>> weights, SourcePosition position, string name)
    {
        if (selector is null)
            return new ExactCut(stream, null, [weights[0]]);

        // The condition must be the innermost exact column, listed last; what that one is given comes before it, in order.
        CellDraft last = table.Cells[selector.Slots[^1]];
        if (last is not { Source: CategoryCells { Exact: { } within }, When: null, Nulls: null } || !Chain(last).SequenceEqual(selector.Slots))
        {
            plan.Bag.Add(PlanDiagnostics.ExactGivenNotExact, position, name, last.Name);
            return null;
        }

        var cases = ImmutableArray.CreateBuilder<ImmutableArray<decimal>>();
        foreach (string[] leaf in Leaves(last))
        {
            int found = selector.Keys.ToList().FindIndex(key => key.SequenceEqual(leaf));
            found = found >= 0 ? found : selector.Otherwise;
            cases.Add(found < 0 ? [.. weights[0].Select(_ => 0m)] : weights[found]);
        }

        return new ExactCut(stream, within, cases.ToImmutable());
    }

    /// <summary>The slots an exact column's cut is nested in, outermost first, itself last.</summary>
    private static IEnumerable<int> Chain(CellDraft cell)
    {
        var category = (CategoryCells)cell.Source!;
        return category.Given is null ? [cell.Slot] : category.Given.Slots.Append(cell.Slot);
    }

    /// <summary>The value combinations of an exact column's chain, in the order of its cuts.</summary>
    private IEnumerable<string[]> Leaves(CellDraft cell)
    {
        var category = (CategoryCells)cell.Source!;
        int count = category.Exact!.Cases[0].Length;
        IEnumerable<string[]> outer = category.Given is null ? [[]] : Leaves(table.Cells[category.Given.Slots[^1]]);
        return outer.SelectMany(head => Enumerable.Range(0, count).Select(value => (string[])[.. head, category.Values.Texts[value]]));
    }
}
