using SynthData.Diagnostics;

namespace SynthData.Numerics.Patterns;

/// <summary>Ends the reading of a pattern; caught by <see cref="PatternReader"/>.</summary>
internal sealed class PatternFault(DiagnosticDescriptor descriptor, int index, object detail) : Exception
{
    public DiagnosticDescriptor Descriptor { get; } = descriptor;

    public int Index { get; } = index;

    public object Detail { get; } = detail;

    public static PatternFault Unreadable(int index, string why) => new(PatternDiagnostics.Unreadable, index, why);
}
