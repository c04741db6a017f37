using System.Collections.Immutable;

namespace SynthData.Diagnostics;

/// <summary>SD7001 and up: a knowledge file that says something wrong, or does not fit its schema.</summary>
internal static class KnowledgeDiagnostics
{
    public static readonly DiagnosticDescriptor NoVersion = DiagnosticDescriptor.Error(
        "SD7001",
        "The file has no '{0}'.",
        "Begin it with '{0}: 1', or give a file that 'synthdata compile' wrote.",
        "The first key says that the file is knowledge, and in which version of the format.");

    public static readonly DiagnosticDescriptor NewerVersion = DiagnosticDescriptor.Error(
        "SD7002",
        "The file is of version {0} of the knowledge format; this program reads versions up to {1}.",
        "Use a newer version of synthdata, or compile the file again with this one.",
        "Knowledge is never read half: a newer version may mean something else by the same keys.");

    public static readonly DiagnosticDescriptor Empty = DiagnosticDescriptor.Error(
        "SD7003",
        "{0} is empty; expected {1} at least.",
        "Add one, or remove the part.",
        "A pool without entries and a list without items could give a row nothing.");

    public static readonly DiagnosticDescriptor BadWeight = DiagnosticDescriptor.Error(
        "SD7004",
        "'w' of {0} is '{1}', which is not a number above 0.",
        "Write a weight such as 3 or 0.5, or remove what should never occur.",
        "Weights are relative: an entry of weight 3 stands in three times as many rows as one of weight 1.");

    public static readonly DiagnosticDescriptor NotGiven = DiagnosticDescriptor.Error(
        "SD7005",
        "A condition of {0} names '{1}', which 'given' does not: {2}.",
        "Add '{1}' to 'given', or remove the condition.",
        "'given' lists the columns of the row that conditions and odds may name.");

    public static readonly DiagnosticDescriptor ColumnMissing = DiagnosticDescriptor.Error(
        "SD7006",
        "The text of {0} has no '{1}'; one entry fills {2}.",
        "Write a text for each column of the group.",
        "Columns of a group belong together: what stands in one follows from what stands in the other.");

    public static readonly DiagnosticDescriptor TextSyntax = DiagnosticDescriptor.Error(
        "SD7007",
        "The text of {0} cannot be read: {1}.",
        "Braces hold {{column}}, {{list:name}}, {{num:2..9}}, {{one|of|these}} or {{sex: f=…|m=…}}.",
        "Nothing else has a meaning in a knowledge text; doubled braces are the characters.");

    public static readonly DiagnosticDescriptor TextTooLong = DiagnosticDescriptor.Error(
        "SD7008",
        "The text of {0} has {1} characters; at most {2} are allowed.",
        "Shorten it, or put parts of it into lists.",
        "A text is what one row says, and a person has to be able to review it.");

    public static readonly DiagnosticDescriptor UnknownList = DiagnosticDescriptor.Error(
        "SD7009",
        "There is no list '{0}'.{1}",
        "Add it under 'lists', or name another.",
        "Lists stand once in a file and serve all its texts.");

    public static readonly DiagnosticDescriptor NoForm = DiagnosticDescriptor.Error(
        "SD7010",
        "Item '{1}' of list '{0}' has no form '{2}'.",
        "Add 'forms: {{ {2}: … }}' to the item.",
        "A form that a text asks for has to be there whichever item is drawn.");

    public static readonly DiagnosticDescriptor VariantMissing = DiagnosticDescriptor.Error(
        "SD7011",
        "The variants have none for {0}, which has '{1}': they are {2}.",
        "Add the variant, or end with 'else=…'.",
        "A row whose value has no variant would have a hole in its text.");

    public static readonly DiagnosticDescriptor ListCircle = DiagnosticDescriptor.Error(
        "SD7012",
        "List '{0}' leads back to itself: {1}.",
        "Take one of the mentions out.",
        "A text that holds itself never ends.");

    public static readonly DiagnosticDescriptor ExpandsTooFar = DiagnosticDescriptor.Error(
        "SD7013",
        "The text may grow to {0} characters; at most {1} are allowed.",
        "Shorten it or the lists it names.",
        "The longest of every list and choice counts, without the row's own cells.");

    public static readonly DiagnosticDescriptor TooManyEntries = DiagnosticDescriptor.Error(
        "SD7014",
        "The file has {0} entries; at most {1} are allowed.",
        "Move what varies into lists, or keep fewer entries.",
        "A file is reviewed by people.");

    public static readonly DiagnosticDescriptor PoolTwice = DiagnosticDescriptor.Error(
        "SD7015",
        "Two pools of '{0}' have the same condition: {1}.",
        "Put their entries into one.",
        "A row takes one pool: that with the most conditions.");

    public static readonly DiagnosticDescriptor MixedPools = DiagnosticDescriptor.Error(
        "SD7016",
        "Some pools of '{0}' have {1} and others have {2}.",
        "Write the same in all of them.",
        "A column is text from entries, or drawn in one way from ranges or values.");

    public static readonly DiagnosticDescriptor ColumnTwice = DiagnosticDescriptor.Error(
        "SD7017",
        "Column '{0}' stands in the file twice.",
        "Keep one of the two.",
        "A column is filled alone or in one group.");

    public static readonly DiagnosticDescriptor UnknownColumn = DiagnosticDescriptor.Error(
        "SD7021",
        "'{0}' is known about, but {1}.",
        "Correct the name, or remove it ('synthdata compile --prune' removes what is gone).",
        "Knowledge is about prompt columns of its schema.");

    public static readonly DiagnosticDescriptor UnknownName = DiagnosticDescriptor.Error(
        "SD7022",
        "'{0}' names '{1}', which no row of table '{2}' has.{3}",
        "Name a column of the table, or one of a row that it refers to, such as {{customer.city}}.",
        "Places and conditions of a text read the row that it is written into.");

    public static readonly DiagnosticDescriptor UnknownCategory = DiagnosticDescriptor.Error(
        "SD7023",
        "'{0}' names value '{1}' of '{2}', which is not one of: {3}.",
        "Correct the value, or remove it ('synthdata compile --prune' removes what is gone).",
        "The column's values are a closed list, so a condition on another one never holds.");

    public static readonly DiagnosticDescriptor NotCovered = DiagnosticDescriptor.Error(
        "SD7024",
        "The knowledge does not cover column '{0}': {1}.",
        "Run 'synthdata compile', add a pool without 'when', or choose another source with '--text'.",
        "Every row has to have a pool.");

    public static readonly DiagnosticDescriptor NotCoveredSo = DiagnosticDescriptor.Warning(
        "SD7025",
        "The knowledge does not cover column '{0}': {1}; it is filled by {2}.",
        "Run 'synthdata compile', or add a pool without 'when'.",
        "Knowledge is used where it covers every row of a column.");

    public static readonly DiagnosticDescriptor NullInText = DiagnosticDescriptor.Error(
        "SD7026",
        "Every text for some rows of '{0}' names '{1}', which may be null.",
        "Add an entry to the pool that does without it.",
        "A row without the value takes only texts that do not name it.");

    public static readonly DiagnosticDescriptor VariantOpen = DiagnosticDescriptor.Error(
        "SD7027",
        "The variants by '{0}' have none for {1}.",
        "Add the variant, or end with 'else=…'.",
        "A row whose value has no variant would have a hole in its text.");

    public static readonly DiagnosticDescriptor UniqueNamesColumn = DiagnosticDescriptor.Error(
        "SD7028",
        "A text of the unique column '{0}' names '{1}'.",
        "Let texts of unique columns vary by lists, numbers and choices.",
        "Two rows with the same values in that column could have the same text.");

    public static readonly DiagnosticDescriptor UniqueTooFew = DiagnosticDescriptor.Error(
        "SD7029",
        "Column '{0}' is unique and has {1} rows, and {2} has {3} different texts.",
        "Add entries, items or numbers that vary, or make fewer rows.",
        "Every pool needs as many texts as the table has rows, so that each row has its own wherever its conditions lead.");

    public static readonly DiagnosticDescriptor UniqueTooMany = DiagnosticDescriptor.Error(
        "SD7030",
        "Column '{0}' is unique and would keep {1} texts in memory for its {2} pools; at most {3} are kept.",
        "Make fewer rows or pools, or let 'unique' go.",
        "Unique texts are listed before the first row, so that any row can be made alone.");

    public static readonly DiagnosticDescriptor LengthNeverFits = DiagnosticDescriptor.Error(
        "SD7031",
        "The text has {0} characters, and column '{1}' takes {2} to {3}.",
        "Change the text, or the column's 'length'.",
        "No row could take the text: whatever is drawn for its parts, it stays outside the length.");

    public static readonly DiagnosticDescriptor TypeTakesNoText = DiagnosticDescriptor.Error(
        "SD7032",
        "Column '{0}' has type {1}, which entries cannot fill: '{2}' is no such value.",
        "Write values of the type, or a range.",
        "An entry of a number, date or boolean is one value, without places that vary.");

    public static readonly DiagnosticDescriptor UnknownPack = DiagnosticDescriptor.Error(
        "SD7033",
        "There is no pack '{0}'.{1}",
        "Packs are: {2}.",
        "Packs are knowledge for columns that many datasets have; they ship with the program.");

    public static readonly DiagnosticDescriptor PackLocale = DiagnosticDescriptor.Error(
        "SD7034",
        "Pack '{0}' is not written in the language of '{1}'; it is in {2}.",
        "Give the column a 'locale' of one of these languages, or write pools of its own.",
        "Nothing is put in another language in silence.");

    public static readonly DiagnosticDescriptor PackColumn = DiagnosticDescriptor.Error(
        "SD7035",
        "Pack '{0}' {1}.",
        "{2}",
        "A pack's columns and conditions are named where they are taken.");

    public static readonly DiagnosticDescriptor TooManyConditions = DiagnosticDescriptor.Error(
        "SD7036",
        "The conditions of {0} tell {1} combinations of values apart; at most {2} are kept.",
        "Condition on fewer columns.",
        "Rows are told apart by the values that conditions and odds name.");

    public static readonly DiagnosticDescriptor ListUncovered = DiagnosticDescriptor.Error(
        "SD7037",
        "List '{0}' has no item for some rows of '{1}': none without 'when', and {2}.",
        "Add an item without 'when', or one for these rows.",
        "A text that names the list needs an item whatever the row holds.");

    public static readonly DiagnosticDescriptor UniqueIsHalved = DiagnosticDescriptor.Error(
        "SD7038",
        "Column '{0}' is unique, and '--text-rows' would take its texts from a model and from knowledge.",
        "Leave '--text-rows' out, or let 'unique' go.",
        "Texts of knowledge are made before the model answers, so nothing would keep the two apart.");

    public static readonly DiagnosticDescriptor ModelIdle = DiagnosticDescriptor.Warning(
        "SD7039",
        "The knowledge covers every prompt column, so the model '{0}' is not asked.",
        "Ask for it with '--text row', or leave '--model' out.",
        "Knowledge goes before a model: what was asked once is not asked again.");

    public static readonly DiagnosticDescriptor PoolFile = DiagnosticDescriptor.Error(
        "SD7051",
        "The pool beside the file, '{0}', {1}.",
        "Put the file back that 'synthdata compile' wrote, or remove the pool and compile again.",
        "A pool that is too large for review stands beside its file as compressed text; the hash says that both belong together.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        NoVersion, NewerVersion, Empty, BadWeight, NotGiven, ColumnMissing, TextSyntax, TextTooLong, UnknownList, NoForm, VariantMissing, ListCircle,
        ExpandsTooFar, TooManyEntries, PoolTwice, MixedPools, ColumnTwice, UnknownColumn, UnknownName, UnknownCategory, NotCovered, NotCoveredSo,
        NullInText, VariantOpen, UniqueNamesColumn, UniqueTooFew, UniqueTooMany, LengthNeverFits, TypeTakesNoText, UnknownPack, PackLocale, PackColumn,
        TooManyConditions, ListUncovered, UniqueIsHalved, ModelIdle, PoolFile,
    ];
}
