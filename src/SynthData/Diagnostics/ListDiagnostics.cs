using System.Collections.Immutable;
using static SynthData.Diagnostics.DiagnosticDescriptor;

namespace SynthData.Diagnostics;

/// <summary>SD1080 to SD1094 and SD2080 to SD2094: values and rows that a schema lists, itself or in a file: tuples, value files, pinned rows, coverage, faults.</summary>
internal static class ListDiagnostics
{
    public static readonly DiagnosticDescriptor TupleLength = Error(
        "SD1080",
        "A tuple of {0} has {1} value(s); expected {2}, one for each column, or {3} with its weight last.",
        "Write one value for each column in order, and a weight behind them if it has one: [I10, Hypertension, 40].",
        "A tuple fills several columns of a row at once. A weight that is not written is 1.");

    public static readonly DiagnosticDescriptor TuplesNotByCondition = Error(
        "SD1081",
        "{0}, with 'given', is {1}; expected a map by the value of {2}, each with a list of tuples, or {{ file: … }}.",
        "Write tuples: {{ CONDITION: [ [a, b, 2] ], else: [ [c, d] ] }}, or remove 'given'.",
        "With 'given', tuples are always by condition: a map in the schema, or columns of that name in the file.");

    public static readonly DiagnosticDescriptor FileRagged = Error(
        "SD1082",
        "This line has {0} field(s); expected {1}, as the header has.",
        "Correct the line; a text that holds a comma, a quote or a line break stands in double quotes.",
        "A CSV file that a schema names has a header and as many fields in every line. An empty line is a line of one empty field.");

    public static readonly DiagnosticDescriptor FileNotUtf8 = Error(
        "SD1083",
        "The file is not UTF-8: byte {0:x2} cannot stand here.",
        "Save the file as UTF-8.",
        "Happens when a spreadsheet saved the file in another encoding, such as Windows-1252 or UTF-16.");

    public static readonly DiagnosticDescriptor FileEmpty = Error(
        "SD1084",
        "The file has {0}; expected a header and at least one line of values behind it.",
        "Fill it, or name another file.",
        "A CSV file that a schema names begins with a line of column names.");

    public static readonly DiagnosticDescriptor FileColumnMissing = Error(
        "SD1085",
        "The header has no column '{0}', which {1} takes from this file.{2} It has: {3}.",
        "Name the column as the header does, such as `column: {0}` or `weight: {0}`, or add it to the file.",
        "Values are found by the names in the header: those of `column` and `weight`, for tuples those of the columns themselves, and those that `given` names.");

    public static readonly DiagnosticDescriptor TupleRepeated = Error(
        "SD1086",
        "{0} holds [{1}] twice.",
        "Remove one; a tuple that is to come more often gets a greater weight: [{1}, 2].",
        "A tuple that stands twice is more often a slip than a weight. In a file, lines that are equal add up.");

    public static readonly DiagnosticDescriptor PinnedListed = Error(
        "SD1087",
        "Table '{0}' has 'pinned' rows, but its rows are listed.",
        "Write the cells into the listed rows.",
        "Pinned rows overwrite cells of rows that are drawn; listed rows say themselves what they hold.");

    public static readonly DiagnosticDescriptor LabelTaken = Error(
        "SD1088",
        "Faults are to be marked in '{0}', which is a column of table '{1}' already.",
        "Give the label a name of its own; the column is made, and several columns may share it.",
        "A label column is made by the engine: null where the row has no fault, else the fault's kind.");

    public static readonly DiagnosticDescriptor FaultsOverOne = Error(
        "SD1089",
        "The faults of {0} add up to {1:0.####} % of its rows; expected 100 % at most.",
        "Write smaller shares: a cell has one fault.",
        "Each kind of fault has its own share of the rows, and a cell has at most one fault.");

    public static readonly DiagnosticDescriptor FaultsRefused = Error(
        "SD2088",
        "'{0}' cannot have these faults: it {1}.",
        "{2}",
        "Every row with a fault is marked, and a row without a mark is right. So nothing that reads a faulty cell may become wrong unmarked.");

    public static readonly DiagnosticDescriptor FaultDoesNotFit = Error(
        "SD2089",
        "'{0}' cannot have the fault '{1}': {2}. It can have: {3}.",
        "Use one of those kinds, or remove the fault.",
        "A fault is bad content of the right type, and must be told apart from what is right: out_of_range needs a range, unlisted a list of values, duplicate a unique column.");

    public static readonly DiagnosticDescriptor LabelRead = Error(
        "SD2090",
        "'{0}' reads '{1}', which marks faults and is known only when a row is written.",
        "Read the column itself: it is right wherever it is read.",
        "Faults are made after a row was drawn and checked. Expressions, rules and children see the row without them.");

    public static readonly DiagnosticDescriptor TooFewOrphans = Error(
        "SD2091",
        "'{0}' is to have orphans, but every key that table '{1}' could have is taken by its {2} rows.",
        "Give '{1}' fewer rows or a wider key, or remove the orphans.",
        "An orphan is a key of the right form that no row of the parent has.");

    public static readonly DiagnosticDescriptor LabelUnknown = Error(
        "SD4056",
        "{0}: column '{1}' holds {2}, which marks no fault of this table; expected null or some of: {3}.",
        "Correct the label, or empty it where the row has no fault.",
        "A label names the fault of its row; a label that several columns share says `column: kind`, joined by '; '.");

    public static readonly DiagnosticDescriptor FaultAbsent = Error(
        "SD4057",
        "{0}: column '{1}' is marked '{2}' and holds {3}, which is not that fault.",
        "Remove the mark, or make the cell faulty as it says.",
        "A marked cell must be wrong in the way its label says, or a test that counts faults would count one too many.");

    public static readonly DiagnosticDescriptor CoverageListed = Error(
        "SD1090",
        "Table '{0}' has 'coverage', but its rows are listed.",
        "List the rows that are to be there.",
        "Coverage gives rows that are drawn their categories; listed rows say themselves what they hold.");

    public static readonly DiagnosticDescriptor CoverageRefused = Error(
        "SD2092",
        "'{0}' cannot be covered: it {1}.",
        "{2}",
        "Coverage gives the first rows, behind the pinned ones, every category once; a category that depends on another column is covered together with it.");

    public static readonly DiagnosticDescriptor CoverageTooLong = Error(
        "SD2093",
        "The coverage of table '{0}' takes {1} row(s) behind {2} pinned, and the table has {3}.",
        "Ask for more rows, or cover fewer columns; `each` takes as many rows as its longest list, `all` the product of all.",
        "Every category or combination needs a row of its own.");

    public static readonly DiagnosticDescriptor CoverageBreaksRule = Error(
        "SD2094",
        "Row {0} of table '{1}', which is to cover {2}, cannot be made. {3}",
        "Relax the rule, or take the column out of the coverage.",
        "The rest of a covered row is drawn again, up to a hundred times, until its rules hold. A combination that rules forbid cannot be covered.");

    public static readonly DiagnosticDescriptor NotCovered = Error(
        "SD4058",
        "No row of table '{0}' has {1}, which its coverage wants.",
        "Add such a row, or take the column out of the coverage.",
        "Coverage wants every category, or every combination that can be drawn, at least once.");

    public static readonly DiagnosticDescriptor PinRefused = Error(
        "SD2080",
        "'{0}' cannot be pinned: it {1}.",
        "{2}",
        "A pinned cell overwrites what its row draws, and nothing else shifts. What other cells or other rows decide cannot be overwritten in one row alone.");

    public static readonly DiagnosticDescriptor PinNotListed = Error(
        "SD2081",
        "'{0}' is pinned to {1}, which is not one of its values.{2} They are: {3}.",
        "Write one of the values, or add this one to the column.",
        "Pinned cells are checked as drawn ones are: a category stays a category.");

    public static readonly DiagnosticDescriptor PinCollides = Error(
        "SD2082",
        "'{0}' is pinned to {1}, but {2}.",
        "Pin a value that no other row has, such as one outside the sequence, or remove the pin.",
        "Keys and unique columns have each value once. A pinned value takes the place of the row's own, and no other row gives way to it.");

    public static readonly DiagnosticDescriptor PinDoesNotFit = Error(
        "SD2083",
        "Pinned row {0} gives '{1}' the value {2}, but {3}.",
        "Pin the cells that it depends on as well, or another value.",
        "Ranges, conditions and categories by condition hold for pinned cells too, with the other cells that their row has.");

    public static readonly DiagnosticDescriptor PinBreaksRule = Error(
        "SD2084",
        "Pinned row {0} of table '{1}' cannot be made. {2}",
        "Pin other values, pin fewer cells of the row, or relax the rule.",
        "The rest of a pinned row is drawn again, up to a hundred times, until its rules hold. What is pinned stays.");

    public static readonly DiagnosticDescriptor PinIsOrphan = Error(
        "SD2085",
        "'{0}' is pinned to {1}, which is no {2} of table '{3}'{4}.",
        "Pin the key of a row that the table has; `preview` shows some.",
        "References must be found, pinned or drawn. Where the key of a parent matters, pin it there as well.");

    public static readonly DiagnosticDescriptor PinnedBeyond = Error(
        "SD2086",
        "Table '{0}' has {1} row(s), but {2} are pinned.",
        "Ask for more rows, or pin fewer.",
        "Pinned rows overwrite the first rows of a table, one each.");

    public static readonly DiagnosticDescriptor PinnedOverShare = Error(
        "SD2087",
        "'{0}' is exact: of {1} row(s), {2} may be {3}, but {4} are given that.",
        "Give more rows, another share, or fewer of these cells.",
        "Pinned and covered cells count toward the shares of an exact column.");

    public static readonly DiagnosticDescriptor PinnedMissing = Error(
        "SD4055",
        "No row of table '{0}' holds what pinned row {1} gives: {2}.",
        "Add the row, or remove the pin from the schema.",
        "Each pinned row must be found in the data, in any place.");

    public static readonly DiagnosticDescriptor TupleUnlisted = Error(
        "SD4054",
        "{0}: no tuple that the schema lists for table '{1}' has these values of ({2}) together: {3}{4}.",
        "Correct the row, or list the tuple in the schema or its file.",
        "Columns that `tuples` fill together hold the values of one tuple; with `given`, one of those for the row's condition.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        TupleLength, TuplesNotByCondition, FileRagged, FileNotUtf8, FileEmpty, FileColumnMissing, TupleRepeated, PinnedListed, LabelTaken, FaultsOverOne, CoverageListed, CoverageRefused, CoverageTooLong, CoverageBreaksRule, NotCovered,
        FaultsRefused, FaultDoesNotFit, LabelRead, TooFewOrphans, LabelUnknown, FaultAbsent, PinRefused,
        PinNotListed, PinCollides, PinDoesNotFit, PinBreaksRule, PinIsOrphan, PinnedBeyond, PinnedOverShare, PinnedMissing, TupleUnlisted,
    ];
}
