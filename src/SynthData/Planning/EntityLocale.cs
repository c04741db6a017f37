using SynthData.Diagnostics;

namespace SynthData.Planning;

/// <summary>Refuses a locale by condition that not all columns of one person, place or other entity share: they would show two who are not the same.</summary>
/// <remarks>A column may have a fixed locale of its own: who writes two wants two. The first generator let everything pass, and goes on doing so.</remarks>
internal static class EntityLocale
{
    public static void Check(PlanDraft plan, TableDraft table)
    {
        if (plan.Schema.Generator == 1)
            return;
        var entities = table.Cells
            .Where(cell => cell is { Column: not null, Source: SemanticCells { Type.IsAnywhere: false, Locales.Tags.IsEmpty: false } })
            .GroupBy(cell => Of(cell).EntityStream, StringComparer.Ordinal);
        foreach (IGrouping<string, CellDraft> entity in entities)
        {
            CellDraft first = entity.First();
            if (entity.All(cell => Of(cell).Locales.Given is null))
                continue;
            foreach (CellDraft other in entity.Where(cell => Words(Of(cell).Locales) != Words(Of(first).Locales)))
            {
                var told = first.Column!.Position;
                plan.Bag.Add(
                    LocaleDiagnostics.UnlikeLocales, other.Column!.Locale?.Position ?? other.Column.Position,
                    $"{table.Name}.{other.Name}", Of(first).Type.Entity, first.Name, $"{told.Line},{told.Column}");
            }
        }
    }

    // Equal when every row gets the same locale, in whatever order the cases are written.
    private static string Words(LocaleCases locales)
    {
        if (locales.Given is not { } given)
            return locales.Tags[0];
        IEnumerable<string> cases = given.Keys.Select((key, index) => $"{string.Join('\t', key)}\n{locales.Tags[index]}").Order(StringComparer.Ordinal);
        string otherwise = given.Otherwise < 0 ? "" : locales.Tags[given.Otherwise];
        return $"{string.Join(',', given.Slots)}\n{otherwise}\n{string.Join('\n', cases)}";
    }

    private static SemanticCells Of(CellDraft cell) => (SemanticCells)cell.Source!;
}
