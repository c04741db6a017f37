using SynthData.Expressions;

namespace SynthData.Planning;

/// <summary>Decides whether a template over a unique column is unique itself: whether the unique part can be read back from the text.</summary>
internal static class UniqueTemplate
{
    /// <summary>Says why two rows could spell the same text, or null when they cannot.</summary>
    public static string? WhyNot(TableDraft table, BoundTemplate template)
    {
        string? reason = "no placeholder in it is a unique column";
        for (int index = 0; index < template.Parts.Length; index++)
        {
            if (template.Parts[index].Column is not { } slot || template.Parts[index].Format is not null || !table.Cells[slot].IsUnique)
                continue;
            reason = SetOff(table, template, index);
            if (reason is null)
                return null;
        }

        return reason;
    }

    private static string? SetOff(TableDraft table, BoundTemplate template, int unique)
    {
        bool isFirst = !template.Parts[..unique].Any(part => part.Literal is null);
        bool isLast = !template.Parts[(unique + 1)..].Any(part => part.Literal is null);
        string name = table.Cells[template.Parts[unique].Column!.Value].Name;
        string before = unique > 0 ? template.Parts[unique - 1].Literal ?? "" : "";
        string after = unique + 1 < template.Parts.Length ? template.Parts[unique + 1].Literal ?? "" : "";
        if (!isFirst && before.Length == 0)
            return $"'{name}' touches another placeholder";
        if (!isLast && after.Length == 0)
            return $"'{name}' touches another placeholder";

        // Read from the end (or the start), the unique part goes up to a character it cannot contain itself.
        if (isFirst && isLast)
            return null;
        if (isLast && !Alphabet.MayContain(table, template.Parts[unique], before[^1]))
            return null;
        if (isFirst && !Alphabet.MayContain(table, template.Parts[unique], after[0]))
            return null;

        bool othersAvoid = template.Parts.Where((part, index) => index != unique && part.Literal is null)
            .All(part => (isFirst || !Alphabet.MayContain(table, part, before[^1])) && (isLast || !Alphabet.MayContain(table, part, after[0])));
        return othersAvoid ? null : $"'{name}' is not set off by a literal that the placeholders beside it cannot contain";
    }
}
