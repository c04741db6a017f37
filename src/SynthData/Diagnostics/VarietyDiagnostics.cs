using System.Collections.Immutable;

namespace SynthData.Diagnostics;

/// <summary>SD1056 and up: what is written to make a model's answers differ; SD4206 and up: answers that are too much alike.</summary>
internal static class VarietyDiagnostics
{
    public static readonly DiagnosticDescriptor UnfitAxis = DiagnosticDescriptor.Error(
        "SD1056",
        "Axis '{0}' of table '{1}' cannot have '{2}': it is drawn for its own row and never written.",
        "Give it a list of values, a map from value to weight, a local source such as 'range', or 'true' for a column that is no prompt.",
        "Axes are drawn before a model is asked and shown to it with each row. A model cannot fill them, other tables cannot be referred to by them, and what concerns written "
            + "columns does not concern them. Weights beside 'semantic' need an 'of', or they would change the person of the row.");

    public static readonly DiagnosticDescriptor AxisIsColumn = DiagnosticDescriptor.Error(
        "SD1057",
        "Axis '{0}' of table '{1}' has the name of column '{2}'.",
        "Write '{2}: true' to show the column with each row, or name the axis otherwise.",
        "An axis is a hidden column of its table: prompts and rules mention it by its name, so no two may be alike but for case.");

    public static readonly DiagnosticDescriptor SimilarityOfNoText = DiagnosticDescriptor.Error(
        "SD2421",
        "Column '{0}' has 'similarity' and type {1}.",
        "Remove 'similarity', or write 'unique: true'.",
        "How much two values have in common is measured on texts.");

    public static readonly DiagnosticDescriptor TooAlike = DiagnosticDescriptor.Error(
        "SD4206",
        "Column '{0}' got {1}, which has more than {2:0.##} % in common with the text of another row.",
        "Write something clearly different, not the same in other words.",
        "Counts texts a model wrote in a column with 'similarity' that are too much like an earlier one. Texts are decomposed (NFKD), in small letters, with one blank for any punctuation and "
            + "blanks; in common is the Jaccard index of their sets of five-grams, |A and B| / |A or B| (Broder 1997). The row with the lowest index keeps its text, the other is asked again.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [UnfitAxis, AxisIsColumn, SimilarityOfNoText, TooAlike];
}
