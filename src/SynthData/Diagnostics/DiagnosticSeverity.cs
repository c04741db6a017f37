namespace SynthData.Diagnostics;

/// <summary>Says whether a diagnostic stops the work.</summary>
public enum DiagnosticSeverity
{
    /// <summary>The work goes on.</summary>
    Warning,

    /// <summary>The work stops.</summary>
    Error,
}
