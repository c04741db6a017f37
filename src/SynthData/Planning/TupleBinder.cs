using System.Collections.Immutable;
using System.Globalization;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Binds <c>tuples</c>: one slot draws which tuple a row has, and each column takes its value from that.</summary>
internal sealed class TupleBinder(PlanDraft plan)
{
    public BoundSource? Bind(TableDraft table, CellDraft cell, ColumnSchema column, TuplesSource source)
    {
        string name = $"{table.Name}.{cell.Name}";
        ImmutableArray<WeightedTuple> tuples = [.. source.Tuples.All.SelectMany(list => list.Tuples).DistinctBy(Key, StringComparer.Ordinal)];
        if (Row(table, column, source, tuples) is not { } row)
            return null;

        int place = column.Names.IndexOf(cell.Name);
        SchemaScalar[] scalars = [.. tuples.Select(tuple => tuple.Cells[place])];
        ColumnType type = column.TypeOf(cell.Name) ?? LiteralBinder.Infer(scalars);
        LiteralCells values = LiteralBinder.Bind(scalars, type, name, plan.Bag);
        return new BoundSource(new TupleCells(row.Slot, values), type, [row.Slot], "tuples") { Detail = Describe(source, values) };
    }

    // Bound once for all columns; null where it is wrong, which is told with the first.
    private CellDraft? Row(TableDraft table, ColumnSchema column, TuplesSource source, ImmutableArray<WeightedTuple> tuples)
    {
        string name = $"#tuple:{column.StreamName}";
        if (table.FindSynthetic(name) is { } bound)
            return bound.Source is null ? null : bound;

        CellDraft row = table.Add(new CellDraft(table.Cells.Count, name, column.StreamName) { Type = ColumnType.Int64, IsBound = true, Keyword = "tuples" });
        string told = $"{table.Name}.{column.StreamName}";
        Dictionary<string, int> index = tuples.Select((tuple, place) => (Key: Key(tuple), place)).ToDictionary(one => one.Key, one => one.place, StringComparer.Ordinal);
        (GivenSelector? selector, ImmutableArray<object?> lists) = new GivenBinder(plan, table, told).Bind(source.Given, source.Tuples, list => Weights(list, index, told));
        ImmutableArray<WeightedCells> cases = [.. lists.OfType<WeightedCells>()];
        if (cases.Length != lists.Length || (source.Tuples.IsConditional && selector is null))
            return null;

        ExactCut? exact = null;
        if (source.IsExact)
        {
            exact = new ExactBinder(plan, table).Bind(row.Stream, selector, [.. cases.Select(one => one.Full(tuples.Length))], source.Position, told);
            if (exact is null)
                return null;
        }

        row.Source = new CategoryCells(Numbers(tuples.Length), selector, cases, exact);
        row.Reads((selector?.Slots ?? []).AsSpan());
        return row;
    }

    private WeightedCells? Weights(TupleList list, Dictionary<string, int> index, string name)
    {
        if (list.Tuples.All(tuple => tuple.Weight == 0))
        {
            plan.Bag.Add(PlanDiagnostics.WeightsAreNothing, list.Position, name);
            return null;
        }

        return new WeightedCells([.. list.Tuples.Select(tuple => index[Key(tuple)])], [.. list.Tuples.Select(tuple => tuple.Weight)]);
    }

    private static string Describe(TuplesSource source, LiteralCells values)
    {
        string[] shown = [.. values.Texts.Distinct().Take(6)];
        IEnumerable<string> files = source.Tuples.All.Select(list => list.File?.Path).OfType<string>().Distinct();
        return string.Join(", ", shown.Take(5)) + (shown.Length > 5 ? ", …" : "") + (source.IsExact ? ", exact" : "")
            + string.Concat(files.Select(path => $", from {path}"));
    }

    private static string Key(WeightedTuple tuple) =>
        string.Join('\u001f', tuple.Cells.Select(cell => cell.IsNull ? "\0" : cell.Text));

    private static LiteralCells Numbers(int count)
    {
        var cells = new Int64Column();
        cells.Reset(count);
        for (int place = 0; place < count; place++)
            cells[place] = place;
        return new LiteralCells(cells, [.. Enumerable.Range(0, count).Select(place => place.ToString(CultureInfo.InvariantCulture))]);
    }
}
