using SynthData.Expressions.Templates;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Tells which characters the text of a placeholder may contain; where it cannot tell, any.</summary>
internal static class Alphabet
{
    public static bool MayContain(TableDraft table, TemplateValue part, char character)
    {
        if (part.Format is not null || part.Expression.SlotAlone is not { } slot)
            return true;
        CellDraft cell = table.Cells[slot];
        return cell.Source switch
        {
            CategoryCells category => category.Values.Texts.Any(text => text.Contains(character, StringComparison.Ordinal)),
            TupleCells tuple => tuple.Values.Texts.Any(text => text.Contains(character, StringComparison.Ordinal)),
            ListedCells listed => listed.Values.Texts.Any(text => text.Contains(character, StringComparison.Ordinal)),
            SequenceCells { Start: >= 0, Step: > 0 } or PositionCells => char.IsAsciiDigit(character),
            PatternCells pattern => PatternMayContain(pattern.Text, character),
            SemanticCells { IsTagged: true } semantic => SemanticMayContain(semantic, character),
            _ => cell.Type is not { } type || TypeMayContain(type, character),
        };
    }

    // Of marks that set words apart, tagged types have those of their form, which every value shows: the example does.
    private static bool SemanticMayContain(SemanticCells semantic, char character) =>
        character is not (' ' or ',' or ';' or '|' or '/' or '#')
        || semantic.Locales.Tags.Any(locale => semantic.Type.Example(locale).Contains(character, StringComparison.Ordinal));

    private static bool TypeMayContain(ColumnType type, char character) => type.Kind switch
    {
        ColumnKind.Int32 or ColumnKind.Int64 => character == '-' || char.IsAsciiDigit(character),
        ColumnKind.Decimal => character is '-' or '.' || char.IsAsciiDigit(character),
        ColumnKind.Uuid => character == '-' || char.IsAsciiHexDigitLower(character),
        ColumnKind.Date => character == '-' || char.IsAsciiDigit(character),
        ColumnKind.Bool => char.IsAsciiLetterLower(character),
        _ => true,
    };

    // A character that is written nowhere in the pattern, in no class that spans it and by no escape, is not made by it.
    private static bool PatternMayContain(string pattern, char character)
    {
        if (pattern.Contains(character, StringComparison.Ordinal) || pattern.Contains('.', StringComparison.Ordinal) || pattern.Contains("[^", StringComparison.Ordinal))
            return true;
        for (int index = 1; index + 1 < pattern.Length; index++)
        {
            if (pattern[index] == '-' && pattern[index - 1] <= character && character <= pattern[index + 1])
                return true;
            if (pattern[index - 1] == '\\' && EscapeMayContain(pattern[index], character))
                return true;
        }

        return pattern.Length >= 2 && pattern[^2] == '\\' && EscapeMayContain(pattern[^1], character);
    }

    private static bool EscapeMayContain(char escape, char character) => escape switch
    {
        'd' => char.IsAsciiDigit(character),
        'w' => char.IsAsciiLetterOrDigit(character) || character == '_',
        _ => true,
    };
}
