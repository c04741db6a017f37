using System.Collections.Immutable;
using SynthData.Expressions.Templates;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Decides whether a template over a unique column is unique itself: whether the unique part can be read back from the text.</summary>
internal static class UniqueTemplate
{
    /// <summary>Says why two rows could spell the same text, or null when they cannot.</summary>
    /// <param name="checkDigit">What overwrites places of the text; these have to be literals.</param>
    public static string? WhyNot(TableDraft table, BoundTemplate template, CheckDigitKind? checkDigit)
    {
        bool isOverwritten = checkDigit switch
        {
            null => false,
            CheckDigitKind.Iban => template.Parts is not [TemplateLiteral { Text.Length: >= 4 }, ..],
            _ => template.Parts is not [.., TemplateLiteral],
        };
        if (isOverwritten)
            return $"its check digit overwrites {(checkDigit == CheckDigitKind.Iban ? "places 3 and 4" : "the last place")} of a placeholder, not a literal such as 0";
        bool isFormatted = template.Parts.OfType<TemplateValue>().Any(part => part is { Format: not null, Expression.SlotAlone: { } slot } && table.Cells[slot].IsUnique);
        string? reason = isFormatted ? "a format may spell two values of its unique column alike" : "no placeholder in it is a unique column";
        for (int index = 0; index < template.Parts.Length; index++)
        {
            if (template.Parts[index] is not TemplateValue { Format: null, Expression.SlotAlone: { } slot } || !table.Cells[slot].IsUnique)
                continue;
            reason = SetOff(table, template.Parts, index, table.Cells[slot]);
            if (reason is null)
                return null;
        }

        return reason;
    }

    private static string? SetOff(TableDraft table, ImmutableArray<TemplatePart> parts, int unique, CellDraft cell)
    {
        bool isFirst = !parts.Take(unique).OfType<TemplateValue>().Any();
        bool isLast = !parts.Skip(unique + 1).OfType<TemplateValue>().Any();
        string before = unique > 0 && parts[unique - 1] is TemplateLiteral left ? left.Text : "";
        string after = unique + 1 < parts.Length && parts[unique + 1] is TemplateLiteral right ? right.Text : "";
        if ((!isFirst && before.Length == 0) || (!isLast && after.Length == 0))
            return $"'{cell.Name}' touches another placeholder";

        // Read from the end (or the start), the unique part goes up to a character it cannot contain itself.
        var own = (TemplateValue)parts[unique];
        bool isReadBack = (isFirst && isLast)
            || (isLast && !Alphabet.MayContain(table, own, before[^1]))
            || (isFirst && !Alphabet.MayContain(table, own, after[0]))
            || parts.Where((part, index) => index != unique).OfType<TemplateValue>()
                .All(part => (isFirst || !Alphabet.MayContain(table, part, before[^1])) && (isLast || !Alphabet.MayContain(table, part, after[0])));
        return isReadBack ? null : $"'{cell.Name}' is not set off by a literal that the placeholders beside it cannot contain";
    }
}
