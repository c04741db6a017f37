using SynthData.Diagnostics;

namespace SynthData.Cli.Reports;

/// <summary>Repeats diagnostics in the lines that a CI system takes out of the log and shows beside the files they are about.</summary>
/// <remarks>
/// They go to standard error, which GitHub's runner and Azure's agent read like standard output: rows and the one document of
/// <c>--json</c> stay whole. GitLab takes nothing out of a log; it reads <c>--junit</c>.
/// </remarks>
internal abstract class Annotations
{
    /// <summary>Those of the system the program runs in, or null.</summary>
    public static Annotations? For(Terminal terminal)
    {
        if (terminal.Environment("GITHUB_ACTIONS") == "true")
            return new GitHubAnnotations(terminal.Environment("GITHUB_WORKSPACE"));
        return string.Equals(terminal.Environment("TF_BUILD"), "true", StringComparison.OrdinalIgnoreCase) ? new AzureAnnotations() : null;
    }

    /// <summary>Prints those of the session's system, if there is one; with <c>--quiet</c> errors only.</summary>
    public static void Print(IEnumerable<Diagnostic> diagnostics, Session session)
    {
        if (For(session.Terminal) is not { } annotations)
            return;
        foreach (Diagnostic diagnostic in diagnostics.Where(one => !session.IsQuiet || one.Severity == DiagnosticSeverity.Error))
            session.Terminal.Error.WriteLine(annotations.Line(diagnostic));
    }

    protected abstract string Line(Diagnostic diagnostic);

    protected static string TextOf(Diagnostic diagnostic) => diagnostic.Fix.Length == 0 ? diagnostic.Message : $"{diagnostic.Message} {diagnostic.Fix}";

    protected static string KindOf(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning";
}
