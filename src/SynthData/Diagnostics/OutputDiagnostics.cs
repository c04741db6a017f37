using System.Collections.Immutable;

namespace SynthData.Diagnostics;

/// <summary>SD5: files, locks, manifests and merging.</summary>
internal static class OutputDiagnostics
{
    public static readonly DiagnosticDescriptor DiskFull = DiagnosticDescriptor.Error(
        "SD5001",
        "There is no room left on the disk of '{0}'. The output has to fit there beside what it replaces.",
        "Free some room or write elsewhere with -o; what was there before is untouched.",
        "A write failed because the disk, or the quota of the user, is full. A run stages its files beside the target and moves them "
        + "into place at the end, so the old dataset and the new one need room at the same time. The staged files were removed.");

    public static readonly DiagnosticDescriptor NotWritable = DiagnosticDescriptor.Error(
        "SD5002",
        "'{0}' may not be written: {1}. The folder that holds the output has to be writable.",
        "Grant the right to write there, or write elsewhere with -o.",
        "The folder, the file or the whole file system is read-only for this user. Staging takes place in the folder that holds the target, "
        + "so that folder has to be writable too.");

    public static readonly DiagnosticDescriptor TargetIsFile = DiagnosticDescriptor.Error(
        "SD5003",
        "'{0}' is a file. A dataset of several tables goes to a folder.",
        "Name a folder with -o, or remove the file.",
        "The output was to be a folder, and a file stands at that path or at one of its parents.");

    public static readonly DiagnosticDescriptor TargetIsFolder = DiagnosticDescriptor.Error(
        "SD5004",
        "'{0}' is a folder. The name ends like a file's, so a file was expected there.",
        "Name another file with -o, or remove the folder.",
        "The output was to be one file, and a folder stands at that path.");

    public static readonly DiagnosticDescriptor LockHeld = DiagnosticDescriptor.Error(
        "SD5005",
        "Another run is writing '{0}': it holds the lock '{1}'.",
        "Wait for it to end, or write elsewhere with -o.",
        "One run at a time may write a dataset (of a sharded one: a part). The lock is a file that the operating system frees when its "
        + "process ends, however it ends; it never has to be removed by hand.");

    public static readonly DiagnosticDescriptor ForeignFile = DiagnosticDescriptor.Error(
        "SD5006",
        "'{0}' is in the way: no manifest of this dataset names it, so it is not replaced.",
        "Move it away, or write elsewhere with -o.",
        "Only files that an earlier manifest names are ever replaced or removed, with or without --overwrite: "
        + "anything else at a final name may be somebody's work.");

    public static readonly DiagnosticDescriptor DatasetExists = DiagnosticDescriptor.Error(
        "SD5007",
        "'{0}' holds another dataset: {1}.",
        "Replace it with --overwrite, or write elsewhere with -o.",
        "The manifest at the target says that it was made from another schema, seed or other options, or its files are no longer what "
        + "the manifest says. Nothing is replaced without being asked.");

    public static readonly DiagnosticDescriptor ManifestUnreadable = DiagnosticDescriptor.Error(
        "SD5008",
        "The manifest '{0}' cannot be read: {1}.",
        "Restore it, or move it away together with the files it names.",
        "A manifest is canonical JSON with fixed keys in a fixed order. This one was edited or belongs to another program.");

    public static readonly DiagnosticDescriptor ManifestNewer = DiagnosticDescriptor.Error(
        "SD5009",
        "The manifest '{0}' has version {1}; this program knows versions up to {2}.",
        "Update synthdata.",
        "Formats carry a version, and a newer one is refused rather than half understood.");

    public static readonly DiagnosticDescriptor FormulaCell = DiagnosticDescriptor.Error(
        "SD5010",
        "Cell '{0}.{1}' of row {2} starts with {3}, which a spreadsheet takes for a formula, and --csv-formula is 'reject'.",
        "Change the column so that its texts start otherwise, or choose --csv-formula keep or escape.",
        "With --csv-formula reject no text may start with one of = + - @, a tab or a carriage return, because spreadsheets run such cells. "
        + "Numbers are not texts: -5 in a number column is fine.");

    public static readonly DiagnosticDescriptor UnpairedSurrogate = DiagnosticDescriptor.Error(
        "SD5011",
        "Cell '{0}.{1}' of row {2} is not Unicode text: it holds half of a surrogate pair.",
        "Correct the pattern, list or reply that made it.",
        "UTF-8 cannot hold half of a UTF-16 surrogate pair, so no file could give the cell back. Nothing is replaced in silence.");

    public static readonly DiagnosticDescriptor WriteFailed = DiagnosticDescriptor.Error(
        "SD5012",
        "'{0}' could not be written: {1}",
        "See to the cause and run again; what was there before is untouched.",
        "The operating system refused a write, a rename or a flush. The staged files were removed, unless the run was already moving "
        + "whole files into place: then the next run finishes that first.");

    public static readonly DiagnosticDescriptor ForeignStaging = DiagnosticDescriptor.Error(
        "SD5013",
        "'{0}' is in the way: the run stages its files in a folder of that name, and that one is not from an earlier run.",
        "Move it away, or write elsewhere with -o.",
        "A run stages in a hidden folder beside its target. A leftover of a run that died is cleaned; a folder without its lock file "
        + "was made by something else and is left alone.");

    public static readonly DiagnosticDescriptor NothingToMerge = DiagnosticDescriptor.Error(
        "SD5020",
        "'{0}' holds no parts to merge: there is no manifest such as 'manifest.1-of-4.json'.",
        "Name the folder that the shards were written to.",
        "merge reads the manifests of the parts that generate --shard I/N leaves in a folder.");

    public static readonly DiagnosticDescriptor PartMissing = DiagnosticDescriptor.Error(
        "SD5021",
        "Part {1} of {2} is missing in '{0}'.",
        "Run generate --shard {1}/{2} again with the same schema and options.",
        "All parts of one cut have to be complete before they are merged.");

    public static readonly DiagnosticDescriptor PartsDisagree = DiagnosticDescriptor.Error(
        "SD5022",
        "Parts {1} and {2} in '{0}' do not belong together: they differ in {3}.",
        "Run the parts again with one schema and the same options.",
        "Parts of one dataset agree in everything but their rows: schema, knowledge, parameters, seed, options, number of parts, columns.");

    public static readonly DiagnosticDescriptor PartRange = DiagnosticDescriptor.Error(
        "SD5023",
        "Table '{1}' of part {2} in '{0}' starts at row index {3}; the parts before it end at {4}.",
        "Run that part again.",
        "Parts hold neighbouring ranges of rows without a gap or an overlap. A manifest that says otherwise was changed.");

    public static readonly DiagnosticDescriptor FileDamaged = DiagnosticDescriptor.Error(
        "SD5024",
        "'{0}' is not the file its manifest names: {1}.",
        "Make it again.",
        "The manifest holds the length and the SHA-256 of each file. This file was changed, cut or removed since.");

    public static readonly DiagnosticDescriptor DataUnreadable = DiagnosticDescriptor.Error(
        "SD5030",
        "'{0}' cannot be read as {1}: {2}",
        "Correct the file or name another.",
        "The file is missing, may not be read, or is not what its name says. Cells that only have the wrong type are told one by one instead.");

    public static readonly DiagnosticDescriptor NothingToCheck = DiagnosticDescriptor.Error(
        "SD5031",
        "There is no manifest '{0}' to check against.",
        "Make the dataset first, without --check, or name its folder or file with -o.",
        "`--check` compares what the schema makes now with a dataset that stands already. The manifest holds that dataset's content hashes.");

    public static readonly DiagnosticDescriptor TableDiffers = DiagnosticDescriptor.Error(
        "SD5032",
        "Table '{0}' of '{1}' is not what the schema makes: {2}.",
        "Make the dataset again with --overwrite, or give the options it was made with.",
        "`--check` found a table whose rows, columns or cells are not those that schema, seed and options give. "
        + "Either one of these was changed since, or the files are of another run.");

    public static readonly DiagnosticDescriptor NulInScript = DiagnosticDescriptor.Error(
        "SD5041",
        "Cell '{0}.{1}' of row {2} holds the character U+0000, which no SQL script can hold.",
        "Correct the pattern, list or reply that made it, or choose another format.",
        "A text of PostgreSQL has no place for it, and the shells that run scripts end at it. Everything else is written as it is, quotes doubled.");

    /// <summary>Every descriptor of the family.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        DiskFull, NotWritable, TargetIsFile, TargetIsFolder, LockHeld, ForeignFile, DatasetExists, ManifestUnreadable, ManifestNewer,
        FormulaCell, UnpairedSurrogate, WriteFailed, ForeignStaging, NothingToMerge, PartMissing, PartsDisagree, PartRange, FileDamaged,
        DataUnreadable, NothingToCheck, TableDiffers, NulInScript,
    ];
}
