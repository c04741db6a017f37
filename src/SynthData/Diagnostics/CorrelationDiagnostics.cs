using System.Collections.Immutable;

namespace SynthData.Diagnostics;

/// <summary>What can be wrong with the correlations of a table: SD2307 and SD2308.</summary>
internal static class CorrelationDiagnostics
{
    public static readonly DiagnosticDescriptor CannotCorrelate = DiagnosticDescriptor.Error(
        "SD2307",
        "Column '{0}' cannot be correlated: {1}.",
        "Correlate columns of `range`, `distribution`, `after`, `before` or `values`.",
        "Correlated columns are drawn together, so each has to be drawn from a distribution of its own. Values have the order of their type, texts that in which they are written.");

    public static readonly DiagnosticDescriptor Contradiction = DiagnosticDescriptor.Error(
        "SD2308",
        "The correlations of table '{0}' contradict each other: with the others as they are, '{1}' and '{2}' {3}, not by {4}.",
        "Change that pair, or bring all of them nearer to 0: multiplied by {5} they fit together.",
        "What is close to a third thing is close to each other. Pairs that are not written correlate as the others make it.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [CannotCorrelate, Contradiction];
}
