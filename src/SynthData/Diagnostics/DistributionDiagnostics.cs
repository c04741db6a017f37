using System.Collections.Immutable;

namespace SynthData.Diagnostics;

/// <summary>What can be wrong with a distribution in its range: SD2061 to SD2062.</summary>
internal static class DistributionDiagnostics
{
    public static readonly DiagnosticDescriptor MiddleOutside = DiagnosticDescriptor.Error(
        "SD2061",
        "The {0} of '{1}' has its {2} at {3}, outside the range, {4} to {5}.",
        "Bring the {2} into the range, or write a range that holds it; for dates and times both count from the lower end.",
        "A range cuts a distribution. When its middle is cut away, what is left is one tail, and the {2} that was asked for cannot come out.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [MiddleOutside];
}
