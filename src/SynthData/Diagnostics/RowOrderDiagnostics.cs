using System.Collections.Immutable;
using static SynthData.Diagnostics.DiagnosticDescriptor;

namespace SynthData.Diagnostics;

/// <summary>SD1070 to SD1079: what reading alone can tell of rows that follow one another within a parent, and of how many there are.</summary>
internal static class RowOrderDiagnostics
{
    public static readonly DiagnosticDescriptor TotalBesideExact = Error(
        "SD1070", "{0} has a 'total' beside a count that is 'exact'.", "Leave out 'exact', which the total would change, or the 'total', which exact counts give by themselves.",
        "A `total` shares rows among the parents by what they drew, so that no count stays the one that was drawn.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [TotalBesideExact];
}
