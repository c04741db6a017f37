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

    /// <summary>Everything that was to be checked, by table in schema order, and how it came out.</summary>
    public ImmutableArray<CheckOutcome> Checks { get; init; } = [];
}

/// <summary>How one check of a table came out.</summary>
/// <param name="Name">What was checked, such as <c>column 'price'</c>, <c>key (id)</c>, <c>reference 'customer'</c>, <c>rule 'no_bulk_bikes'</c>.</param>
/// <param name="Unchecked">Why it was not checked, or only in part, as a clause; else null.</param>
/// <param name="Findings">What breaks it, the first few of each kind.</param>
internal sealed record CheckOutcome(string Table, string Name, string? Unchecked, ImmutableArray<Diagnostic> Findings);

/// <summary>One table that was read.</summary>
internal sealed record ValidatedTable(string Name, string Path, long Rows, long Violations);
