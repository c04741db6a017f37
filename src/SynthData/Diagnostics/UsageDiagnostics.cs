using System.Collections.Immutable;

namespace SynthData.Diagnostics;

/// <summary>SD81: the command line was not understood, or does not fit the schema it names.</summary>
internal static class UsageDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownCommand = DiagnosticDescriptor.Error(
        "SD8101",
        "'{0}' is not a command.{1}",
        "Run '{2} --help' for the commands.",
        "The first word after 'synthdata' names what to do. It was none of the commands of this version.");

    public static readonly DiagnosticDescriptor UnknownOption = DiagnosticDescriptor.Error(
        "SD8102",
        "'{0}' is not an option of '{1}'.{2}",
        "Run '{1} --help' for its options.",
        "Options are never ignored: one that is not known stops the command before anything is read or written.");

    public static readonly DiagnosticDescriptor UnexpectedArgument = DiagnosticDescriptor.Error(
        "SD8103",
        "'{0}' is one argument more than '{1}' takes.",
        "Leave it out, or quote an argument that holds blanks. Run '{1} --help' for the arguments.",
        "Every word of the command line must belong to something. This one follows all the arguments that the command has.");

    public static readonly DiagnosticDescriptor MissingArgument = DiagnosticDescriptor.Error(
        "SD8104",
        "'{0}' needs {1}.",
        "Write it after the command: '{0} {3}'.{2}",
        "A required argument is missing. Where an option with an optional value stands last before the argument, it takes the argument as its value.");

    public static readonly DiagnosticDescriptor MissingValue = DiagnosticDescriptor.Error(
        "SD8105",
        "'{0}' needs a value: {1}.",
        "Write the value after it, as in '{0} {1}'.",
        "The option stands last, or is followed by another option, and has no value of its own.");

    public static readonly DiagnosticDescriptor InvalidValue = DiagnosticDescriptor.Error(
        "SD8106",
        "'{1}' is not a value of '{0}'. Expected {2}.",
        "Write {2}.",
        "An option takes what its line in '--help' says and nothing near it. Numbers may hold '_' between digits; nothing depends on the machine's language.");

    public static readonly DiagnosticDescriptor FileNotFound = DiagnosticDescriptor.Error(
        "SD8108",
        "There is no file or folder '{0}'.{1}",
        "Check the path; relative paths count from the folder you are in.",
        "A schema, a data file or a folder named on the command line does not exist, or a part of its path does not.");

    public static readonly DiagnosticDescriptor RowsNeedTable = DiagnosticDescriptor.Error(
        "SD8109",
        "'{2} {0}' does not say which table. With a number of rows of their own: {1}.",
        "Write '{2} TABLE={0}' for each table meant.",
        "A bare number is taken only where exactly one table has 'rows' of its own. Tables with 'per', a list or a file have none: theirs follow.");

    public static readonly DiagnosticDescriptor RowsFollowParent = DiagnosticDescriptor.Error(
        "SD8110",
        "'{3} {0}={1}' cannot be kept: rows of '{0}' are made for each row of its parent, up to '{2}'.",
        "Write '{3} {2}=N'; 'synthdata plan' prints how many rows of '{0}' that gives.",
        "A table with 'rows: {{ per: PARENT, … }}' has as many rows as its parents' counts add up to. Only the table at the root has a number to set.");

    public static readonly DiagnosticDescriptor RowsAreListed = DiagnosticDescriptor.Error(
        "SD8111",
        "'{2} {0}={1}' cannot be kept: the schema lists the rows of '{0}' themselves.",
        "Leave the option out, or edit the list.",
        "A table whose 'rows' are a list or a file has exactly those rows.");

    public static readonly DiagnosticDescriptor UnknownTable = DiagnosticDescriptor.Error(
        "SD8112",
        "'{0}' names table '{1}', which is not one of: {2}.{3}",
        "Write one of the schema's tables.",
        "Table names on the command line must be those of the schema, letter for letter.");

    public static readonly DiagnosticDescriptor OutputConflict = DiagnosticDescriptor.Error(
        "SD8113",
        "'{0}' and '{1}' say different things about the output.",
        "Leave one of them out.",
        "'-o orders.parquet' asks for Parquet and '--format csv' for CSV; '--check' writes nothing and '--overwrite' replaces. Neither wins silently.");

    public static readonly DiagnosticDescriptor NeedsOneTable = DiagnosticDescriptor.Error(
        "SD8114",
        "'-o {0}' holds one table, and {1} would be written: {2}.",
        "Write '-o FOLDER', or '--tables T' to write one table.",
        "A single file and standard output hold one table. A folder holds one file a table.");

    public static readonly DiagnosticDescriptor JsonOverData = DiagnosticDescriptor.Error(
        "SD8115",
        "'--json' and '-o -' both write to standard output.",
        "Write the data to a file or folder, or leave '--json' out.",
        "Standard output carries either the rows or one JSON document about them, never both.");

    public static readonly DiagnosticDescriptor ModelNotNamed = DiagnosticDescriptor.Error(
        "SD8116",
        "'--model' stands without a name, and SYNTHDATA_MODEL is not set.",
        "Write '--model PROVIDER/MODEL', or set SYNTHDATA_MODEL.",
        "A bare '--model' takes the name from the environment. Without '--model' no model is ever called, whatever the environment says.");

    public static readonly DiagnosticDescriptor OptionNeedsOption = DiagnosticDescriptor.Error(
        "SD8117",
        "'{0}' does nothing without '{1}'.",
        "Add '{1}', or leave '{0}' out.",
        "An option that would have no effect is refused rather than ignored.");

    public static readonly DiagnosticDescriptor UnknownCode = DiagnosticDescriptor.Error(
        "SD8118",
        "'{0}' is not the code of a diagnostic.{1}",
        "Write a code as messages print it, such as 'SD1004'; DIAGNOSTICS.md lists them all.",
        "'synthdata explain' prints the page of one code.");

    public static readonly DiagnosticDescriptor NoSuchType = DiagnosticDescriptor.Error(
        "SD8119",
        "Nothing that a column can be has '{0}' in its name or description.{1}",
        "Run 'synthdata types' for everything.",
        "The filter of 'synthdata types' is looked for in names and descriptions, ignoring case.");

    public static readonly DiagnosticDescriptor RepeatedOption = DiagnosticDescriptor.Error(
        "SD8120",
        "'{0}' is given more than once.",
        "Write it once.",
        "Only '--rows', '--rows-from', '--set', '--tables' and '--threshold' may be repeated; of two values for another option neither wins silently.");

    public static readonly DiagnosticDescriptor UnreadableFile = DiagnosticDescriptor.Error(
        "SD8121",
        "'{0}' cannot be read: {1}",
        "Name what the command reads, and check that you may read it.",
        "The path exists, but it is not what the command reads (a folder in place of a file, a file in place of a folder, a pipe), or the system refuses to open it.");

    public static readonly DiagnosticDescriptor NamedTwice = DiagnosticDescriptor.Error(
        "SD8122",
        "'{0}' names '{1}' twice.",
        "Name it once.",
        "The same table or parameter was given two values on one command line.");

    public static readonly DiagnosticDescriptor PasswordInAddress = DiagnosticDescriptor.Error(
        "SD8123",
        "The address of the database at '{0}' holds a password. Command lines and job files are seen by many.",
        "Leave it out; it is taken from PGPASSWORD, PGPASSFILE or ~/.pgpass.",
        "A password on a command line is in the shell's history and in every list of processes.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        UnknownCommand, UnknownOption, UnexpectedArgument, MissingArgument, MissingValue, InvalidValue, FileNotFound,
        RowsNeedTable, RowsFollowParent, RowsAreListed, UnknownTable, OutputConflict, NeedsOneTable, JsonOverData, ModelNotNamed,
        OptionNeedsOption, UnknownCode, NoSuchType, RepeatedOption, UnreadableFile, NamedTwice, PasswordInAddress,
    ];
}
