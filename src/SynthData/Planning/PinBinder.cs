using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Binds pinned rows: each cell to its column's type, and to what its source allows as far as that is known without rows.</summary>
internal sealed class PinBinder(PlanDraft plan, TableDraft table)
{
    public void Bind()
    {
        ImmutableArray<ListedRow> rows = table.Schema.Pinned;
        foreach (string name in rows.SelectMany(row => row.Columns).Distinct(StringComparer.Ordinal))
        {
            if (table.Find(name) is { Source: not null } cell)
                BindColumn(cell, rows);
        }

        foreach (IGrouping<int, CellDraft> tuple in table.Cells.Where(cell => cell is { Pins: not null, Source: TupleCells }).GroupBy(cell => ((TupleCells)cell.Source!).RowSlot))
            BindTuples(table.Cells[tuple.Key], [.. tuple]);
        foreach (ReferenceDraft reference in table.References)
            CheckWhole(reference, rows);
        if (table.Schema.Coverage is { } coverage)
            new CoverageBinder(plan, table).Bind(coverage);
        foreach (CellDraft cell in table.Cells.Where(cell => cell.Pins is not null))
            CountTowardShares(cell, cell.Pins!);
    }

    // Rows whose cell is given are taken out of the cut, and what they hold out of its shares.
    private static void CountTowardShares(CellDraft cell, PinnedCells pins)
    {
        int[] places = [.. Enumerable.Range(0, pins.Rows.Length)];
        if (cell.Source is CategoryCells { Exact: { } cut } category)
        {
            var given = places.Where(place => !pins.Cells.IsNull(place)).Select(place => (pins.Rows[place], Value(category.Values, pins, place)));
            cell.Source = category with { Exact = cut with { Fixed = [.. given] } };
        }

        if (cell.Nulls is { Exact: { } nulls })
            cell.Nulls = cell.Nulls with { Exact = nulls with { Fixed = [.. places.Select(place => (pins.Rows[place], pins.Cells.IsNull(place) ? 0 : 1))] } };
    }

    private static int Value(LiteralCells values, PinnedCells pins, int place) => pins.Cells is Int64Column numbers && values.Cells is Int64Column list
        ? list.Cells.IndexOf(numbers[place])
        : values.Texts.IndexOf(pins.Texts[place]);

    private void BindColumn(CellDraft cell, ImmutableArray<ListedRow> rows)
    {
        string name = $"{table.Name}.{cell.Name}";
        (int Index, SchemaScalar Scalar)[] pins = [.. rows.Select((row, index) => (index, row.Cells.GetValueOrDefault(cell.Name)!)).Where(pin => pin.Item2 is not null)];
        if (WhyNot(cell) is var (why, instead))
        {
            if (pins.FirstOrDefault(pin => !rows[pin.Index].IsWhole) is { Scalar: { } pinned })
                plan.Bag.Add(ListDiagnostics.PinRefused, pinned.Position, name, why, instead);
            return;
        }

        int before = plan.Bag.Count;
        LiteralCells values = LiteralBinder.Bind([.. pins.Select(pin => pin.Scalar)], cell.Type!.Value, name, plan.Bag);
        if (plan.Bag.Count > before)
            return;
        cell.Pins = new PinnedCells([.. pins.Select(pin => (long)pin.Index)], values.Cells, values.Texts, [.. pins.Select(pin => pin.Scalar.Position)]);
        if (cell.Source is CategoryCells category)
            cell.Pins = Listed(cell.Pins, category.Values, name);
        CheckKey(cell, cell.Pins, name);
    }

    // What other rows have, or what follows from other cells, cannot be said for one row alone.
    private (string Why, string Instead)? WhyNot(CellDraft cell) => cell.Source switch
    {
        FaultLabelCells => ("marks faults, which are drawn", "Remove it."),
        ExpressionCells or TemplateCells or ObjectCells => ("is computed from other cells", "Pin the cells it is computed from."),
        ModelCells => ("is a prompt, which is answered for the row", "Pin the cells that the prompt mentions."),
        _ when cell.Column?.Source is PromptSource => ("is a prompt, which is answered for the row", "Pin the cells that the prompt mentions."),
        RangeCells { IsOrdered: true } or TimeSeriesCells or NumberSeriesCells or AnomalyLabelCells => ("is in order along the rows of a parent", "Remove the pin, or `ordered`."),
        PositionCells => ("counts the rows of a parent", "Remove it."),
        LookupCells lookup when lookup.RowSlot == table.Per?.RowSlot => ("holds the `per` parent, which the counts give", "Remove it."),
        LookupCells lookup => table.Cells[lookup.RowSlot].Source switch
        {
            ReferenceRowCells { IsDistinct: true } => ("does not repeat within a parent, so another row may already have it", "Remove the pin, or `distinct`."),
            ReferenceRowCells { Filter: not null } => ("has `where`, which picks among the parents for each row", "Remove the pin, or `where`."),
            ReferenceRowCells { IsOneToOne: true } => ("refers to every parent once, so another row has it", "Remove the pin, or `unique`."),
            _ => null,
        },
        CategoryCells { Exact: { } cut } when IsNested(table, cut) => ("is exact within groups, whose sizes a pin would change", "Remove the pin, or `exact`."),
        _ when cell.Nulls?.Exact is { } cut && IsNested(table, cut) => ("has exact nulls within groups, whose sizes a pin would change", "Remove the pin, or `exact`."),
        _ => null,
    };

    /// <summary>Says whether a cut is made within the groups of another, or another within its own.</summary>
    public static bool IsNested(TableDraft table, ExactCut cut) =>
        cut.Within is not null || table.Cells.Any(other => other.Source is CategoryCells { Exact.Within: { } within } && ReferenceEquals(within, cut));

    // As codes of the column's own list, so that its cells stay codes.
    private PinnedCells Listed(PinnedCells pins, LiteralCells values, string name)
    {
        Column cells = Column.For(table.Find(name[(table.Name.Length + 1)..])!.Type!.Value);
        cells.Reset(pins.Rows.Length);
        if (cells is TextColumn text && values.Cells is TextColumn { Pool: { } pool })
            text.UsePool(pool);
        for (int place = 0; place < pins.Rows.Length; place++)
        {
            bool isNull = pins.Cells.IsNull(place);
            int found = isNull
                ? Enumerable.Range(0, values.Count).FirstOrDefault(values.Cells.IsNull, -1)
                : Enumerable.Range(0, values.Count).FirstOrDefault(index => !values.Cells.IsNull(index) && values.Texts[index] == pins.Texts[place], -1);
            if (found >= 0)
                cells.Copy(values.Cells, found, place);
            else if (isNull)
                cells.States[place] = CellState.Null;              // `nulls` or `when` may make it so
            else
                plan.Bag.Add(
                    ListDiagnostics.PinNotListed, pins.Positions[place], name, pins.Texts[place], Suggestion.For(pins.Texts[place], values.Texts),
                    string.Join(", ", values.Texts.Take(12)) + (values.Count > 12 ? ", …" : ""));
        }

        return pins with { Cells = cells };
    }

    private void CheckKey(CellDraft cell, PinnedCells pins, string name)
    {
        if (!cell.IsUnique && !cell.IsKey)
            return;
        bool standsAlone = cell.IsUnique || table.Schema.Key.Length == 1;
        var seen = new Dictionary<string, long>(StringComparer.Ordinal);
        for (int place = 0; place < pins.Rows.Length; place++)
        {
            if (pins.Cells.IsNull(place) && cell.IsKey)
                plan.Bag.Add(ListDiagnostics.PinCollides, pins.Positions[place], name, "null", "a key is never null");
            else if (!pins.Cells.IsNull(place) && standsAlone && !seen.TryAdd(pins.Texts[place], pins.Rows[place]))
                plan.Bag.Add(ListDiagnostics.PinCollides, pins.Positions[place], name, pins.Texts[place], $"pinned row {seen[pins.Texts[place]] + 1} has it already");
        }
    }

    // The pinned cells of a row must name one tuple.
    private void BindTuples(CellDraft row, ImmutableArray<CellDraft> cells)
    {
        var found = new List<(long Row, int Tuple, SourcePosition Position)>();
        foreach (long index in cells.SelectMany(cell => cell.Pins!.Rows).Distinct().Order())
        {
            CellDraft[] pinned = [.. cells.Where(cell => cell.Pins!.Find(index) >= 0)];
            int count = ((CategoryCells)row.Source!).Values.Count;
            int[] tuples = [.. Enumerable.Range(0, count).Where(tuple => Array.TrueForAll(pinned, cell => Holds(cell, index, tuple))).Take(2)];
            SourcePosition position = pinned[0].Pins!.Positions[pinned[0].Pins!.Find(index)];
            string names = string.Join(", ", pinned.Select(cell => cell.Name));
            string values = string.Join(", ", pinned.Select(cell => cell.Pins!.Texts[cell.Pins.Find(index)]));
            if (tuples.Length == 1)
                found.Add((index, tuples[0], position));
            else if (tuples.Length == 0 && Array.TrueForAll(pinned, cell => cell.Pins!.Cells.IsNull(cell.Pins.Find(index))) && pinned.Length == row.Fills(table).Count())
                found.Add((index, -1, position));
            else
                plan.Bag.Add(
                    ListDiagnostics.PinNotListed, position, $"{table.Name}.{names}", values, "",
                    tuples.Length == 0 ? "its tuples, none of which has these" : "its tuples, several of which have these: pin all of its columns");
        }

        if (found.Count == 0)
            return;
        var numbers = new Int64Column();
        numbers.Reset(found.Count);
        for (int place = 0; place < found.Count; place++)
        {
            numbers[place] = found[place].Tuple;
            numbers.States[place] = found[place].Tuple < 0 ? CellState.Null : CellState.Value;
        }

        row.Pins = new PinnedCells([.. found.Select(one => one.Row)], numbers, [.. found.Select(one => $"tuple {one.Tuple + 1}")], [.. found.Select(one => one.Position)]);
    }

    private static bool Holds(CellDraft cell, long row, int tuple)
    {
        LiteralCells values = ((TupleCells)cell.Source!).Values;
        int place = cell.Pins!.Find(row);
        return cell.Pins.Cells.IsNull(place) ? values.Cells.IsNull(tuple) : !values.Cells.IsNull(tuple) && values.Texts[tuple] == cell.Pins.Texts[place];
    }

    // The columns of a composite reference name a parent together.
    private void CheckWhole(ReferenceDraft reference, ImmutableArray<ListedRow> rows)
    {
        foreach (ListedRow row in rows)
        {
            string[] pinned = [.. reference.Column.Names.Where(row.Cells.ContainsKey)];
            bool[] nulls = [.. pinned.Select(name => row.Cells[name].IsNull).Distinct()];
            if (pinned.Length > 0 && (pinned.Length < reference.Column.Names.Length || nulls.Length > 1))
            {
                plan.Bag.Add(
                    ListDiagnostics.PinRefused, row.Cells[pinned[0]].Position, $"{table.Name}.{pinned[0]}", $"refers to a row of '{reference.Parent.Name}' together with others",
                    $"Pin all of {string.Join(", ", reference.Column.Names)}, or none.");
            }
        }
    }
}
