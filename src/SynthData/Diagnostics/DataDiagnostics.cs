using System.Collections.Immutable;
using static SynthData.Diagnostics.DiagnosticDescriptor;

namespace SynthData.Diagnostics;

/// <summary>SD4020 to SD4059: how data that somebody made does not keep its schema, and what could not be checked.</summary>
/// <remarks>The first argument says which row, such as <c>orders.csv row 12</c>, counted from 1 without a header.</remarks>
internal static class DataDiagnostics
{
    public static readonly DiagnosticDescriptor ColumnMissing = Error(
        "SD4020", "'{0}' has no column '{1}', which table '{2}' has.",
        "Add the column, or mark it `hidden: true` in the schema.",
        "Every visible column of a table must be in its file, in any order. A key that no JSON line has is a missing column.");

    public static readonly DiagnosticDescriptor ColumnUnknown = Error(
        "SD4021", "'{0}' has a column '{1}', which table '{2}' has not.{3}",
        "Remove the column, or add it to the schema.",
        "A column that the schema does not know is not checked by anything, so it is told and not passed over.");

    public static readonly DiagnosticDescriptor ColumnTwice = Error(
        "SD4022", "'{0}' has the column '{1}' of table '{2}' twice; the first was checked.",
        "Keep one of them.",
        "Two columns, or two keys of one JSON object, with one name: readers disagree which one counts.");

    public static readonly DiagnosticDescriptor ColumnStoredOtherwise = Error(
        "SD4023", "'{0}' stores column '{1}' of table '{2}' as {3}; expected {4}.",
        "Store it as the schema's type, or change the type in the schema.",
        "A Parquet file says of each column what it is stored as. Whole numbers may be stored in 32 or 64 bits, and doubles in either width; nothing else is converted.");

    public static readonly DiagnosticDescriptor CellMistyped = Error(
        "SD4024", "{0}: column '{1}' holds {2}, which is not {3}.",
        "Write the value as the type is written: 12.50 with no more places than its scale, 2024-01-31, 2024-01-31T10:00:00, true, a UUID with hyphens.",
        "Cells are read exactly: nothing is rounded, trimmed or guessed. What reads this cell is not checked in its row.");

    public static readonly DiagnosticDescriptor RowMalformed = Error(
        "SD4025", "{0} is not {1}.",
        "Correct the row; a text that holds a comma, a quote or a line break is quoted in CSV.",
        "A CSV row has as many fields as the header, a JSON line is one object. No cell of this row is checked.");

    public static readonly DiagnosticDescriptor NullUnexpected = Error(
        "SD4026", "{0}: column '{1}' is null, and nothing makes it null there.",
        "Give it a value, or let the column be null in the schema with `nulls` or `when`.",
        "A column is null where its `when` is not TRUE, where `nulls` may draw it, where its values list null, or where what computes it is null. In CSV, null is an empty field and \"\" is an empty text.");

    public static readonly DiagnosticDescriptor ValueUnexpected = Error(
        "SD4027", "{0}: column '{1}' holds {2}, but must be null, as {3}.",
        "Empty the cell, or change the condition.",
        "A column with `when` is null unless the condition is TRUE; one with `cases` is null where none of them is.");

    public static readonly DiagnosticDescriptor ValueUnlisted = Error(
        "SD4028", "{0}: column '{1}' holds {2}, which is not one of its values: {3}.",
        "Write one of the values, or add it to the schema.",
        "A column with `values` holds one of them; with `given`, one of those for the row's condition. A column of a table whose rows are listed holds what is listed.");

    public static readonly DiagnosticDescriptor OutsideRange = Error(
        "SD4029", "{0}: column '{1}' holds {2}, which is not {3}.",
        "Correct the value, or widen the range.",
        "Both ends of a range belong to it. Ends that are expressions are computed from the row and from the rows it refers to; a `step` allows the points of its grid only.");

    public static readonly DiagnosticDescriptor PatternUnmatched = Error(
        "SD4030", "{0}: column '{1}' holds {2}, which is no text of the pattern {3}.",
        "Correct the value, or widen the pattern.",
        "The whole text must be of the pattern, from its first character to its last.");

    public static readonly DiagnosticDescriptor StandardBroken = Error(
        "SD4049", "{0}: column '{1}' holds {2}, which is not {3}.",
        "Correct the value; a digit may be missing, doubled or exchanged with its neighbour.",
        "Where a semantic type follows a standard with a fixed form or check digits, data of any origin is held to it. Blanks, hyphens and dots do not count.");

    public static readonly DiagnosticDescriptor ComputedOtherwise = Error(
        "SD4031", "{0}: column '{1}' holds {2}, but '{3}' gives {4}.",
        "Correct the value, or the expression.",
        "A column with `expr` or `template` is computed again from the row and from the rows it refers to, found by the keys in the data. Doubles may differ in the last places.");

    public static readonly DiagnosticDescriptor PositionOff = Error(
        "SD4032", "{0}: column '{1}' holds {2}; expected {3} within its parent.",
        "Number the rows of each parent 1, 2, 3 without a gap.",
        "A `position` column counts the rows of one `per` parent from 1, each number once, in any order.");

    public static readonly DiagnosticDescriptor OrderBroken = Error(
        "SD4046", "{0}: column '{1}' holds {2}, which is less than {3} in a row before it of the same parent.",
        "Sort the column's values within each parent.",
        "An `ordered` column does not fall from one row of a `per` parent to the next, by position.");

    public static readonly DiagnosticDescriptor RuleBroken = Error(
        "SD4033", "{0} breaks the rule '{1}' of table '{2}'. Its cells: {3}.{4}",
        "Correct the row, or relax the rule.",
        "A rule is broken where it is FALSE; where it is null, because something it reads is null, it holds.");

    public static readonly DiagnosticDescriptor NoValue = Error(
        "SD4034", "{0}: {1} cannot be computed. {2}",
        "Correct the row, or guard the expression, such as `a / nullif(b, 0)`.",
        "Division by zero, overflow and values out of domain are errors, never null or infinity, so a row that leads to one is wrong.");

    public static readonly DiagnosticDescriptor Repeated = Error(
        "SD4035", "{0} and {1} agree in {2} of table '{3}', which must not repeat ({4}).",
        "Remove one of the rows, or change its value.",
        "Keys, unique columns, `unique` rules and `distinct` references do not repeat; nulls are not equal to one another.");

    public static readonly DiagnosticDescriptor KeyIsNull = Error(
        "SD4036", "{0}: {1} of table '{2}' is a key and holds null.",
        "Give the row a key.",
        "A key names its row; null names nothing.");

    public static readonly DiagnosticDescriptor Orphan = Error(
        "SD4037", "{0}: {1} holds {2}, which is no {3} of table '{4}'.",
        "Correct the reference, or add the row it means.",
        "Every reference that is not null must be found among the keys of the table it refers to, in the data given.");

    public static readonly DiagnosticDescriptor HalfReference = Error(
        "SD4038", "{0}: of {1}, which refer to a row of table '{2}' together, some are null and some are not.",
        "Give all of them a value, or none.",
        "The columns of a composite reference are null together.");

    public static readonly DiagnosticDescriptor Undetermined = Error(
        "SD4039", "{0} and {1} have the same {2} but different {3}, which the rule '{4}' of table '{5}' forbids.",
        "Correct one of the rows, or relax the rule.",
        "A dependency says that equal values of one column mean equal values of another; one_to_one says it both ways.");

    public static readonly DiagnosticDescriptor ShareOff = Error(
        "SD4040", "In table '{0}', {1} of {2} rows ({3:0.####}) keep '{4}'; the rule wants {5} within {6}.",
        "Correct the rows, or change the rule.",
        "A share rule counts the rows for which its condition is TRUE.");

    public static readonly DiagnosticDescriptor RowsOff = Error(
        "SD4041", "Table '{0}' has {1} rows; the rule '{2}' wants {3} to {4}.",
        "Add or remove rows, or change the rule.",
        "A `rows` rule counts the rows of its table. Without one, data may have as many rows as it likes.");

    public static readonly DiagnosticDescriptor RowUnlisted = Error(
        "SD4042", "{0}: no row that the schema lists for table '{1}' has these values of {2} together.",
        "Correct the row, or list it in the schema.",
        "The rows of this table are written in the schema or in a file it names; data may hold some of them or all, and no others.");

    public static readonly DiagnosticDescriptor ManifestDiffers = Error(
        "SD4043", "'{0}' does not fit its manifest: {1}.",
        "Make the dataset again, or remove the manifest if the change is meant.",
        "A manifest holds the rows, the bytes and the SHA-256 of every file of a dataset. A file that differs was changed, cut or replaced since.");

    public static readonly DiagnosticDescriptor NotChecked = Warning(
        "SD4050", "Not checked in table '{0}', because {1}: {2}.",
        "Give the data that is missing, as a folder or as TABLE=FILE, or make the column visible.",
        "What a check reads may be in a hidden column, or in a table that was not given. That is said, so that no silence is taken for a pass.");

    public static readonly DiagnosticDescriptor TableAbsent = Warning(
        "SD4051", "'{0}' holds no file of table '{1}'.",
        "Add it, or name it as TABLE=FILE.",
        "A folder is searched for a file named after each table that the schema writes.");

    public static readonly DiagnosticDescriptor FileUnread = Warning(
        "SD4052", "'{0}' was not read: {1}.",
        "Rename it after its table, or name it as TABLE=FILE; parts of a dataset are put together by `synthdata merge`.",
        "In a folder, the files that a manifest names are read, and without one those named after tables.");

    public static readonly DiagnosticDescriptor ManifestParams = Warning(
        "SD4053", "The dataset in '{0}' was made with {1}, and is checked with {2}.",
        "Give the same parameters with `--set`.",
        "Parameters are put into a schema before it is read, so other values may make other rules.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        ColumnMissing, ColumnUnknown, ColumnTwice, ColumnStoredOtherwise, CellMistyped, RowMalformed, NullUnexpected, ValueUnexpected, ValueUnlisted,
        OutsideRange, PatternUnmatched, StandardBroken, ComputedOtherwise, PositionOff, OrderBroken, RuleBroken, NoValue, Repeated, KeyIsNull, Orphan, HalfReference,
        Undetermined, ShareOff, RowsOff, RowUnlisted, ManifestDiffers, NotChecked, TableAbsent, FileUnread, ManifestParams,
    ];
}
