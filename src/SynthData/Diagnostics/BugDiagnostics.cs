using System.Collections.Immutable;

namespace SynthData.Diagnostics;

/// <summary>SD9: the fault is ours.</summary>
internal static class BugDiagnostics
{
    public static readonly DiagnosticDescriptor Unexpected = DiagnosticDescriptor.Error(
        "SD9001",
        "SynthData failed where it should not: {0}: {1}",
        "Please report it with the schema and the command; '--verbose' prints where it happened.",
        "This is a bug in SynthData, not in your schema. Nothing half-made was left at a final name. The exit code is 70.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [Unexpected];
}
