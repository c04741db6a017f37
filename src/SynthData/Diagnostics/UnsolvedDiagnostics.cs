using System.Collections.Immutable;

namespace SynthData.Diagnostics;

/// <summary>SD1051, SD2411 and up, SD4221 and up: rows a model could not solve and what becomes of them, and what it wrote that no file should hold.</summary>
internal static class UnsolvedDiagnostics
{
    public static readonly DiagnosticDescriptor NothingToSolve = DiagnosticDescriptor.Error(
        "SD1051",
        "Table '{0}' has 'unsolved' and no prompt.",
        "Remove it, or give a column a prompt.",
        "'unsolved' says what becomes of rows whose prompts a model does not solve.");

    public static readonly DiagnosticDescriptor ReadsUnsettled = DiagnosticDescriptor.Error(
        "SD2411",
        "{0} reads {1}, which 'unsolved: redraw' may draw again after it was read.",
        "Read a key or another cell that no redraw changes, or choose 'unsolved: fail' or 'fallback'.",
        "Rows are counted, weighed, picked and summed up before a model is asked, or made again where they are read. A row that gets its next draw because its prompts stayed wrong "
            + "would then be two rows.");

    public static readonly DiagnosticDescriptor OwnRowsUnsettled = DiagnosticDescriptor.Error(
        "SD2412",
        "Rows of table '{0}' read other rows of it ({1}), and 'unsolved: redraw' may draw those again.",
        "Choose 'unsolved: fail' or 'fallback'.",
        "`previous`, `distinct`, `earlier` and repeated faults look at other rows of the table as they were drawn first.");

    public static readonly DiagnosticDescriptor NoFallback = DiagnosticDescriptor.Error(
        "SD2413",
        "Prompt '{0}' has no fallback, and table '{1}' has 'unsolved: fallback'.",
        "Give it a `fallback: {{ … }}`, or choose 'unsolved: fail' or 'redraw'.",
        "A fallback happens only where the schema writes one.");

    public static readonly DiagnosticDescriptor FallbackReadsPrompt = DiagnosticDescriptor.Error(
        "SD2414",
        "The fallback of '{0}' reads '{1}', which follows from a prompt of the same row, and its table has 'unsolved: fallback'.",
        "Let it read columns made locally.",
        "Where one prompt of a row is not solved the others may not be either.");

    public static readonly DiagnosticDescriptor FellBack = DiagnosticDescriptor.Error(
        "SD4221",
        "Column '{0}' got its fallback.",
        "Loosen the rule, say it in the column's prompt, or use a stronger model.",
        "Counts cells that hold what the column's fallback gives, because the model's answers stayed wrong and the table has 'unsolved: fallback'.");

    public static readonly DiagnosticDescriptor DrawnAgain = DiagnosticDescriptor.Error(
        "SD4222",
        "The row got its next draw, for the model did not solve '{0}'.",
        "Loosen the rule, say it in the column's prompt, or use a stronger model.",
        "Counts draws of rows that were given up, by the rule that stood in the way, because the model's answers stayed wrong and the table has 'unsolved: redraw'.");

    public static readonly DiagnosticDescriptor HoldsFallbacks = DiagnosticDescriptor.Warning(
        "SD4226",
        "{2} cells of '{0}.{1}' hold the column's fallback, for the model's answers stayed wrong.",
        "Loosen the rule, say it in the column's prompt, or use a stronger model.",
        "The table has 'unsolved: fallback'. The manifest counts such cells by column (SD4221).");

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

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        NothingToSolve, ReadsUnsettled, OwnRowsUnsettled, NoFallback, FallbackReadsPrompt,
        FellBack, DrawnAgain, UnfitCharacter, FormulaText, EndlessText, HoldsFallbacks,
    ];
}
