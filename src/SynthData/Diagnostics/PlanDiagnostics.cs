using System.Collections.Immutable;
using static SynthData.Diagnostics.DiagnosticDescriptor;

namespace SynthData.Diagnostics;

/// <summary>SD2001 to SD2099: what binding a schema to a request and counting its rows can tell.</summary>
internal static class PlanDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownTable = Error(
        "SD2001", "Table '{0}' is not in the schema.{1}", "Name one of its tables: {2}.",
        "A `per`, a `references`, a `to`, a `--rows` or a `--tables` names a table that the schema does not define.");

    public static readonly DiagnosticDescriptor UnknownTargetColumn = Error(
        "SD2002", "Table '{0}' has no column '{1}'.{2}", "Name a column of '{0}'.",
        "A `references` or `to` names a column that its table does not define.");

    public static readonly DiagnosticDescriptor TargetIsNoKey = Error(
        "SD2003", "'{0}.{1}' is referred to but is not a key: a reference needs the table's key or a unique column, never null.",
        "Refer to the key of '{0}', or make the column its `key` or `unique`, without `nulls` and `when`.",
        "A reference that finds several rows would not say which one it means.");

    public static readonly DiagnosticDescriptor TableCycle = Error(
        "SD2004", "Tables need one another in a circle: {0}.", "Break the circle: make one of the references a plain column, or a table of its own between the two.",
        "Parents are made before their children. A circle of `per` and `references` has no first table.");

    public static readonly DiagnosticDescriptor ColumnCycle = Error(
        "SD2005", "Columns of table '{0}' need one another in a circle: {1}.", "Break the circle: compute one of them from columns outside it.",
        "A cell is filled after the cells it mentions. A circle of mentions has no first cell.");

    public static readonly DiagnosticDescriptor SelfReferenceNeedsEarlier = Error(
        "SD2006", "Column '{0}.{1}' refers to its own table without `earlier: true`.", "Add `earlier: true`: the row then refers to a row with a lower index, and row 0 gets null.",
        "A row can only refer to rows of its own table that come before it, or references could run in circles.");

    public static readonly DiagnosticDescriptor EarlierElsewhere = Error(
        "SD2007", "Column '{0}.{1}' has `earlier: true` but refers to another table, '{2}'.", "Remove `earlier`.",
        "`earlier` restricts a reference to rows of the own table before this one.");

    public static readonly DiagnosticDescriptor PerIsAmbiguous = Error(
        "SD2008", "Table '{0}' has rows per '{1}', and {2} columns refer to that table: {3}.", "Name the column instead of the table: `per: {4}`.",
        "`per` says whose children the rows are. With several references to the parent, the column that holds it must be named.");

    public static readonly DiagnosticDescriptor PerReferenceIsPlain = Error(
        "SD2009", "Column '{0}.{1}' holds the `per` parent and cannot have `{2}`.", "Remove `{2}`: the parent of a row is given by its count.",
        "The `per` reference is not drawn: every parent has as many rows as its count says.");

    public static readonly DiagnosticDescriptor PositionWithoutPer = Error(
        "SD2010", "Column '{0}.{1}' is a position, but table '{0}' has no `per` parent.", "Use `sequence: 1`, or give the table `rows: {{ per: …, count: … }}`.",
        "`position` counts 1, 2, 3 within a `per` parent.");

    public static readonly DiagnosticDescriptor RangeIsEmpty = Error(
        "SD2011", "The range of '{0}' is empty: {1} is above {2}.", "Write the lower end first.",
        "A range holds both ends; the first must not be above the second.");

    public static readonly DiagnosticDescriptor LiteralDoesNotFit = Error(
        "SD2012", "'{0}' is not a value of type {1} for '{2}'.", "Write a value such as {3}, or change the column's type.",
        "Literals are typed by their column: whole numbers, numbers with at most the scale's places, ISO dates, and so on.");

    public static readonly DiagnosticDescriptor TypeDoesNotFit = Error(
        "SD2013", "Column '{0}' has type {1}, but its source gives {2}.", "Use type {2}, or another source; conversions are int to decimal to double and date to timestamp only.",
        "Nothing is converted in silence beyond whole numbers to decimals to doubles and dates to timestamps.");

    public static readonly DiagnosticDescriptor TypeNeeded = Error(
        "SD2014", "Column '{0}' needs a `type`: {1}.", "Add `type: …`, or make it something that has a column's type.",
        "Most sources say what type they make; durations and distributions do not.");

    public static readonly DiagnosticDescriptor DistributionDoesNotFit = Error(
        "SD2016", "Distribution '{0}' of '{1}' does not fit: {2}.", "{3}",
        "Each distribution takes certain types and parameters; `synthdata types` lists them.");

    public static readonly DiagnosticDescriptor MostIsCutAway = Error(
        "SD2017", "The range of '{0}' cuts away {1:0.##} % of its distribution, more than 99 %.", "Move the range to where the distribution has its mass, or change its parameters.",
        "A range truncates its distribution. What is left of less than 1 % is rarely what was meant.");

    public static readonly DiagnosticDescriptor GivenUncovered = Error(
        "SD2018", "'{0}' has no case for {1} = {2}, and no `else`.", "Add the case, or an `else`.",
        "An option that is `given` a column must say what holds for every value the column can have; null takes `else`.");

    public static readonly DiagnosticDescriptor GivenOpen = Error(
        "SD2019", "'{0}' is given '{1}', which is no closed list of values or can be null, and has no `else`.", "Add an `else`.",
        "Only `values`, booleans and positions of a fixed count are closed lists; for the rest, and for null, an `else` must say what holds.");

    public static readonly DiagnosticDescriptor GivenKeyUnknown = Error(
        "SD2020", "'{0}' has a case for {1}, which '{2}' never is.{3}", "Write one of its values: {4}.",
        "A case that can never hold is a typing error more often than not.");

    public static readonly DiagnosticDescriptor WeightsAreNothing = Error(
        "SD2021", "The weights of '{0}' are all zero.", "Give at least one value a weight above 0.",
        "Weights need not sum to anything, but something must be drawn.");

    public static readonly DiagnosticDescriptor UniqueTooSmall = Error(
        "SD2022", "Column '{0}' is unique and has {1} different values at most, but {2} rows need one.", "Ask for fewer rows, or widen the column.",
        "Unique values come from a permutation of everything the column can be; the plan knows how many that are.");

    public static readonly DiagnosticDescriptor UniqueUnsupported = Error(
        "SD2023", "Column '{0}' cannot be unique: {1}.", "{2}",
        "Unique values are made by construction (a permutation, a tag), never by trying again. Some sources have neither.");

    public static readonly DiagnosticDescriptor KeyUnsupported = Error(
        "SD2024", "Column '{0}' is part of a key and {1}.", "{2}",
        "A key is unique and never null, and comes from code: a sequence, a UUID, a pattern, a reference, a position, a listed value or an expression.");

    public static readonly DiagnosticDescriptor UniqueRuleRefused = Error(
        "SD2025", "Uniqueness of ({0}) in table '{1}' cannot be made: {2}.", "{3}",
        "Composite uniqueness over drawn columns is not tried by luck. It holds by construction with a unique column among them, with the `per` reference and `position`, or with the `per` reference and one drawn reference.");

    public static readonly DiagnosticDescriptor TooManyRowsForParents = Error(
        "SD2026", "Column '{0}' refers to each row of '{1}' at most once, but {2} rows need one of {3}.", "Ask for at most {3} rows, or remove `unique`.",
        "A one-to-one reference is a permutation of the parents.");

    public static readonly DiagnosticDescriptor NoParents = Error(
        "SD2027", "Column '{0}' refers to table '{1}', which has no rows.", "Give '{1}' rows, or make the reference null with `when`.",
        "A reference needs a row to refer to.");

    public static readonly DiagnosticDescriptor NoWayToFillPrompt = Error(
        "SD2028", "Column '{0}' is a prompt and nothing fills it.",
        "Ask a model once with `synthdata compile`, for each row with `--model openai/NAME` or `--model ollama/NAME`, or add a `fallback`.",
        "A prompt is filled by knowledge that covers it, else by a model when one is named, else by the fallback that the schema writes. Nothing else is put there in silence.");

    public static readonly DiagnosticDescriptor SourceGuessed = Warning(
        "SD2029", "Column '{0}' has no source; its name suggests `{1}`.", "Write it: `{1}`.",
        "A column without a source is guessed from its name, and the plan shows the line to write.");

    public static readonly DiagnosticDescriptor NoSource = Error(
        "SD2030", "Column '{0}' has no source, and its name suggests none.", "Give it one: `values`, `range`, `semantic`, `expr`, …; `synthdata types` lists them.",
        "A column's values come from exactly one source.");

    public static readonly DiagnosticDescriptor GuessRefused = Error(
        "SD2031", "Column '{0}' has no source; under --strict its name's guess is refused.", "Write `{1}`.",
        "`--strict` refuses sources that are guessed from names.");

    public static readonly DiagnosticDescriptor FrozenRule = Warning(
        "SD2034", "Rule '{0}' reads only cells that a redraw does not change ({1}).", "It is checked, and a row that breaks it ends the run; make it hold by construction.",
        "Keys, positions, exact columns and the `per` parent stay as they are when a row is drawn again.");

    public static readonly DiagnosticDescriptor ShareIsLuck = Error(
        "SD2035", "The share rule '{0}' over {1} drawn rows has a standard error of {2:0.####}; within {3} is less than five of them.",
        "Make the column `exact: true`, or widen `within` to at least {4:0.####}.",
        "Drawn shares differ from their weights by luck. A rule tighter than five standard errors would fail some runs.");

    public static readonly DiagnosticDescriptor RowsOutside = Error(
        "SD2036", "Table '{0}' will have {1} rows, outside the rule's {2} to {3}.", "Change `rows`, the `count`, the seed or the rule.",
        "The number of rows is known before the first row is made.");

    public static readonly DiagnosticDescriptor CountReadsModel = Error(
        "SD2037", "The count of table '{0}' reads '{1}', which a model fills.", "Count by a column made locally.",
        "Counts are known before a model is asked.");

    public static readonly DiagnosticDescriptor PromptCycle = Error(
        "SD2038", "The prompt of '{0}' needs '{1}', which needs a prompt of the same table.", "Mention the prompt column itself; all prompts of a row are answered together.",
        "The prompt columns of a table are filled in one step; nothing computed from one can be told to another.");

    public static readonly DiagnosticDescriptor ExactGivenNotExact = Error(
        "SD2039", "'{0}' is exact and given '{1}', which is not.", "Make '{1}' exact as well, given what it depends on, and list all of them in order.",
        "Exact shares within groups need groups whose sizes are exact.");

    public static readonly DiagnosticDescriptor SeveralColumnsGuess = Error(
        "SD2040", "Columns '{0}' of table '{1}' share one line, which only `references` may.", "Write each column on its own.",
        "A quoted list of columns is one composite reference.");

    public static readonly DiagnosticDescriptor UnknownRuleColumn = Error(
        "SD2041", "The {0} names column '{1}', which table '{2}' does not have.{3}", "Name a column of '{2}'.",
        "Keys and table rules list columns of their own table.");

    public static readonly DiagnosticDescriptor RowsNotOwn = Error(
        "SD2042", "Table '{0}' has no `rows` number of its own: {1}.", "Give `--rows` for {2}.",
        "Rows of a `per` table follow from its parents; listed rows are what they are.");

    public static readonly DiagnosticDescriptor NegativeRows = Error(
        "SD2043", "{0} rows asked for table '{1}'.", "Ask for a whole number of at least 0.",
        "A table has no fewer than 0 rows.");

    public static readonly DiagnosticDescriptor DistinctNotPer = Error(
        "SD2044", "Column '{0}' is distinct within '{1}', which does not hold the `per` parent of its table.", "Name the column that holds the `per` parent.",
        "Rows of one `per` parent are made together, so that their references can differ; other rows are not.");

    public static readonly DiagnosticDescriptor TableWritesNothing = Error(
        "SD2045", "Table '{0}' has no visible column.", "Show at least one, or set `output: false` for the table.",
        "A file needs a column.");

    public static readonly DiagnosticDescriptor ShardAsksModel = Error(
        "SD2046", "Table '{0}' is answered by a model and cannot be made in shards.", "Run without `--shard`, or with `--replay` from a journal that holds the answers.",
        "Shards share nothing while they run; a model's answers depend on the waves before them.");

    public static readonly DiagnosticDescriptor SequenceTooLong = Error(
        "SD2047", "The sequence of '{0}' passes the limits of {1} within {2} rows.", "Use int64, a smaller start or a smaller step.",
        "A sequence that overflows would repeat.");

    public static readonly DiagnosticDescriptor ReferenceMixesTables = Error(
        "SD2048", "The columns '{0}' refer to several tables: {1}.", "A composite reference names columns of one table.",
        "The columns of a composite reference are those of one parent row.");

    public static readonly DiagnosticDescriptor ExactNullsBesideWhen = Error(
        "SD2050", "The nulls of '{0}' are exact, but its `when` leaves out rows that are not known before they are drawn.",
        "Remove `when` or `exact: true`; a drawn share beside `when` is `nulls: 10%`.",
        "Exact nulls are cut from all rows of the table, or from groups whose sizes are exact.");

    public static readonly DiagnosticDescriptor CountIsNoNumber = Error(
        "SD2051", "The count of table '{0}' is '{1}', which gives {2}; a whole number is expected.", "Write a whole number, or an expression that gives one, such as `cast(ceil(x) as int64)`.",
        "A count says how many rows each parent has.");

    public static readonly DiagnosticDescriptor ForeignKeyType = Error(
        "SD2052", "Column '{0}' has type {1}, but '{2}', whose values it holds, has {3}.", "Give both the same type.",
        "A foreign key is compared with its target value by value, not text by text.");

    public static readonly DiagnosticDescriptor TypeIsNotDrawn = Error(
        "SD2053", "Column '{0}' has type {1}, but {2}.", "Use one of those types, or draw with `values`.",
        "Texts, truth values and UUIDs have no order to draw from between two ends.");

    public static readonly DiagnosticDescriptor TooManyRows = Error(
        "SD2054", "Table '{0}' would have more than {1} rows.", "Ask for fewer rows, a smaller `count` or a smaller `--scale`.",
        "Beyond that a row's place is no longer counted exactly.");

    public static readonly DiagnosticDescriptor CountIsNone = Error(
        "SD2055", "'{0}' is no number of rows of '{1}' per parent.", "Write a whole number from 0 to {2}.",
        "A parent has no children or some; `count: { between: [0, 3] }` leaves some parents without.");

    public static readonly DiagnosticDescriptor TooManyParents = Error(
        "SD2056", "Table '{0}' has rows per '{1}', whose {2} rows are more than the {3} whose children can be counted.", "Ask for fewer rows of '{1}'.",
        "The children of each parent are counted before the first row is made, and a running sum for every few thousand parents stays in memory.");

    public static readonly DiagnosticDescriptor RangeTooWide = Error(
        "SD2057", "The range of '{0}' reaches farther than {1} from 0.", "Bring its ends nearer, or draw without a range from a distribution.",
        "The width of a range has to be a number itself, and so has every step on the way to a draw.");

    public static readonly DiagnosticDescriptor ConstantFails = Error(
        "SD2058", "The expression of '{0}' reads no column and never has a value: {1}", "Correct the expression.",
        "An expression that fails rejects its row. One that is the same in every row would reject them all.");

    public static readonly DiagnosticDescriptor ValueRepeated = Error(
        "SD2059", "'{0}' lists '{1}' and '{2}', which are one value.", "Keep one of them, with the weights added.",
        "Values are compared as values of the column's type, not as texts: 1 and 01 are one number.");

    public static readonly DiagnosticDescriptor StepTooWide = Error(
        "SD2060", "The step of '{0}' is wider than its range, so that only '{1}' would ever be drawn.", "Write a smaller `step`, a wider range, or a `constant`.",
        "Values lie on a grid that starts at the lower end. Timestamps and times have whole seconds unless `step` says else.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        UnknownTable, UnknownTargetColumn, TargetIsNoKey, TableCycle, ColumnCycle, SelfReferenceNeedsEarlier, EarlierElsewhere, PerIsAmbiguous,
        PerReferenceIsPlain, PositionWithoutPer, RangeIsEmpty, LiteralDoesNotFit, TypeDoesNotFit, TypeNeeded, DistributionDoesNotFit,
        MostIsCutAway, GivenUncovered, GivenOpen, GivenKeyUnknown, WeightsAreNothing, UniqueTooSmall, UniqueUnsupported, KeyUnsupported,
        UniqueRuleRefused, TooManyRowsForParents, NoParents, NoWayToFillPrompt, SourceGuessed, NoSource, GuessRefused,
        FrozenRule, ShareIsLuck, RowsOutside, CountReadsModel, PromptCycle, ExactGivenNotExact, SeveralColumnsGuess,
        UnknownRuleColumn, RowsNotOwn, NegativeRows, DistinctNotPer, TableWritesNothing, ShardAsksModel, SequenceTooLong, ReferenceMixesTables,
        ExactNullsBesideWhen, CountIsNoNumber, ForeignKeyType, TypeIsNotDrawn, TooManyRows, CountIsNone, TooManyParents,
        RangeTooWide, ConstantFails, ValueRepeated, StepTooWide,
    ];
}
