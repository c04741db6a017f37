using System.Collections.Immutable;

namespace SynthData.Diagnostics;

/// <summary>SD7101 and up: what <c>compile</c> could not get of a model, and what is wrong with the entries that a model writes.</summary>
internal static class CompileDiagnostics
{
    public static readonly DiagnosticDescriptor PoolShort = DiagnosticDescriptor.Error(
        "SD7101",
        "'{0}' has {1} of the {2} entries wanted for {3}; {4}.",
        "Run the command again with another model or another '--journal', or write entries by hand.",
        "An entry that stayed wrong, however often its model was told why, is left out. What was right is in the file.");

    public static readonly DiagnosticDescriptor TypeNotCompiled = DiagnosticDescriptor.Error(
        "SD7102",
        "Column '{0}' has type {1}, which is not compiled.",
        "Give it a fallback, draw it locally, or let the model answer it row by row.",
        "Knowledge holds texts, and ranges and weights of numbers, dates and booleans.");

    public static readonly DiagnosticDescriptor Gone = DiagnosticDescriptor.Warning(
        "SD7103",
        "The file speaks of '{0}', but {1}.",
        "'synthdata compile --prune' removes it.",
        "Columns and categories that a schema no longer has are kept until somebody says otherwise: a hand may have written them.");

    public static readonly DiagnosticDescriptor NothingToCompile = DiagnosticDescriptor.Error(
        "SD7104",
        "Dataset '{0}' has no prompt column.",
        "Give a column a prompt, or generate without compiling.",
        "Compiling asks a model once for what prompts would ask it row by row.");

    public static readonly DiagnosticDescriptor Stale = DiagnosticDescriptor.Error(
        "SD7105",
        "The knowledge of '{0}' {1}.",
        "Run 'synthdata compile' with a model.",
        "Told by 'compile --check', which asks no model.");

    public static readonly DiagnosticDescriptor FileChanged = DiagnosticDescriptor.Error(
        "SD7106",
        "'{0}' was changed while the model was asked.",
        "Run the same command again: the answers are in the journal.",
        "What somebody else writes meanwhile is neither lost nor mixed with what was read before.");

    public static readonly DiagnosticDescriptor BadText = DiagnosticDescriptor.Error(
        "SD7111",
        "Column '{0}' cannot be read as a text with places: {1}.",
        "Braces hold {{name}}, {{num:2..9}} or {{one|of|these}}; doubled braces are the characters.",
        "Told to the model that wrote the entry.");

    public static readonly DiagnosticDescriptor UnknownPlace = DiagnosticDescriptor.Error(
        "SD7112",
        "Column '{0}' holds {{{1}}}; {2}.",
        "Write the choices as {{one|of|these}}, and no other names in braces.",
        "Told to the model that wrote the entry: places are named after columns that the prompt mentions.");

    public static readonly DiagnosticDescriptor FewReadings = DiagnosticDescriptor.Error(
        "SD7113",
        "Column '{0}' reads {1} ways; at least {2} are needed.",
        "Write more choices of three to six, as {{one|of|these}}.",
        "Told to the model that wrote the entry: it stands in many rows, which should not read the same.");

    public static readonly DiagnosticDescriptor LengthLeft = DiagnosticDescriptor.Error(
        "SD7114",
        "Column '{0}' comes to {1} to {2} characters, depending on its choices; {3} to {4} are allowed.",
        "Let every combination keep to that.",
        "Told to the model that wrote the entry: a row draws any combination.");

    public static readonly DiagnosticDescriptor WrittenBefore = DiagnosticDescriptor.Error(
        "SD7115",
        "Column '{0}' is an entry already, or nearly so: {1}.",
        "Write another one.",
        "Told to the model that wrote the entry: the file has it from before.");

    public static readonly DiagnosticDescriptor OtherScript = DiagnosticDescriptor.Error(
        "SD7116",
        "Column '{0}' is written in {1} letters, and the language is {2}.",
        "Write it in the language asked for.",
        "Told to the model that wrote the entry.");

    public static readonly DiagnosticDescriptor BadSpread = DiagnosticDescriptor.Error(
        "SD7117",
        "Column '{0}' is spread with {1}.",
        "The low end comes first and the median between the two; a share is between 0 and 1.",
        "Told to the model that said how a number, a date or a yes and no is spread.");

    public static readonly DiagnosticDescriptor BadValues = DiagnosticDescriptor.Error(
        "SD7118",
        "The values of '{0}' hold {1}.",
        "Write them as value=weight|value=weight, each value once.",
        "Told to the model that said which short values a column has.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        PoolShort, TypeNotCompiled, Gone, NothingToCompile, Stale, FileChanged,
        BadText, UnknownPlace, FewReadings, LengthLeft, WrittenBefore, OtherScript, BadSpread, BadValues,
    ];
}
