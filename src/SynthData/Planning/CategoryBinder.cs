using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Binds <c>values</c> and <c>constant</c>.</summary>
internal sealed class CategoryBinder(PlanDraft plan)
{
    public BoundSource? Bind(TableDraft table, CellDraft cell, ValuesSource source, ColumnType? written, string name)
    {
        SchemaScalar[] scalars = [.. source.Values.All.SelectMany(list => list.Values).Select(weighted => weighted.Value)];
        ColumnType type = written ?? LiteralBinder.Infer(scalars);

        // One pool for all cases, each value once, so that codes mean the same whatever the condition.
        SchemaScalar[] distinct = [.. scalars.DistinctBy(scalar => (scalar.Text, scalar.IsNull))];
        LiteralCells values = LiteralBinder.Bind(distinct, type, name, plan.Bag);
        Dictionary<(string, bool), int> index = distinct.Select((scalar, i) => (scalar, i)).ToDictionary(p => (p.scalar.Text, p.scalar.IsNull), p => p.i);

        var given = new GivenBinder(plan, table, name);
        (GivenSelector? selector, ImmutableArray<object?> bound) = given.Bind(source.Given, source.Values, list => Weights(list, index, name));
        ImmutableArray<WeightedCells> cases = [.. bound.OfType<WeightedCells>()];
        if (cases.Length != bound.Length || (source.Given.Length > 0 && selector is null))
            return null;

        ExactCut? exact = source.IsExact ? Exact(table, cell, source, selector, cases, name) : null;
        return new BoundSource(new CategoryCells(values, selector, cases, exact), type, selector?.Slots ?? [], "values")
        {
            Detail = string.Join(", ", distinct.Take(5).Select(scalar => scalar.Text)) + (distinct.Length > 5 ? ", …" : "") + (source.IsExact ? ", exact" : ""),
        };
    }

    public BoundSource Constant(SchemaScalar scalar, ColumnType? written, string name)
    {
        ColumnType type = written ?? LiteralBinder.Infer([scalar]);
        LiteralCells value = LiteralBinder.Bind([scalar], type, name, plan.Bag);
        return new BoundSource(new CategoryCells(value, null, [new WeightedCells([0], [1])], null), type, [], "constant") { Detail = scalar.Text };
    }

    private WeightedCells? Weights(ValueList list, Dictionary<(string, bool), int> index, string name)
    {
        if (list.Values.All(weighted => weighted.Weight == 0))
        {
            plan.Bag.Add(PlanDiagnostics.WeightsAreNothing, list.Position, name);
            return null;
        }

        return new WeightedCells(
            [.. list.Values.Select(weighted => index[(weighted.Value.Text, weighted.Value.IsNull)])], [.. list.Values.Select(weighted => weighted.Weight)]);
    }

    private ExactCut? Exact(TableDraft table, CellDraft cell, ValuesSource source, GivenSelector? selector, ImmutableArray<WeightedCells> cases, string name)
    {
        if (selector is null)
            return new ExactCut(cell.Stream, null, [Full(cases[0], AllCount(cases))]);

        // The condition must be the innermost exact column, listed last; what that one is given comes before it, in order.
        CellDraft last = table.Cells[selector.Slots[^1]];
        if (last.Source is not CategoryCells { Exact: { } within } || !Chain(table, last).SequenceEqual(selector.Slots))
        {
            plan.Bag.Add(PlanDiagnostics.ExactGivenNotExact, source.Position, name, last.Name);
            return null;
        }

        var leaves = Leaves(table, last).ToList();
        var weights = ImmutableArray.CreateBuilder<ImmutableArray<decimal>>();
        foreach (string[] leaf in leaves)
        {
            int found = selector.Keys.ToList().FindIndex(key => key.SequenceEqual(leaf));
            found = found >= 0 ? found : selector.Otherwise;
            weights.Add(found < 0 ? [.. Enumerable.Repeat(0m, AllCount(cases))] : Full(cases[found], AllCount(cases)));
        }

        return new ExactCut(cell.Stream, within, weights.ToImmutable());
    }

    private static int AllCount(ImmutableArray<WeightedCells> cases) => cases.SelectMany(c => c.Indices).Max() + 1;

    private static ImmutableArray<decimal> Full(WeightedCells cells, int count)
    {
        var weights = new decimal[count];
        for (int i = 0; i < cells.Indices.Length; i++)
            weights[cells.Indices[i]] += cells.Weights[i];
        return [.. weights];
    }

    /// <summary>The slots an exact column's cut is nested in, outermost first, itself last.</summary>
    private static IEnumerable<int> Chain(TableDraft table, CellDraft cell)
    {
        var category = (CategoryCells)cell.Source!;
        return category.Given is null ? [cell.Slot] : category.Given.Slots.Append(cell.Slot);
    }

    /// <summary>The value combinations of an exact column's chain, in the order of its cuts.</summary>
    private static IEnumerable<string[]> Leaves(TableDraft table, CellDraft cell)
    {
        var category = (CategoryCells)cell.Source!;
        int count = category.Exact!.Cases[0].Length;
        IEnumerable<string[]> outer = category.Given is null ? [[]] : Leaves(table, table.Cells[category.Given.Slots[^1]]);
        return outer.SelectMany(head => Enumerable.Range(0, count).Select(value => (string[])[.. head, category.Values.Texts[value]]));
    }
}
