using System.Collections.Immutable;
using static SynthData.Diagnostics.DiagnosticDescriptor;

namespace SynthData.Diagnostics;

/// <summary>SD3001 to SD3099: values that a local source cannot make.</summary>
internal static class LocalDiagnostics
{
    public static readonly DiagnosticDescriptor OverLimits = Error(
        "SD3001", "No draw of row {0} of table '{1}' gives column '{2}' a value that {3} can hold ({4} tried): its distribution goes beyond.",
        "Use a wider type, add a `range`, or change the distribution's parameters.",
        "A distribution without a range is not cut. A draw over the limits of the column's type rejects the row, which is drawn again, up to 100 times.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [OverLimits];
}
