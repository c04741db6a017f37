using System.Collections.Immutable;

namespace SynthData.Diagnostics;

/// <summary>SD5906 and up: what is asked of a journal, and what it has to do with a run.</summary>
internal static class JournalDiagnostics
{
    public static readonly DiagnosticDescriptor RowUnknown = DiagnosticDescriptor.Error(
        "SD5906",
        "The journal '{0}' knows nothing of row {1} of table '{2}'. It knows: {3}.",
        "Name a table and a row of these; rows count from 0.",
        "The story of a row is told from the calls that asked for it. Rows whose prompt cells are all null were never asked for.");

    public static readonly DiagnosticDescriptor JournalOfAnother = DiagnosticDescriptor.Warning(
        "SD5907",
        "The journal '{0}' holds {1} answers ({2}), and none of them is about a table this run asks {3} for.",
        "If that is another dataset's journal, give this run one of its own with --journal; nothing in it is lost.",
        "Answers are found by model, table, column and what the row shows. A journal of another schema or model fits nowhere, so everything is asked, and paid, anew.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [RowUnknown, JournalOfAnother];
}
