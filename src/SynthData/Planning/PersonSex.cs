using SynthData.Diagnostics;

namespace SynthData.Planning;

/// <summary>Lets one column that gives the sex of a person give it to whatever else the row tells of them.</summary>
internal static class PersonSex
{
    public static void Share(PlanDraft plan, TableDraft table)
    {
        bool isPlain = table.WeightedSexes.Count == 0 && !table.Cells.Any(cell => cell.Source is SemanticCells { Of: not null });
        if (plan.Schema.Generator == 1 && isPlain)
        {
            ShareAsFirst(table);
            return;
        }

        var people = table.Cells.Where(cell => cell.Source is SemanticCells { Type.FollowsSex: true })
            .GroupBy(cell => Of(cell).Of ?? "", StringComparer.Ordinal);
        foreach (IGrouping<string, CellDraft> person in people)
            Share(plan, table, person);
    }

    // What is given for the sake of its nulls gives a sex only where no other column does.
    private static void Share(PlanDraft plan, TableDraft table, IGrouping<string, CellDraft> person)
    {
        CellDraft[] givers = [.. person.Where(cell => Of(cell).SexSlot is not null).OrderBy(IsForNulls)];
        if (givers.Length == 0 && !table.WeightedSexes.ContainsKey(person.Key))
            return;

        int given = table.WeightedSexes.TryGetValue(person.Key, out int weighted) ? weighted : Of(givers[0]).SexSlot!.Value;
        foreach (CellDraft other in givers.Where(cell => Of(cell).SexSlot != given && !IsForNulls(cell)))
            plan.Bag.Add(LocaleDiagnostics.TwoSexes, other.Column!.Position, $"{table.Name}.{other.Name}", table.Cells[given].Name);
        foreach (CellDraft cell in person.Where(cell => Of(cell).SexSlot != given))
            Follow(cell, given);
    }

    // The first generator looked at all columns of the row at once and let each that is given one follow its own.
    private static void ShareAsFirst(TableDraft table)
    {
        int? given = table.Cells.Select(cell => (cell.Source as SemanticCells)?.SexSlot).FirstOrDefault(slot => slot is not null);
        foreach (CellDraft cell in table.Cells.Where(cell => given is not null && cell.Source is SemanticCells { SexSlot: null, Type.FollowsSex: true }))
            Follow(cell, given!.Value);
    }

    private static void Follow(CellDraft cell, int slot)
    {
        cell.Source = Of(cell) with { SexSlot = slot };
        cell.Reads(slot);
    }

    private static bool IsForNulls(CellDraft cell) => cell.Column!.Nulls is { Shares.IsConditional: true };

    private static SemanticCells Of(CellDraft cell) => (SemanticCells)cell.Source!;
}
