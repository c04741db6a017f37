using System.Collections.Immutable;

namespace SynthData.Diagnostics;

/// <summary>SD1095 to SD1099 and SD2311 to SD2319: locales that columns decide, weights of semantic types, and who is told of.</summary>
internal static class LocaleDiagnostics
{
    public static readonly DiagnosticDescriptor ConditionWithoutColumn = DiagnosticDescriptor.Error(
        "SD1095",
        "The locale of '{0}' is a map without 'given' and 'values'.",
        "Write `locale: {{ given: country, values: {{ DE: de-DE, else: en-US }} }}`.",
        "A column of the row may decide the locale of another. It is named beside the locales, since `given` of the column itself says whose sex a person has.");

    public static readonly DiagnosticDescriptor ConditionalPrompt = DiagnosticDescriptor.Error(
        "SD1096",
        "The locale of '{0}' depends on a column, which goes with 'semantic' and not with 'prompt'.",
        "Mention the column in the prompt, such as 'in the language of {{country}}'.",
        "A prompt is the same for all rows but for the cells it mentions, so these have to tell the model the language.");

    public static readonly DiagnosticDescriptor NotWeighted = DiagnosticDescriptor.Error(
        "SD2311",
        "Column '{0}' gives weights to '{1}', which cannot have any; these can: {2}.",
        "Remove 'values', or draw the column from them without 'semantic'.",
        "Most attributes follow from others of the same person or place, so weights of their own would contradict these.");

    public static readonly DiagnosticDescriptor UniqueOverLocales = DiagnosticDescriptor.Error(
        "SD2312",
        "Column '{0}' is unique, but values of '{1}' from two locales may be alike.",
        "Remove 'unique', or write one locale.",
        "Each locale numbers its values apart from the others. Where their forms do not differ, two rows could have the same.");

    public static readonly DiagnosticDescriptor UnknownWeighted = DiagnosticDescriptor.Error(
        "SD2313",
        "Column '{0}' gives a weight to '{1}', which is not a value of '{2}': {3}.",
        "Write these values.",
        "Weights say how often the type's own values are drawn; other values would go with nothing else in the row.");

    public static readonly DiagnosticDescriptor TwoSexes = DiagnosticDescriptor.Error(
        "SD2314",
        "Column '{0}' takes the person's sex from another column than '{1}', which gives it already.",
        "Let all of one person take it from one column, or name another person with 'of'.",
        "What a row tells of one person has to agree.");

    public static readonly DiagnosticDescriptor WeightsInPart = DiagnosticDescriptor.Error(
        "SD2315",
        "Column '{0}' gives weights to '{1}' in a case or a fallback.",
        "Write the weights at the column, or by condition: `{{ semantic: {1}, given: col, values: {{ … }} }}`.",
        "The rest of the person follows a weighted attribute in every row, so it has to be drawn in every row.");

    public static readonly DiagnosticDescriptor GivenWithoutEffect = DiagnosticDescriptor.Error(
        "SD2316",
        "Column '{0}' is given '{1}', which decides nothing for '{2}'.",
        "Remove 'given'; for the locale write `locale: {{ given: {1}, values: {{ … }} }}`.",
        "A column may give the sex of a person, and with weights any of their conditions. Other semantic types follow no column but for their locale.");

    public static readonly DiagnosticDescriptor UnlikeLocales = DiagnosticDescriptor.Error(
        "SD2317",
        "Column '{0}' tells of the same {1} as '{2}' ({3}), in another locale.",
        "Write one `locale` for all columns of one {1}, or name a second one with `of:`.",
        "A person, a place or another entity is drawn from the lists of its locale. Columns that read it in two locales would show two who are not the same.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        ConditionWithoutColumn, ConditionalPrompt, NotWeighted, UniqueOverLocales, UnknownWeighted, TwoSexes, WeightsInPart, GivenWithoutEffect,
        UnlikeLocales,
    ];
}
