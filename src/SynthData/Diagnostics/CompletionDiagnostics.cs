using System.Collections.Immutable;

namespace SynthData.Diagnostics;

/// <summary>SD8510 and up: completion of command lines.</summary>
internal static class CompletionDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownShell = DiagnosticDescriptor.Error(
        "SD8510",
        "There is no completion for '{0}'.{1} There is for: {2}.",
        "Write one of these.",
        "'synthdata completion SHELL' prints a script that a shell reads when it starts; 'synthdata completion --help' shows where it goes.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [UnknownShell];
}
