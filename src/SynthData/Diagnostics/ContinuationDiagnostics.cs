using System.Collections.Immutable;

namespace SynthData.Diagnostics;

/// <summary>SD2135 on: rows that go on where an earlier run ended.</summary>
internal static class ContinuationDiagnostics
{
    public static readonly DiagnosticDescriptor ColumnMoves = DiagnosticDescriptor.Error(
        "SD2135",
        "Column '{0}' ({1}) depends on the number of rows, so rows made before would not be what it makes now.",
        "Leave --rows-from out and make all rows, or give the column a source that `types` calls prefix-stable, such as a sequence, a UUID or a template over one.",
        "Rows from K on are those that a run over all rows would have there, and so they fit the first K that an earlier run made. That holds for "
        + "columns whose first rows stay when more are made. Unique texts with tags, `exact` shares, totals, and references to a table that has "
        + "more rows than before are not of that kind; references to a table that stays as it is are.");

    public static readonly DiagnosticDescriptor NoSuchStart = DiagnosticDescriptor.Error(
        "SD2136",
        "Rows from {0} on of table '{1}' cannot be asked for: {2}.",
        "Name a table with a `rows` number of its own and a whole number of at least 0; children follow their parents.",
        "`--rows-from` says how many rows of a table earlier runs made. It is for tables with a `rows` number of their own, and it cuts their "
        + "`per` children at the same parents.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [ColumnMoves, NoSuchStart];
}
