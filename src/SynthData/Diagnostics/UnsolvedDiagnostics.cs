using System.Collections.Immutable;

namespace SynthData.Diagnostics;

/// <summary>SD4221 and up: what a model wrote and no file should hold, and what became of rows it could not solve.</summary>
internal static class UnsolvedDiagnostics
{
    public static readonly DiagnosticDescriptor UnfitCharacter = DiagnosticDescriptor.Error(
        "SD4223",
        "Column '{0}' got a text with the character {1}.",
        "Write it without control characters, line separators and broken characters.",
        "Counts texts a model wrote with a control character other than a tab or a line break, with U+2028, U+2029, U+FEFF or U+FFFD, or with half a surrogate pair: "
            + "programs that read the files stumble over them. They are asked again.");

    public static readonly DiagnosticDescriptor FormulaText = DiagnosticDescriptor.Error(
        "SD4224",
        "Column '{0}' got {1}, which a spreadsheet runs as a formula.",
        "Let the text start otherwise than with = + - @ or a tab.",
        "Counts texts a model wrote that a spreadsheet takes for a formula, where --csv-formula is 'reject'. They are asked again.");

    public static readonly DiagnosticDescriptor EndlessText = DiagnosticDescriptor.Error(
        "SD4225",
        "Column '{0}' got a value of {1} characters; {2} are the most.",
        "Give a value of at most {2} characters.",
        "Counts values a model wrote that are longer than a cell of a spreadsheet holds, in a column without a 'length'. They are asked again.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [UnfitCharacter, FormulaText, EndlessText];
}
