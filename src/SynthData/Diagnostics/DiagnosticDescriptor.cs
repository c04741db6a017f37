using System.Globalization;

namespace SynthData.Diagnostics;

/// <summary>The fixed part of a diagnostic. Codes are never reused; DIAGNOSTICS.md is generated from these.</summary>
/// <param name="Code">Family and number, such as <c>SD1004</c>.</param>
/// <param name="Severity">Whether it stops the work.</param>
/// <param name="Format">A composite format of one or two full sentences: what, and what was expected.</param>
/// <param name="Fix">A composite format over the same arguments: what to do.</param>
/// <param name="Page">What <c>synthdata explain</c> adds: when it happens and why it is refused.</param>
internal sealed record DiagnosticDescriptor(string Code, DiagnosticSeverity Severity, string Format, string Fix, string Page)
{
    public static DiagnosticDescriptor Error(string code, string format, string fix, string page) =>
        new(code, DiagnosticSeverity.Error, format, fix, page);

    public static DiagnosticDescriptor Warning(string code, string format, string fix, string page) =>
        new(code, DiagnosticSeverity.Warning, format, fix, page);

    public Diagnostic At(SourcePosition? position, params object?[] args) => new(
        Code,
        Severity,
        string.Format(CultureInfo.InvariantCulture, Format, args),
        string.Format(CultureInfo.InvariantCulture, Fix, args),
        position);
}
