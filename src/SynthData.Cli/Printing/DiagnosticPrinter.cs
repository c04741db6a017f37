using Spectre.Console;
using SynthData.Diagnostics;

namespace SynthData.Cli.Printing;

/// <summary>Prints diagnostics one a line, in the form editors jump to; only the severity is coloured.</summary>
internal static class DiagnosticPrinter
{
    public static void Print(IEnumerable<Diagnostic> diagnostics, IAnsiConsole console)
    {
        foreach (Diagnostic diagnostic in diagnostics)
            Print(diagnostic, console);
    }

    private static void Print(Diagnostic diagnostic, IAnsiConsole console)
    {
        string line = diagnostic.ToString();
        if (!console.Profile.Capabilities.Ansi)
        {
            console.Line(line);
            return;
        }

        (string severity, string color) = diagnostic.Severity == DiagnosticSeverity.Error ? ("error", "31") : ("warning", "33");
        string marked = $"{severity} {diagnostic.Code}";
        int at = line.IndexOf(marked + ": ", StringComparison.Ordinal);
        console.Line($"{line[..at]}\u001b[{color}m{marked}\u001b[0m{line[(at + marked.Length)..]}");
    }
}
