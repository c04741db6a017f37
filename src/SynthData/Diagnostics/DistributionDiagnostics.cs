using System.Collections.Immutable;

namespace SynthData.Diagnostics;

/// <summary>What can be wrong with how values and parents are drawn: SD2061 to SD2069.</summary>
internal static class DistributionDiagnostics
{
    public static readonly DiagnosticDescriptor MiddleOutside = DiagnosticDescriptor.Error(
        "SD2061",
        "The {0} of '{1}' has its {2} at {3}, outside the range, {4} to {5}.",
        "Bring the {2} into the range, or write a range that holds it; for dates and times both are told as days or seconds from the lower end.",
        "A range cuts a distribution. When its middle is cut away, what is left is one tail, and the {2} that was asked for cannot come out.");

    public static readonly DiagnosticDescriptor ChoiceDoesNotFit = DiagnosticDescriptor.Error(
        "SD2062",
        "Column '{0}' has `{1}` beside `{2}`: {3}.",
        "Remove `{1}` or `{2}`.",
        "`weight` says how often each parent is picked, and `where` which may be. A one-to-one reference takes each parent once, an `earlier` one what came before.");

    public static readonly DiagnosticDescriptor WeightIsNoNumber = DiagnosticDescriptor.Error(
        "SD2063",
        "The weight of '{0}' is '{1}', which is of type {2}; a number is expected.",
        "Name a numeric column of the parent.",
        "Parents are picked in proportion to their weights.");

    public static readonly DiagnosticDescriptor WhereReadsNoParent = DiagnosticDescriptor.Error(
        "SD2064",
        "The `where` of '{0}' is '{1}', which reads no column of '{2}'.",
        "Write a condition over '{2}', such as `{2}.COLUMN = COLUMN`; `when` says for which rows there is a reference at all.",
        "`where` says which rows of the parent may be picked, and so has to look at them.");

    public static readonly DiagnosticDescriptor ChoiceReadsModel = DiagnosticDescriptor.Error(
        "SD2065",
        "The `{0}` of a reference, '{1}', reads a column of '{2}' that a model fills.",
        "Let it read columns that are made locally.",
        "Which parents may be picked, and how often, is settled before the first row is made.");

    public static readonly DiagnosticDescriptor BadWeight = DiagnosticDescriptor.Error(
        "SD2066",
        "Row {0} of table '{1}' has the weight {2} in '{3}'; expected a number of 0 or more.",
        "Keep the column at 0 or above, such as with a range or `greatest(…, 0)`.",
        "A parent is picked in proportion to its weight; null counts as 0.");

    public static readonly DiagnosticDescriptor NoWeight = DiagnosticDescriptor.Error(
        "SD2067",
        "No row of table '{0}' has a weight above 0 in '{1}'.",
        "Give at least one row a weight, or remove `weight`.",
        "Parents without weight are never picked, and here are no others.");

    public static readonly DiagnosticDescriptor NobodyQualifies = DiagnosticDescriptor.Error(
        "SD2068",
        "No row of table '{0}' keeps `where: {1}`.",
        "Widen the condition, or make '{0}' hold such rows.",
        "A condition over the parent alone is tried for every parent before the first row is made.");

    public static readonly DiagnosticDescriptor TooManyToChoose = DiagnosticDescriptor.Error(
        "SD2069",
        "Column '{0}' weighs or filters the rows of table '{1}', which has {2}; at most {3} can be.",
        "Ask for fewer rows of '{1}', or refer to it without `weight` and `where`.",
        "The parents that may be picked, and their weights, stay in memory.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        [MiddleOutside, ChoiceDoesNotFit, WeightIsNoNumber, WhereReadsNoParent, ChoiceReadsModel, BadWeight, NoWeight, NobodyQualifies, TooManyToChoose];
}
