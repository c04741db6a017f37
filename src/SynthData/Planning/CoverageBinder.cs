using System.Collections.Immutable;
using System.Globalization;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Binds <c>coverage</c>: gives the first rows behind the pinned ones every category, or every combination of several.</summary>
internal sealed class CoverageBinder(PlanDraft plan, TableDraft table)
{
    /// <summary>More rows to cover combinations are a slip.</summary>
    private const int MaxRows = 100_000;

    public void Bind(CoverageSchema coverage)
    {
        int before = plan.Bag.Count;
        CellDraft[] each = [.. Units(coverage.Each, coverage)];
        CellDraft[] all = [.. Units(coverage.All, coverage)];
        foreach (CellDraft unit in each.Intersect(all).Take(1))
            plan.Bag.Add(ListDiagnostics.CoverageRefused, coverage.Position, Name(unit), "stands under `all` too", "Remove it from `each`: every combination holds every value.");
        foreach (CellDraft unit in each)
            CheckGiven(unit, [], coverage);
        foreach (CellDraft unit in all)
            CheckGiven(unit, all, coverage);
        if (plan.Bag.Count > before)
            return;

        foreach (CellDraft unit in each)
            Give(unit, [.. Combinations([unit]).Select(one => one[0])], coverage);
        List<int[]> combinations = Combinations(all);
        if (combinations.Count > MaxRows)
            plan.Bag.Add(ListDiagnostics.CoverageRefused, coverage.Position, $"{table.Name} ({string.Join(", ", coverage.All)})", $"have more than {MaxRows} combinations", "Cover fewer columns together.");
        for (int place = 0; place < all.Length && combinations.Count <= MaxRows; place++)
            Give(all[place], [.. combinations.Select(one => one[place])], coverage);
    }

    // What decides a column's category: the column itself, or the slot that draws its tuple.
    private IEnumerable<CellDraft> Units(ImmutableArray<string> names, CoverageSchema coverage)
    {
        foreach (string name in names)
        {
            if (table.Find(name) is not { Source: not null } cell)
                continue;
            CellDraft unit = cell.Source is TupleCells tuple ? table.Cells[tuple.RowSlot] : cell;
            (string Why, string Instead)? why = unit.Source is not CategoryCells category ? ("has no list of categories", "Cover columns with `values` or `tuples`.")
                : unit.When is not null ? ("is null where its `when` does not hold", "Remove it from the coverage, or its `when`.")
                : category.Exact is { } cut && PinBinder.IsNested(table, cut) ? ("is exact within groups, whose sizes a covered row would change", "Remove it from the coverage, or `exact`.")
                : null;
            if (why is var (reason, instead))
                plan.Bag.Add(ListDiagnostics.CoverageRefused, coverage.Position, $"{table.Name}.{name}", reason, instead);
            else
                yield return unit;
        }
    }

    private void CheckGiven(CellDraft unit, CellDraft[] beside, CoverageSchema coverage)
    {
        foreach (int slot in ((CategoryCells)unit.Source!).Given?.Slots ?? [])
        {
            CellDraft given = table.Cells[slot];
            if (!beside.Contains(UnitOf(given)))
                plan.Bag.Add(
                    ListDiagnostics.CoverageRefused, coverage.Position, Name(unit), $"is given '{given.Name}', which is not covered beside it",
                    $"Write `all: [{given.Name}, {(unit.IsUnnamed ? unit.Stream : unit.Name)}]`.");
        }
    }

    private CellDraft UnitOf(CellDraft cell) => cell.Source is TupleCells tuple ? table.Cells[tuple.RowSlot] : cell;

    private string Name(CellDraft unit) => $"{table.Name}.{(unit.IsUnnamed ? unit.Stream : unit.Name)}";

    // Numbers of values, one for each unit; only what can be drawn.
    private List<int[]> Combinations(CellDraft[] units)
    {
        if (units.Length == 0)
            return [];
        units = [.. units.Distinct()];
        int[] order = [.. Enumerable.Range(0, units.Length).OrderBy(place => Depth(units[place]))];
        List<int[]> heads = [new int[units.Length]];
        foreach (int place in order)
        {
            List<int[]> longer = [];
            foreach (int[] head in heads)
            {
                foreach (int value in Values(units, head, place))
                {
                    int[] next = [.. head];
                    next[place] = value;
                    longer.Add(next);
                    if (longer.Count > MaxRows)
                        return longer;
                }
            }

            heads = longer;
        }

        return heads;
    }

    private int Depth(CellDraft unit) =>
        ((CategoryCells)unit.Source!).Given is { } given ? 1 + given.Slots.Max(slot => UnitOf(table.Cells[slot]).Source is CategoryCells ? Depth(UnitOf(table.Cells[slot])) : 0) : 0;

    private IEnumerable<int> Values(CellDraft[] units, int[] head, int place)
    {
        var category = (CategoryCells)units[place].Source!;
        int number = category.Given is { } given ? CaseOf(given, units, head) : 0;
        if (number < 0)
            return [];
        WeightedCells cells = category.Cases[number];
        return Enumerable.Range(0, cells.Indices.Length).Where(index => cells.Weights[index] > 0).Select(index => cells.Indices[index]);
    }

    private int CaseOf(GivenSelector given, CellDraft[] units, int[] head)
    {
        string[] texts = [.. given.Slots.Select(slot => Text(table.Cells[slot], head[Array.IndexOf(units, UnitOf(table.Cells[slot]))]) ?? "\0")];
        int found = given.Keys.ToList().FindIndex(key => key.SequenceEqual(texts));
        return found >= 0 ? found : given.Otherwise;
    }

    private static string? Text(CellDraft cell, int value)
    {
        LiteralCells values = cell.Source is TupleCells tuple ? tuple.Values : ((CategoryCells)cell.Source!).Values;
        return values.Cells.IsNull(value) ? null : values.Texts[value];
    }

    private void Give(CellDraft unit, ImmutableArray<int> values, CoverageSchema coverage)
    {
        LiteralCells literals = ((CategoryCells)unit.Source!).Values;
        Column cells = Column.For(unit.Type!.Value);
        cells.Reset(values.Length);
        if (cells is TextColumn text && literals.Cells is TextColumn { Pool: { } pool })
            text.UsePool(pool);
        for (int place = 0; place < values.Length; place++)
            cells.Copy(literals.Cells, values[place], place);
        long first = table.Schema.Pinned.Length;
        var given = new PinnedCells(
            [.. Enumerable.Range(0, values.Length).Select(place => first + place)], cells, [.. values.Select(value => literals.Texts[value])],
            [.. Enumerable.Repeat(coverage.Position, values.Length)]);
        unit.Pins = PinnedCells.Join(unit.Pins, given, Column.For(unit.Type!.Value));
        unit.Detail += string.Create(CultureInfo.InvariantCulture, $"{(unit.Detail.Length > 0 ? ", " : "")}covered in {values.Length} rows");
    }
}
