using SynthData.Diagnostics;
using Spectre.Console;

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
        if (!console.Profile.Capabilities.Ansi)
        {
            console.Profile.Out.Writer.WriteLine(diagnostic.ToString());
            return;
        }

        string line = diagnostic.ToString();
        bool isError = diagnostic.Severity == DiagnosticSeverity.Error;
        string severity = isError ? "error " : "warning ";
        int at = line.IndexOf($"{severity}{diagnostic.Code}: ", StringComparison.Ordinal);
        int end = at + severity.Length + diagnostic.Code.Length;
        string color = isError ? "red" : "yellow";
        console.MarkupLine($"{line[..at].EscapeMarkup()}[{color}]{line[at..end].EscapeMarkup()}[/]{line[end..].EscapeMarkup()}");
    }
}
