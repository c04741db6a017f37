using System.Collections.Immutable;
using static SynthData.Diagnostics.DiagnosticDescriptor;

namespace SynthData.Diagnostics;

/// <summary>SD8421 to SD8439: a test and its schema do not go together.</summary>
internal static class FixtureDiagnostics
{
    public static readonly DiagnosticDescriptor SchemaNotFound = Error(
        "SD8421",
        "There is no schema '{0}'. Looked at, in this order: {1}.",
        "Write the path from the folder of the test's source file, or copy the schema to the output: <None Include=\"{0}\" CopyToOutputDirectory=\"PreserveNewest\" />.",
        "A relative path counts from the folder of the source file that calls, then from the folder the tests run in and those above it. The working folder plays no part.");

    public static readonly DiagnosticDescriptor TypeWithoutTable = Error(
        "SD8422",
        "No table is named after type '{0}'. Tables: {1}.",
        "Write [Table(\"{2}\")] on the type, or name the table in the call: table: \"{2}\".",
        "A type stands for the table of its name or of its plural: Order for orders, Category for categories. Case and underscores do not matter.");

    public static readonly DiagnosticDescriptor TypeDiffers = Error(
        "SD8423",
        "Type '{0}' does not match table '{1}':{2}",
        "Correct the type, or write it anew from the schema with 'synthdata codegen'. [Column(\"name\")] names a property's column, [NotMapped] leaves a property out.",
        "Every parameter of the constructor and every property that can be set takes the column of its name, in a type that holds each of its cells. Columns without a property are left out.");

    public static readonly DiagnosticDescriptor ValueDoesNotFit = Error(
        "SD8424",
        "Row {0} of table '{1}' has {2} in '{3}', which '{4}.{5}' ({6}) cannot hold.",
        "Widen the type of '{5}', or narrow the column.",
        "The type of the property fits the column's, but not this value: a whole number beyond its limits, or a text that is no member of the enum. Nothing is cut to fit.");

    public static readonly DiagnosticDescriptor UnknownTable = Error(
        "SD8425",
        "There is no table '{0}'.{1} Tables: {2}.",
        "Write one of these names.",
        "A test named a table that its schema does not have.");

    public static readonly DiagnosticDescriptor RowsOutOfReach = Error(
        "SD8426",
        "{0} rows of table '{1}' cannot be had; there are {2}, and {3}.",
        "Ask for fewer rows, or change the table's 'rows' in the schema.",
        "Rows that a schema lists are as many as they are. Rows made per parent are as many as the parents give; their number is raised until it is clear that it does not help.");

    public static readonly DiagnosticDescriptor PinnedUnknown = Error(
        "SD8427",
        "Object {0} pinned to table '{1}' has '{2}', which is no column of it.{3} Columns: {4}.",
        "Write the name of a column; case and underscores do not matter.",
        "A pinned object overwrites the cells it names, so each of its names has to be a column's.");

    public static readonly DiagnosticDescriptor PinnedNoValue = Error(
        "SD8428",
        "Object {0} pinned to table '{1}' has a value of type '{3}' in '{2}', which no cell can hold.",
        "Write a text, number, bool, date, time, Guid, member of an enum, or null.",
        "Pinned values become cells of a row; lists and other objects cannot.");

    public static readonly DiagnosticDescriptor PinnedListed = Error(
        "SD8429",
        "Rows are pinned to table '{0}', but its rows are listed in the schema.",
        "Change the listed rows in the schema, or pin rows of a table that is drawn.",
        "Pinned objects overwrite cells of rows that are drawn; listed rows say themselves what they hold.");

    public static readonly DiagnosticDescriptor PinnedRowDiffers = Error(
        "SD8430",
        "Object {0} pinned to table '{1}' has {2} = {3}, but the row it makes has {4}.",
        "Write {4}, or pin an anonymous object with only the cells to overwrite.",
        "A row of a type is pinned as a whole. Cells that follow from others (computed ones, keys of the `per` parent, prompts) are made, and have to come out as the object says.");

    public static readonly DiagnosticDescriptor MadeOtherwise = Error(
        "SD8431",
        "'{0}' was made with {1}, and is compared with what {2} makes.",
        "Check with the same, or make the files again: 'synthdata generate … --overwrite'.",
        "A manifest records what its files were made with. Rows, scale and tables are taken from there; seed, params and the day are the schema's unless the test says others.");

    public static readonly DiagnosticDescriptor NoServer = Error(
        "SD8432",
        "No PostgreSQL server is named.",
        "Set SYNTHDATA_POSTGRES=postgres://USER@HOST:PORT/DB, or pass the URL; the password comes from PGPASSWORD, PGPASSFILE or ~/.pgpass.",
        "A fixture makes a database of its own on a server that is there; it starts none.");

    public static readonly DiagnosticDescriptor PinnedNothing = Error(
        "SD8433",
        "Object {0} pinned to table '{1}' is {2}, which names no column.",
        "Write new {{ Name = value }}, a dictionary from column to value, or a row of the table's type; new {{ }} leaves the row as it is drawn.",
        "A pinned object overwrites the cells it names. One that cannot name any would be ignored, and so is refused.");

    /// <summary>All of this family.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        SchemaNotFound, TypeWithoutTable, TypeDiffers, ValueDoesNotFit, UnknownTable, RowsOutOfReach, PinnedUnknown, PinnedNoValue, PinnedListed,
        PinnedRowDiffers, MadeOtherwise, NoServer, PinnedNothing,
    ];
}
