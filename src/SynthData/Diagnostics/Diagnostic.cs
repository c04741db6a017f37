namespace SynthData.Diagnostics;

/// <summary>One message about a schema, a request, data or a run: what, where, what was expected, what to do.</summary>
/// <param name="Code">The stable code, such as <c>SD1004</c>; never reused.</param>
/// <param name="Severity">Whether it stops the work.</param>
/// <param name="Message">What is wrong and what was expected, as full sentences.</param>
/// <param name="Fix">What to do about it, as a full sentence.</param>
/// <param name="Position">Where, or null when no file has a part in it.</param>
public sealed record Diagnostic(string Code, DiagnosticSeverity Severity, string Message, string Fix, SourcePosition? Position)
{
    /// <summary>Prints the diagnostic in MSBuild's form: <c>file(line,col): error SD1004: what. expected. fix.</c></summary>
    public override string ToString()
    {
        string severity = Severity == DiagnosticSeverity.Error ? "error" : "warning";
        string place = Position is { } position ? $"{position}: " : "";
        return Fix.Length == 0 ? $"{place}{severity} {Code}: {Message}" : $"{place}{severity} {Code}: {Message} {Fix}";
    }
}
