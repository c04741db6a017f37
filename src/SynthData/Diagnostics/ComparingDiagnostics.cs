using System.Collections.Immutable;

namespace SynthData.Diagnostics;

/// <summary>SD8201 and up: tables that cannot be compared, and comparisons that find more difference than is let pass.</summary>
internal static class ComparingDiagnostics
{
    public static readonly DiagnosticDescriptor NoCommonTable = DiagnosticDescriptor.Error(
        "SD8201",
        "'{0}' and '{1}' have no table in common. The first has: {2}. The second has: {3}.",
        "Name two files, or folders whose files are named alike.",
        "Tables are paired by their names: those of a manifest, else those of the files without their ending. Where both sides have one table, these two are compared whatever their names.");

    public static readonly DiagnosticDescriptor NoCommonColumn = DiagnosticDescriptor.Error(
        "SD8202",
        "Table '{0}' has no column in '{1}' that it has in '{2}' too. There: {3}. Here: {4}.",
        "Name two files of one table, or rename the columns.",
        "Columns are paired by their names, letter for letter.");

    public static readonly DiagnosticDescriptor EmptyTable = DiagnosticDescriptor.Error(
        "SD8203",
        "Table '{0}' has no rows in '{1}'.",
        "Name a file with rows; a CSV file begins with a header, which is no row.",
        "Nothing is like or unlike a table without rows.");

    public static readonly DiagnosticDescriptor TableOfOneSide = DiagnosticDescriptor.Warning(
        "SD8204",
        "Table '{0}' is in '{1}' only and was not compared.",
        "Leave it out there, or add it to the other side.",
        "Tables are paired by their names.");

    public static readonly DiagnosticDescriptor ColumnOfOneSide = DiagnosticDescriptor.Warning(
        "SD8205",
        "Column '{0}' of table '{1}' is in '{2}' only and was not compared.",
        "Leave it out there, or add it to the other side.",
        "Columns are paired by their names, letter for letter.");

    public static readonly DiagnosticDescriptor CellsUnread = DiagnosticDescriptor.Warning(
        "SD8206",
        "'{0}' holds {1:N0} cells of table '{2}' that are not of their column's type; they count as without a value.",
        "Correct the file, or the type in the schema; 'synthdata validate' names each cell.",
        "Types come from the schema, and without one from the cells themselves. A row with more or fewer fields than the header has no cell that can be read.");

    public static readonly DiagnosticDescriptor ThresholdPassed = DiagnosticDescriptor.Error(
        "SD8207",
        "{0}: '{1}' is apart by {2:0.####}, more than {3:0.####}.",
        "Make the tables more alike, or raise the threshold.",
        "A threshold of the command line was passed. Each is looked at in every column that has the measure, 'association' in every pair of columns.");

    public static readonly DiagnosticDescriptor ThresholdIdle = DiagnosticDescriptor.Warning(
        "SD8208",
        "'--threshold {0}=…' was looked at nowhere: no column or pair that was compared has this measure.",
        "Leave it out, or write a measure that the report names.",
        "Which measures a column has follows from what it holds: categories have 'total-variation', numbers and moments 'ks', and only texts with blanks in them have words and sentences.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        [NoCommonTable, NoCommonColumn, EmptyTable, TableOfOneSide, ColumnOfOneSide, CellsUnread, ThresholdPassed, ThresholdIdle];
}
