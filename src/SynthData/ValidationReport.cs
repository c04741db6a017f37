using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData;

/// <summary>What was found.</summary>
/// <param name="Tables">The tables read, in schema order.</param>
/// <param name="Findings">What breaks the schema, the first few of each kind.</param>
/// <param name="Violations">How many there are altogether.</param>
internal sealed record ValidationReport(ImmutableArray<ValidatedTable> Tables, ImmutableArray<Diagnostic> Findings, long Violations)
{
    /// <summary>What was not checked, and why.</summary>
    public ImmutableArray<Diagnostic> Notes { get; init; } = [];
}

/// <summary>One table that was read.</summary>
internal sealed record ValidatedTable(string Name, string Path, long Rows, long Violations);
