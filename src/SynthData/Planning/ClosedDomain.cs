using System.Collections.Immutable;
using System.Globalization;
using SynthData.Batches;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>The columns whose values are a closed list: <c>values</c>, constants, listed rows, booleans, positions of a fixed count.</summary>
internal static class ClosedDomain
{
    /// <summary>The values a slot can have, as CSV writes them; null for an open one or one that can be null.</summary>
    public static ImmutableArray<string>? Of(TableDraft table, int slot)
    {
        CellDraft cell = table.Cells[slot];
        if (cell.When is not null || cell.Column?.When is not null || cell.Column?.Nulls is not null)
            return null;
        return cell.Source switch
        {
            CategoryCells category => WithoutNull(category),
            TupleCells tuple => tuple.Values.Cells.States.Contains(CellState.Null) ? null : [.. tuple.Values.Texts.Distinct()],
            ListedCells listed => listed.Values.Cells.States.Contains(CellState.Null) ? null : [.. listed.Values.Texts.Distinct()],
            LookupCells lookup when !IsOptional(table, lookup.RowSlot) => Of(table.Plan.Tables[lookup.ParentTable], lookup.ParentSlot),
            PositionCells => Positions(table),
            CasesCells cases => OfCases(cases),
            _ => cell.Type == ColumnType.Bool ? ["false", "true"] : null,
        };
    }

    /// <summary>The combinations that can happen: where one column is itself given another of them, only its own values.</summary>
    public static IEnumerable<ImmutableArray<string>> Combinations(TableDraft table, ImmutableArray<int> slots, ImmutableArray<ImmutableArray<string>> domains)
    {
        IEnumerable<ImmutableArray<string>> combinations = [[]];
        for (int index = 0; index < slots.Length; index++)
        {
            ImmutableArray<string> domain = domains[index];
            combinations = combinations.SelectMany(head => domain.Select(value => head.Add(value)));
        }

        ImmutableArray<TupleTexts> tuples = TupleTexts.Of(table, slots);
        return combinations.Where(combination => IsReachable(table, slots, combination) && tuples.All(one => one.Hold(combination)));
    }

    private static bool IsReachable(TableDraft table, ImmutableArray<int> slots, ImmutableArray<string> combination)
    {
        for (int index = 0; index < slots.Length; index++)
        {
            if (table.Cells[slots[index]].Source is not CategoryCells { Given: { Slots.Length: 1 } given } category)
                continue;
            int condition = slots.IndexOf(given.Slots[0]);
            if (condition < 0)
                continue;
            int found = given.Keys.Select(key => key[0]).ToList().IndexOf(combination[condition]);
            found = found >= 0 ? found : given.Otherwise;
            if (found < 0 || !category.Cases[found].Indices.Any(value => category.Values.Texts[value] == combination[index]))
                return false;
        }

        return true;
    }

    private static ImmutableArray<string>? WithoutNull(CategoryCells category) =>
        category.Values.Cells.States.Contains(CellState.Null) ? null : category.Values.Texts;

    // Without an `else` a row may fall through to null.
    private static ImmutableArray<string>? OfCases(CasesCells cases)
    {
        if (cases.Cases[^1].When is not null)
            return null;
        ImmutableArray<string>?[] domains = [.. cases.Cases.Select(one => one.Source is CategoryCells category ? WithoutNull(category) : null)];
        return domains.All(domain => domain is not null) ? [.. domains.SelectMany(domain => domain!.Value).Distinct()] : null;
    }

    private static bool IsOptional(TableDraft table, int rowSlot)
    {
        CellDraft row = table.Cells[rowSlot];
        return row.When is not null || row.Nulls is not null || row.Source is KeyRowCells or ReferenceRowCells { IsEarlier: true }
            || table.References.Any(reference => reference.RowSlot == rowSlot && (reference.Column.When is not null || reference.Column.Nulls is not null));
    }

    private static ImmutableArray<string>? Positions(TableDraft table) =>
        table.Per?.Rows is { Total: null, Count.Shape: { IsConditional: false, Otherwise: CountValue { Value: var count } } }
            && int.TryParse(count.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int rows) && rows <= 1000
            ? [.. Enumerable.Range(1, rows).Select(number => number.ToString(CultureInfo.InvariantCulture))]
            : null;
}
