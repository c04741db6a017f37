using System.Collections.Immutable;

namespace SynthData.Diagnostics;

/// <summary>SD51: databases as targets.</summary>
internal static class DatabaseDiagnostics
{
    public static readonly DiagnosticDescriptor TableMissing = DiagnosticDescriptor.Error(
        "SD5101",
        "{0} has no table: {1}. Rows go to tables that exist.",
        "Make them with --create, or write only some tables with --tables.",
        "A table is looked for by the name it has in the schema, letter for letter. With `--create` tables that are missing are made with "
        + "their keys, unique columns and references, in the transaction that fills them; those that exist stay as they are.");

    public static readonly DiagnosticDescriptor TableDiffers = DiagnosticDescriptor.Error(
        "SD5102",
        "Tables of {0} are not those of the schema: {1}.",
        "Change the tables or the schema, or write to another database.",
        "Every column of the schema has to be there, by its very name and with a type that holds all its values; a column that the schema "
        + "does not have must do without a value. Nothing was written.");

    public static readonly DiagnosticDescriptor TableHasRows = DiagnosticDescriptor.Error(
        "SD5103",
        "Table '{0}' of {1} holds rows already ({2}). Rows are written to empty tables unless asked otherwise.",
        "Remove them with --truncate, or keep them and add to them with --append.",
        "`--truncate` removes the rows of all tables that are written, in the transaction that writes the new ones. `--append` keeps them: "
        + "sequences that are a key or unique go on after the greatest value there, read in that transaction and recorded in the manifest.");

    public static readonly DiagnosticDescriptor AddressWrong = DiagnosticDescriptor.Error(
        "SD5104",
        "'{0}' cannot be opened as a database: {1}.",
        "Check the path, or write elsewhere with -o.",
        "The file is not a database, is locked, or may not be opened. With `--create` a SQLite file that is missing is made.");

    public static readonly DiagnosticDescriptor Refused = DiagnosticDescriptor.Error(
        "SD5105",
        "{0} refused the rows: {1}.",
        "Mend what the message names; the transaction was undone, and the database is as it was.",
        "The database said no to a statement, and its own words are told. Nothing of the run was kept.");

    public static readonly DiagnosticDescriptor Busy = DiagnosticDescriptor.Error(
        "SD5106",
        "{0} is being written or read by another process, which did not end in time.",
        "Wait for it to end and run this again; nothing was written.",
        "One process at a time writes a SQLite database, and a run holds it from its first look to its commit, which waits for readers. A run waits half a minute.");

    public static readonly DiagnosticDescriptor Conflict = DiagnosticDescriptor.Error(
        "SD5107",
        "{0} refused a row of table '{1}': {2}. Rows that are there already have that value, or refer to one that is not there.",
        "Take another --seed or --rows-from, remove what is there with --truncate, or leave the table out with --tables.",
        "A unique or foreign key of the database does not hold between the new rows and those that were there. Keys that are sequences go on "
        + "after the greatest with `--append`; UUIDs, patterns and listed rows are the same for the same seed. The transaction was undone.");

    public static readonly DiagnosticDescriptor TooManyDigits = DiagnosticDescriptor.Error(
        "SD5108",
        "Column '{0}.{1}' holds {2}, and SQLite keeps 15 digits of a number. Rows are never changed on their way.",
        "Make the range smaller or the scale lower, or write to PostgreSQL or Parquet.",
        "SQLite has no decimals: a number that is not whole is kept as a double. Up to 15 digits come back as they were; a number with more "
        + "would not, and is refused instead of being rounded.");

    public static readonly DiagnosticDescriptor NameRefused = DiagnosticDescriptor.Error(
        "SD5109",
        "{0} cannot hold tables and columns of these names: {1}.",
        "Rename them in the schema, or write to a target that takes them.",
        "PostgreSQL cuts names after 63 bytes, of which 'é' takes two. SQLite keeps names that begin with 'sqlite_', and 'synthdata_manifest' "
        + "is the table of the manifests.");

    public static readonly DiagnosticDescriptor RowsLost = DiagnosticDescriptor.Error(
        "SD5110",
        "Table '{0}' of {1} kept {2} of the {3} rows that were written to it.",
        "Look for a trigger or a rule of the table that drops or adds rows, and turn it off for the run.",
        "Rows are counted before the commit, for a trigger can drop a row that the database took without a word. The transaction was undone.");

    public static readonly DiagnosticDescriptor OthersRefer = DiagnosticDescriptor.Error(
        "SD5111",
        "Rows of table '{0}' of {1} are not removed: table '{2}' refers to it and holds rows ({3}), and it is not among the tables that are written.",
        "Empty '{2}' first, or write it too.",
        "Rows that refer to removed ones would be removed as well where the database says ON DELETE CASCADE, and stand in the way where it does not. "
        + "`--truncate` touches no table but those that are written.");

    public static readonly DiagnosticDescriptor CannotConnect = DiagnosticDescriptor.Error(
        "SD5140",
        "There is no connection to {0}: {1}.",
        "Check host, port, database and user; a password comes from PGPASSWORD, PGPASSFILE or ~/.pgpass.",
        "The server does not answer, does not know the database or the user, or refuses the password. The message is its own.");

    public static readonly DiagnosticDescriptor ConnectionLost = DiagnosticDescriptor.Error(
        "SD5141",
        "The connection to {0} was lost: {1}.",
        "Run the same command again; the server undid the transaction, and nothing of the run is kept.",
        "The server or the network went away in the middle. All rows and the manifest are one transaction, so there is nothing to clean up. "
        + "Only where the connection is lost during the very commit can it have taken place: the manifest's row then says so, and the same "
        + "command answers that the dataset is already complete.");

    public static readonly DiagnosticDescriptor NotAllowed = DiagnosticDescriptor.Error(
        "SD5142",
        "{0} does not allow this user to write: {1}.",
        "Grant the user what the message names: INSERT and UPDATE on the tables, TRUNCATE for --truncate, CREATE on the schema for --create and for the first manifest.",
        "The transaction was undone. UPDATE is what PostgreSQL wants for keeping other writers out while the rows come.");

    public static readonly DiagnosticDescriptor ColumnTooNarrow = DiagnosticDescriptor.Error(
        "SD5143",
        "Column '{0}.{1}' of the database does not hold {2}: it goes from {3} to {4}.",
        "Make the range smaller, start the sequence lower, or widen the column.",
        "The column is a smaller whole number in the database than in the schema. Values that fit are written, and one that does not ends the run.");

    public static readonly DiagnosticDescriptor SecondTooFine = DiagnosticDescriptor.Error(
        "SD5144",
        "Column '{0}.{1}' of the database is {2}, and {3} has more digits behind the second. Rows are never changed on their way.",
        "Widen the column, or give the schema's a `step` it keeps, such as 1s.",
        "PostgreSQL rounds a time to the digits its column keeps. Values that fit are written, and one that does not ends the run.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        TableMissing, TableDiffers, TableHasRows, AddressWrong, Refused, Busy, Conflict, TooManyDigits, NameRefused,
        RowsLost, OthersRefer, CannotConnect, ConnectionLost, NotAllowed, ColumnTooNarrow, SecondTooFine,
    ];
}
