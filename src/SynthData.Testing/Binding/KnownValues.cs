using SynthData.Planning;

namespace SynthData.Testing.Binding;

/// <summary>The texts that a column can hold, where its source lists them.</summary>
internal static class KnownValues
{
    public static IEnumerable<string> Of(DatasetPlan plan, CellPlan cell) => cell.Source switch
    {
        CategoryCells category => Of(category.Values),
        ListedCells listed => Of(listed.Values),
        TupleCells tuple => Of(tuple.Values),
        CasesCells cases => cases.Cases.SelectMany(one => one.Source is CategoryCells category ? Of(category.Values) : []),
        LookupCells lookup => Of(plan, plan.Tables[lookup.ParentTable].Cells[lookup.ParentSlot]),
        _ => [],
    };

    private static IEnumerable<string> Of(LiteralCells values) =>
        Enumerable.Range(0, values.Count).Where(place => !values.Cells.IsNull(place)).Select(place => values.Texts[place]).Distinct(StringComparer.Ordinal);
}
