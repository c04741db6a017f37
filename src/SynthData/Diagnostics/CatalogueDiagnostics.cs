using System.Collections.Immutable;

namespace SynthData.Diagnostics;

/// <summary>What is wrong with a semantic type or a distribution: SD2200 to SD2299.</summary>
internal static class CatalogueDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownSemantic = DiagnosticDescriptor.Error(
        "SD2200",
        "Column '{0}' has the semantic type '{1}', which is not known.{2}",
        "Choose one that 'synthdata types' lists, or another source.",
        "A semantic type is written group.attribute, such as person.full_name. Nothing is guessed for a name that is not in the catalogue.");

    public static readonly DiagnosticDescriptor NoLocale = DiagnosticDescriptor.Error(
        "SD2201",
        "Column '{0}' wants '{1}' for the locale '{2}', for which there is no data; there is for: {3}.",
        "Set 'locale' of the dataset or the column to one of these.",
        "Values of another language in place of a missing one would look right and be wrong, so a locale without data is refused.");

    public static readonly DiagnosticDescriptor NotUnique = DiagnosticDescriptor.Error(
        "SD2202",
        "Column '{0}' is unique, but '{1}' cannot be in the locale '{2}': its values repeat and have no room for a number that tells them apart.",
        "Remove 'unique', or use one of: {3}.",
        "A unique semantic text carries a number made of the row's. Names, cities and the like would no longer be what they are with a number in them.");

    public static readonly DiagnosticDescriptor UniqueCapacity = DiagnosticDescriptor.Error(
        "SD2203",
        "Column '{0}' is unique, but '{1}' has {3} different values in the locale '{2}' and the table {4} rows.",
        "Ask for at most {3} rows, or remove 'unique'.",
        "Where the form of a value limits how many there are, a table with more rows is refused before the first one is made.");

    public static readonly DiagnosticDescriptor SemanticType = DiagnosticDescriptor.Error(
        "SD2204",
        "Column '{0}' has the type '{2}', but '{1}' makes {3}.",
        "Write 'type: {3}' or leave 'type' out; an expression over a hidden column can cast.",
        "Semantic values are stored as they are made. A postcode as a number would lose its zeros.");

    public static readonly DiagnosticDescriptor UnknownDistribution = DiagnosticDescriptor.Error(
        "SD2210",
        "Column '{0}' has the distribution '{1}', which is not one of: {2}.{3}",
        "Use a listed one.",
        "A distribution is a name or a map with one key, such as normal or { poisson: 2.4 }.");

    public static readonly DiagnosticDescriptor DistributionType = DiagnosticDescriptor.Error(
        "SD2212",
        "Column '{0}' has the type '{2}', which the distribution '{1}' does not give; it gives {3}.",
        "Remove 'distribution', or give the column a type it fits.",
        "Distributions draw numbers, and the continuous ones dates and times too. Text and truth values have weights instead: 'values'.");

    public static readonly DiagnosticDescriptor UnknownParameter = DiagnosticDescriptor.Error(
        "SD2213",
        "Column '{0}' gives '{1}' the parameter '{3}' with the value {2}; its parameters are: {4}.",
        "Write it as in {5}.",
        "A parameter a distribution does not have would be without effect, so it is refused. One without a name is right only where there is a single parameter.");

    public static readonly DiagnosticDescriptor MissingParameter = DiagnosticDescriptor.Error(
        "SD2214",
        "Column '{0}' gives '{1}' no '{2}' ({3}).",
        "Write it as in {4}.",
        "Only in a range may normal and lognormal stand without parameters: the ends decide them.");

    public static readonly DiagnosticDescriptor ParameterTwice = DiagnosticDescriptor.Error(
        "SD2215",
        "Column '{0}' gives '{1}' both '{2}' and '{3}', which say the same thing twice.",
        "Keep one of them.",
        "Two parameters that determine each other could contradict.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        UnknownSemantic, NoLocale, NotUnique, UniqueCapacity, SemanticType, UnknownDistribution, DistributionType,
        UnknownParameter, MissingParameter, ParameterTwice,
    ];
}
