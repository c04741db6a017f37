using System.Collections.Immutable;

namespace SynthData.Diagnostics;

/// <summary>SD8401 and up: record types and what codegen writes.</summary>
internal static class RecordDiagnostics
{
    public static readonly DiagnosticDescriptor DoesNotFit = DiagnosticDescriptor.Error(
        "SD8401",
        "Type '{0}' no longer matches table '{1}': {2}.",
        "Run 'synthdata codegen {3}' again with the -o and --namespace of before, and build with what it writes.",
        "A type that 'synthdata codegen' wrote holds a property for each visible column of its table. The schema has changed since: a column is new "
        + "or gone, has another type, or may now be null. It is told before the first row is made. 'synthdata codegen SCHEMA --check' tells it in CI.");

    public static readonly DiagnosticDescriptor NoSuchTable = DiagnosticDescriptor.Error(
        "SD8402",
        "Type '{0}' is of table '{1}', which '{2}' has not; there are: {3}.",
        "Run 'synthdata codegen {2}' again, or name the table: Read<{0}>(\"TABLE\").",
        "'Read<T>()' without a name reads the table that the type was written for. The schema has no table of that name: it was renamed or removed, "
        + "or the type belongs to another schema.");

    public static readonly DiagnosticDescriptor TooManyRows = DiagnosticDescriptor.Error(
        "SD8403",
        "Table '{0}' has {1} rows; a list holds {2} at most.",
        "Plan fewer rows, or go through them with ReadBatchesAsync or OpenReader, which hold a batch at a time.",
        "'Read<T>' gives all rows of a table at once, in memory.");

    public static readonly DiagnosticDescriptor ForeignFile = DiagnosticDescriptor.Error(
        "SD8404",
        "'{0}' exists and was not written by 'synthdata codegen'.",
        "Name another file with -o, or move the one there away.",
        "'synthdata codegen' replaces what it wrote before, which it knows by the first two lines, and nothing else.");

    public static readonly DiagnosticDescriptor Differs = DiagnosticDescriptor.Error(
        "SD8405",
        "This is not what codegen writes for '{0}': {1} stands where {2} is expected.",
        "Run the same command without '--check' and check in what it writes.",
        "The schema has changed since the record types were written, or somebody changed them by hand. Ends of lines are not compared.");

    public static readonly DiagnosticDescriptor Missing = DiagnosticDescriptor.Error(
        "SD8406",
        "There is no '{0}' with the record types of '{1}'.",
        "Run the same command without '--check' and check in what it writes, or correct -o.",
        "'--check' compares the file that the command would write with the one that is there.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [DoesNotFit, NoSuchTable, TooManyRows, ForeignFile, Differs, Missing];
}
