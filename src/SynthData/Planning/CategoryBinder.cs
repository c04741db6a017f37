using System.Collections.Immutable;
using SynthData.Batches;
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
        CheckRepeats(source.Values, index, values, type, name);

        var given = new GivenBinder(plan, table, name);
        (GivenSelector? selector, ImmutableArray<object?> bound) = given.Bind(source.Given, source.Values, list => Weights(list, index, name));
        ImmutableArray<WeightedCells> cases = [.. bound.OfType<WeightedCells>()];
        if (cases.Length != bound.Length || (source.Given.Length > 0 && source.Values.IsConditional && selector is null))
            return null;

        ExactCut? exact = null;
        if (source.IsExact)
        {
            exact = new ExactBinder(plan, table).Bind(cell.Stream, selector, [.. cases.Select(c => c.Full(distinct.Length))], source.Position, name);
            if (exact is null)
                return null;
        }

        return new BoundSource(new CategoryCells(values, selector, cases, exact), type, selector?.Slots ?? [], "values")
        {
            Detail = string.Join(", ", distinct.Take(5).Select(scalar => scalar.Text)) + (distinct.Length > 5 ? ", …" : "") + (source.IsExact ? ", exact" : "")
                + string.Concat(source.Values.All.Select(list => list.File?.Path).Distinct().Where(path => path is not null).Select(path => $", from {path}")),
        };
    }

    public BoundSource Constant(SchemaScalar scalar, ColumnType? written, string name)
    {
        ColumnType type = written ?? LiteralBinder.Infer([scalar]);
        LiteralCells value = LiteralBinder.Bind([scalar], type, name, plan.Bag);
        return new BoundSource(new CategoryCells(value, null, [new WeightedCells([0], [1])], null), type, [], "constant") { Detail = scalar.Text };
    }

    // Reading has told of texts that stand twice; here are those that are one value in two spellings.
    private void CheckRepeats(GivenOption<ValueList> lists, Dictionary<(string, bool), int> index, LiteralCells values, ColumnType type, string name)
    {
        if (values.Cells is TextColumn)
            return;
        foreach (ValueList list in lists.All)
        {
            var seen = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (SchemaScalar scalar in list.Values.Select(weighted => weighted.Value).Where(scalar => !scalar.IsNull))
            {
                int place = index[(scalar.Text, false)];
                if (values.Cells.IsNull(place))
                    continue;
                string value = CellText.Format(values.Cells, place, type);
                if (!seen.TryAdd(value, scalar.Text) && seen[value] != scalar.Text)
                    plan.Bag.Add(PlanDiagnostics.ValueRepeated, scalar.Position, name, seen[value], scalar.Text);
            }
        }
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
}
