using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Cli.Reports;

/// <summary>One thing that was checked, as CI systems list it.</summary>
/// <param name="Name">What was checked; once in its suite, for some systems know a case by suite and name.</param>
/// <param name="Failures">What is wrong with it.</param>
internal sealed record JUnitCase(string Name, ImmutableArray<Diagnostic> Failures)
{
    /// <summary>Why it was not checked, or only in part; else null.</summary>
    public string? Skipped { get; init; }

    /// <summary>Whether what went wrong kept it from being checked at all.</summary>
    public bool IsError { get; init; }
}
