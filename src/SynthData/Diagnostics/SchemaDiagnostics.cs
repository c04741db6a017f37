using System.Collections.Immutable;

namespace SynthData.Diagnostics;

/// <summary>SD1: what reading one schema file can tell.</summary>
internal static class SchemaDiagnostics
{
    public static readonly DiagnosticDescriptor NotFound = DiagnosticDescriptor.Error(
        "SD1001",
        "Schema '{0}' does not exist.",
        "Give the path of a schema file; 'synthdata init' writes one.",
        "Happens when the path names no file, or a folder on the way to it is missing.");

    public static readonly DiagnosticDescriptor Unreadable = DiagnosticDescriptor.Error(
        "SD1002",
        "Schema '{0}' cannot be read: {1}",
        "Check that it is a file and that you may read it.",
        "Happens when the operating system refuses to open or read the file, or the path names a folder.");

    public static readonly DiagnosticDescriptor TooLarge = DiagnosticDescriptor.Error(
        "SD1003",
        "The file is larger than {0} bytes, the most it may have.",
        "Move long lists of rows to a CSV file and name it with 'rows: {{ file: … }}'; keep fewer entries of knowledge.",
        "A schema is for people to read. A file over the limit is refused before it is read whole.");

    public static readonly DiagnosticDescriptor UnknownColumnType = DiagnosticDescriptor.Error(
        "SD1004",
        "Column '{0}' has type '{1}', which is not one of: {2}.{3}",
        "Use a listed type; money is 'decimal(2)'.",
        "Decimals are written 'decimal(S)' with S digits after the point, or quoted 'decimal(P,S)' with P digits in all, P at most 18.");

    public static readonly DiagnosticDescriptor NotUtf8 = DiagnosticDescriptor.Error(
        "SD1005",
        "The file is not UTF-8: byte {0:x2} cannot stand here.",
        "Save the file as UTF-8.",
        "Happens when an editor saved the file in another encoding, such as Windows-1252 or UTF-16.");

    public static readonly DiagnosticDescriptor YamlSyntax = DiagnosticDescriptor.Error(
        "SD1006",
        "The file is not valid YAML: {0}.",
        "Check indentation, quotes and brackets here and on the line before; quote texts that hold ': ', ' #', commas, braces or brackets.",
        "The rest of the file has no certain meaning behind a syntax error, so nothing else is reported with it.");

    public static readonly DiagnosticDescriptor ColonInText = DiagnosticDescriptor.Error(
        "SD1007",
        "The unquoted text of '{0}' holds a colon followed by a blank, which YAML takes for the end of another key, in: {1} …",
        "Put the whole text in quotes: {0}: '…'.",
        "A colon followed by a blank always ends a key in YAML; in prose the text needs quotes.");

    public static readonly DiagnosticDescriptor StrayComma = DiagnosticDescriptor.Error(
        "SD1008",
        "Inside {{ }} a comma ends a value: the comma after the value of '{0}' makes '{1}' a key of {2}, without a value.",
        "If '{1}' belongs to the value of '{0}', put the whole value in quotes.",
        "Inside braces YAML separates entries by commas, so a text, an expression or decimal(P,S) with a comma needs quotes there.");

    public static readonly DiagnosticDescriptor Anchor = DiagnosticDescriptor.Error(
        "SD1009",
        "'{0}' is a YAML anchor or alias, which schemas do not take.",
        "Write the value out where it is used; quote a text that starts with '&' or '*'.",
        "Anchors and aliases let a small file unfold to a huge one and hide what a column is.");

    public static readonly DiagnosticDescriptor Tag = DiagnosticDescriptor.Error(
        "SD1010",
        "'{0}' is a YAML tag, which schemas do not take.",
        "Remove it: values are typed by their column; quote a text that starts with '!'.",
        "Scalars are taken as written and typed by the column, so a tag has nothing to say.");

    public static readonly DiagnosticDescriptor DuplicateKey = DiagnosticDescriptor.Error(
        "SD1011",
        "The key '{0}' stands twice in one map.",
        "Remove or rename one of them.",
        "Which of two values was meant cannot be told.");

    public static readonly DiagnosticDescriptor SeveralDocuments = DiagnosticDescriptor.Error(
        "SD1012",
        "A second YAML document starts here; a schema is one document.",
        "Remove the '---', or move the rest to a file of its own.",
        "A line '---' starts a new document.");

    public static readonly DiagnosticDescriptor TooDeep = DiagnosticDescriptor.Error(
        "SD1013",
        "Maps and lists are nested more than {0} deep.",
        "Flatten the schema; none needs more than a few levels.",
        "The limit keeps a hostile file from exhausting memory.");

    public static readonly DiagnosticDescriptor Empty = DiagnosticDescriptor.Error(
        "SD1014",
        "The schema is empty.",
        "Write at least 'synthdata: 1', 'name' and 'tables', or let 'synthdata init' write a schema to start from.",
        "Happens when the file holds nothing but blanks and comments.");

    public static readonly DiagnosticDescriptor UnknownKey = DiagnosticDescriptor.Error(
        "SD1015",
        "{0} has an unknown key '{1}'.{2}",
        "Correct or remove the key.",
        "Unknown keys are errors, so that a misspelt one is never ignored in silence.");

    public static readonly DiagnosticDescriptor MissingKey = DiagnosticDescriptor.Error(
        "SD1016",
        "{0} has no '{1}', which is required.",
        "Add '{1}: {2}'.",
        "Happens when a required key is absent.");

    public static readonly DiagnosticDescriptor WrongShape = DiagnosticDescriptor.Error(
        "SD1017",
        "{0} is {1}; expected {2}.",
        "Write {2} here.",
        "Happens when a map stands where a list belongs, a key has no value, and the like.");

    public static readonly DiagnosticDescriptor Later = DiagnosticDescriptor.Error(
        "SD1018",
        "{0} comes in a later version of SynthData.",
        "Remove it for now.",
        "The language reserves the word, this version cannot keep its promise, and nothing in a schema is ignored.");

    public static readonly DiagnosticDescriptor BadName = DiagnosticDescriptor.Error(
        "SD1019",
        "'{0}' cannot be the name of a {1}: expected {2}.",
        "Rename it.",
        "Names become names of files and of columns in other systems, so they are plain: a letter or '_', then letters, digits or '_', 63 at most.");

    public static readonly DiagnosticDescriptor NamesAlike = DiagnosticDescriptor.Error(
        "SD1020",
        "The {0} '{1}' and '{2}' differ in case at most.",
        "Rename one of them.",
        "Many file systems and databases take names that differ in case for one.");

    public static readonly DiagnosticDescriptor BraceInText = DiagnosticDescriptor.Error(
        "SD1021",
        "The unquoted text of '{0}' holds a brace, which YAML takes for the start or end of a map, in: {1} …",
        "Put the whole text in quotes: {0}: '…'.",
        "A value that starts with a brace, and any unquoted value inside {{ }} that holds one (such as ${{day}}), needs quotes.");

    public static readonly DiagnosticDescriptor ControlCharacter = DiagnosticDescriptor.Error(
        "SD1022",
        "The schema holds the control character U+{0:X4}.",
        "Remove it; in a text, write it as an escape in double quotes.",
        "Control characters other than tab and line end have no place in a text file.");

    public static readonly DiagnosticDescriptor TooManyErrors = DiagnosticDescriptor.Error(
        "SD1023",
        "More than {0} errors: the others are not shown.",
        "Correct these first.",
        "A file with so many errors is usually not a schema at all.");

    public static readonly DiagnosticDescriptor BadLiteral = DiagnosticDescriptor.Error(
        "SD1024",
        "{0} is '{1}'; expected {2}.",
        "Write {2}.",
        "Numbers are digits that may carry '_' and one point; durations are a whole number and y, mo, w, d, h, min or s; shares are written 10% or 0.1; dates 2024-01-31.");

    public static readonly DiagnosticDescriptor NewerVersion = DiagnosticDescriptor.Error(
        "SD1025",
        "The schema wants {0} {1}; this version of SynthData knows up to {2}.",
        "Install a newer SynthData, or write '{0}: {2}'.",
        "A newer language or generator may mean what this version cannot do, so it is refused instead of guessed at.");

    public static readonly DiagnosticDescriptor DateAsArithmetic = DiagnosticDescriptor.Error(
        "SD1026",
        "{0} is '{1}', which looks like a date in a column of type {2}.",
        "Use type date or timestamp; a subtraction is written with blanks: {3}.",
        "2024-01-01 in a number column would be the number 2022, which nobody means.");

    public static readonly DiagnosticDescriptor UnknownParam = DiagnosticDescriptor.Error(
        "SD1027",
        "'${{{0}}}' names no param.{1} Known: {2}.",
        "Add '{0}' to 'params'; for a dollar sign before a placeholder write {{'$'}}{{{0}}}.",
        "${{name}} is replaced by a param in every scalar of the schema.");

    public static readonly DiagnosticDescriptor UnknownOverride = DiagnosticDescriptor.Error(
        "SD1028",
        "--set gives '{0}', which is no param of the schema.{1} Known: {2}.",
        "Correct the name, or add '{0}' to 'params'.",
        "Only what 'params' names can be set, so that a misspelt name is never ignored.");

    public static readonly DiagnosticDescriptor ParamWithoutValue = DiagnosticDescriptor.Error(
        "SD1029",
        "The param '{0}' has no value.",
        "Write one, or give it with --set {0}=….",
        "A param with nothing behind it has to be given with each run.");

    public static readonly DiagnosticDescriptor SeveralSources = DiagnosticDescriptor.Error(
        "SD1030",
        "{0} has two sources, '{1}' and '{2}'; expected exactly one.",
        "Keep one of them; several sources by condition are written as 'cases'.",
        "A source says where the values come from, so there can be only one.");

    public static readonly DiagnosticDescriptor ModifierDoesNotFit = DiagnosticDescriptor.Error(
        "SD1031",
        "{0} has '{1}', which does not go with {2}; it goes with: {3}.",
        "Remove '{1}', or use one of those sources.",
        "A modifier that changes nothing would be ignored in silence.");

    public static readonly DiagnosticDescriptor MissingCompanion = DiagnosticDescriptor.Error(
        "SD1032",
        "{0} has '{1}' without '{2}'; expected both.",
        "Add '{2}: {3}'.",
        "Some keys have a meaning only together.");

    public static readonly DiagnosticDescriptor GivenUnused = DiagnosticDescriptor.Error(
        "SD1033",
        "{0} has 'given', but no option depends on it; expected one written as a map by the value of {1}.",
        "Write such a map, or remove 'given'.",
        "With 'given', options that are maps hold by condition: range: {{ bike: [399, 6999], else: [1, 100] }}.");

    public static readonly DiagnosticDescriptor ConditionWithoutGiven = DiagnosticDescriptor.Error(
        "SD1034",
        "{0} is a map by condition, but no 'given' says which column decides; expected {1}, or 'given'.",
        "Add 'given: COLUMN', or write the option as one that holds for all rows.",
        "A map stands for a choice by the values of the columns that 'given' names.");

    public static readonly DiagnosticDescriptor ValuesNotByCondition = DiagnosticDescriptor.Error(
        "SD1035",
        "{0}, with 'given', is {1}; expected a map by the value of {2}, each with a list or a weight map.",
        "Write values: {{ CONDITION: [a, b], else: [c] }}, or remove 'given'.",
        "With 'given', 'values' are always by condition; else a weight map could not be told from a map by condition.");

    public static readonly DiagnosticDescriptor ConditionKey = DiagnosticDescriptor.Error(
        "SD1036",
        "A condition of {0} has {1} value(s); 'given' names {2} column(s).",
        "Write one value for each column, in order: [F, adult] (in JSON \"[F, adult]\"), or else.",
        "Conditions over several columns are lists of values in the order of 'given'.");

    public static readonly DiagnosticDescriptor UnknownColumn = DiagnosticDescriptor.Error(
        "SD1037",
        "{0} gives '{1}', which is no column of table '{2}'.{3} It has: {4}.",
        "Correct the name, or add the column to 'columns'.",
        "Where 'columns' is written, listed rows give columns of it only; without 'columns' they make the columns themselves.");

    public static readonly DiagnosticDescriptor ListedColumn = DiagnosticDescriptor.Error(
        "SD1038",
        "Column '{0}' is given by the listed rows and has '{1}'; expected nothing but type, about, to and hidden.",
        "Remove '{1}', or take the column out of the rows.",
        "The rows themselves say what a listed column holds.");

    public static readonly DiagnosticDescriptor UnknownDistribution = DiagnosticDescriptor.Error(
        "SD1039",
        "{0} is '{1}', which is no distribution.{2} Known: {3}.",
        "Use a known distribution.",
        "A distribution is a name, or a map of one name and its parameters: {{ normal: {{ mean: 140, sd: 3 }} }}.");

    public static readonly DiagnosticDescriptor DistributionParameters = DiagnosticDescriptor.Error(
        "SD1040",
        "{0}: '{1}' does not take these parameters; expected {2}.",
        "Write one of these forms; 'synthdata types' shows every distribution.",
        "Only uniform, normal and lognormal stand bare, and only in a range, whose ends give them their parameters.");

    public static readonly DiagnosticDescriptor EmptyList = DiagnosticDescriptor.Error(
        "SD1041",
        "{0} is empty; expected at least one {1}.",
        "Add one, or remove the key.",
        "An empty list gives nothing to choose from.");

    public static readonly DiagnosticDescriptor Repeated = DiagnosticDescriptor.Error(
        "SD1042",
        "{0} holds '{1}' twice.",
        "Remove one; a category that is to come more often gets a weight: {{ {1}: 2 }}.",
        "A value that stands twice is more often a slip than a weight.");

    public static readonly DiagnosticDescriptor BadReference = DiagnosticDescriptor.Error(
        "SD1043",
        "{0} is '{1}'; expected table.column, such as customers.id.",
        "Name the table, a dot and its key column.",
        "References name the column whose values they take.");

    public static readonly DiagnosticDescriptor ReferenceShape = DiagnosticDescriptor.Error(
        "SD1044",
        "{0} has {1} name(s) and refers to {2} column(s); expected one column for each name.",
        "Write \"a, b\": {{ references: [parent.x, parent.y] }}.",
        "A composite reference is a quoted list of names and a list of as many columns of one table.");

    public static readonly DiagnosticDescriptor CompositeSource = DiagnosticDescriptor.Error(
        "SD1045",
        "{0} names several columns, which only 'references' and 'tuples' can fill; it has {1}.",
        "Write one entry for each column.",
        "A quoted list of column names stands for a composite reference, or for columns that tuples fill together.");

    public static readonly DiagnosticDescriptor NotInCase = DiagnosticDescriptor.Error(
        "SD1046",
        "{0} has '{1}', which belongs to the column and not to one of its sources.",
        "Move '{1}' to the column.",
        "A case or fallback is a source with the modifiers of that source; type, nulls, when, unique and the like hold for the whole column.");

    public static readonly DiagnosticDescriptor CaseOrder = DiagnosticDescriptor.Error(
        "SD1047",
        "{0} stands behind 'else', where it can never hold.",
        "Move 'else' to the end.",
        "The first case that holds decides, and 'else' always holds.");

    public static readonly DiagnosticDescriptor RuleKind = DiagnosticDescriptor.Error(
        "SD1048",
        "{0} has {1}; expected exactly one of: check, unique, one_to_one, depends, share, rows.",
        "Write one kind a rule.",
        "A rule says one thing, so that a failure names it.");

    public static readonly DiagnosticDescriptor BadDate = DiagnosticDescriptor.Error(
        "SD1049",
        "{0} is '{1}', which is no date.",
        "Write year-month-day, such as 2024-01-31, with a day that month has.",
        "Three numbers with dashes between are taken for a date and never for a subtraction.");

    public static readonly DiagnosticDescriptor SampleColumn = DiagnosticDescriptor.Error(
        "SD1060",
        "There is no column '{0}' in '{1}'.{2} It has: {3}.",
        "Name a column of the file's first line.",
        "An empirical distribution follows one column of a CSV file, which is found by its name.");

    public static readonly DiagnosticDescriptor CorrelationTwice = DiagnosticDescriptor.Error(
        "SD1061",
        "{0} is between '{1}' and '{2}', whose correlation is already given.",
        "Keep one of them.",
        "A pair of columns has one correlation, in whichever order they are named.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        NotFound, Unreadable, TooLarge, UnknownColumnType, NotUtf8, YamlSyntax, ColonInText, StrayComma, Anchor, Tag, DuplicateKey,
        SeveralDocuments, TooDeep, Empty, UnknownKey, MissingKey, WrongShape, Later, BadName, NamesAlike, BraceInText, ControlCharacter,
        TooManyErrors, BadLiteral, NewerVersion, DateAsArithmetic, UnknownParam, UnknownOverride, ParamWithoutValue, SeveralSources,
        ModifierDoesNotFit, MissingCompanion, GivenUnused, ConditionWithoutGiven, ValuesNotByCondition, ConditionKey, UnknownColumn, ListedColumn, UnknownDistribution, DistributionParameters, EmptyList, Repeated, BadReference, ReferenceShape, CompositeSource, NotInCase, CaseOrder, RuleKind, BadDate,
        SampleColumn, CorrelationTwice,
    ];
}
