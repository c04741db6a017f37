using System.Collections.Immutable;

namespace SynthData.Diagnostics;

/// <summary>SD8301 and up: a job file that says something wrong, or does not fit its schemas and targets.</summary>
internal static class JobDiagnostics
{
    public static readonly DiagnosticDescriptor NoVersion = DiagnosticDescriptor.Error(
        "SD8301",
        "The file has no '{0}', so it is no job.",
        "Begin it with '{0}: 1'; a schema is made with 'synthdata generate'.",
        "The first key says that the file is a job, and in which version of the language.");

    public static readonly DiagnosticDescriptor NewerVersion = DiagnosticDescriptor.Error(
        "SD8302",
        "The job is of version {0} of its language; this program reads versions up to {1}.",
        "Use a newer version of synthdata.",
        "A job is never read half: a newer version may mean something else by the same keys.");

    public static readonly DiagnosticDescriptor NoDatasets = DiagnosticDescriptor.Error(
        "SD8303",
        "The job has no dataset.",
        "Write 'datasets: {{ NAME: {{ schema: FILE, output: FOLDER }} }}'.",
        "A job makes at least one dataset.");

    public static readonly DiagnosticDescriptor UnknownNeed = DiagnosticDescriptor.Error(
        "SD8304",
        "Dataset '{0}' needs '{1}', which is no other dataset of the job.{2} There are: {3}.",
        "Name a dataset of this job, or remove it from 'needs'.",
        "'needs' lists datasets of the same job that have to be complete first.");

    public static readonly DiagnosticDescriptor Circle = DiagnosticDescriptor.Error(
        "SD8305",
        "Datasets need each other in a circle: {0}.",
        "Take one of them out of 'needs'.",
        "A dataset begins when all that it needs are complete, so none of a circle could begin.");

    public static readonly DiagnosticDescriptor EnvironmentNotHere = DiagnosticDescriptor.Error(
        "SD8306",
        "'${{env:{0}}}' stands where no variable of the environment is taken.",
        "Use it in 'output' or 'base_url', or hand a value over with --set and a param.",
        "What comes from the environment is kept out of messages, results and manifests. That can be promised of addresses, and of nothing that decides about rows.");

    public static readonly DiagnosticDescriptor EnvironmentNotSet = DiagnosticDescriptor.Error(
        "SD8307",
        "The environment has no value for '{0}'.",
        "Set it, or write the value itself if it is no secret.",
        "'${{env:NAME}}' takes a variable's value; one that is missing or empty is never taken for nothing.");

    public static readonly DiagnosticDescriptor LiteralSecret = DiagnosticDescriptor.Error(
        "SD8308",
        "{0} would hold a secret.",
        "Remove it: {1}.",
        "A job file is shared and kept for years. Keys and passwords come from the environment or from files it names, never from the job or a URL.");

    public static readonly DiagnosticDescriptor ClockAsOf = DiagnosticDescriptor.Error(
        "SD8309",
        "'as_of' is '{0}', and a job reads no clock.",
        "Hand the day over: 'synthdata run JOB --as-of \"$(date -I)\"'.",
        "The same job with the same day makes the same rows, tonight and next year. So whoever starts it says which day is meant.");

    public static readonly DiagnosticDescriptor NeedsDay = DiagnosticDescriptor.Error(
        "SD8310",
        "{0} needs the job's day, and there is none.",
        "Give it with --as-of DATE, or write 'as_of: DATE' at the top of the job.",
        "The day decides which of a param's values holds, what '${{as_of}}' stands for and how many rows earlier days made.");

    public static readonly DiagnosticDescriptor BeforeFirstDay = DiagnosticDescriptor.Error(
        "SD8311",
        "{0} begins with {1}, and the job's day is {2}.",
        "Add what holds before, or run the job for a later day.",
        "A value by day holds from its day to the day before the next one; nothing holds before the first.");

    public static readonly DiagnosticDescriptor SameTarget = DiagnosticDescriptor.Error(
        "SD8312",
        "Datasets '{0}' and '{1}' have the same output, '{2}'.",
        "Give each its own.",
        "The second would refuse or replace what the first made.");

    public static readonly DiagnosticDescriptor SchemaMissing = DiagnosticDescriptor.Error(
        "SD8313",
        "Dataset '{0}' has the schema '{1}', which is no file.{2}",
        "Correct the path; it counts from the folder of the job.",
        "A job names its schemas by paths relative to itself, so that it runs the same from every folder.");

    public static readonly DiagnosticDescriptor KeysExclude = DiagnosticDescriptor.Error(
        "SD8314",
        "'{0}' does not go with '{1}'.",
        "Leave one of them out.",
        "The two say different things about the same dataset; neither wins silently.");

    public static readonly DiagnosticDescriptor KeyNeedsKey = DiagnosticDescriptor.Error(
        "SD8315",
        "'{0}' does nothing without '{1}'.",
        "Add '{1}', or leave '{0}' out.",
        "A key that would have no effect is refused rather than ignored. What 'defaults' says counts only where it can have an effect.");

    public static readonly DiagnosticDescriptor UnknownDataset = DiagnosticDescriptor.Error(
        "SD8316",
        "'--only' names '{0}', which is no dataset of the job.{1} There are: {2}.",
        "Write one of the job's datasets.",
        "Names must be those of the job, letter for letter.");

    public static readonly DiagnosticDescriptor NeedIncomplete = DiagnosticDescriptor.Error(
        "SD8317",
        "Dataset '{0}' needs '{1}', which is not complete at '{2}': {3}.",
        "Add '--only {1}', or run the whole job.",
        "'--only' makes nothing but what it names; what that needs has to be there, and the manifest at its target says whether it is.");

    public static readonly DiagnosticDescriptor UnknownOverride = DiagnosticDescriptor.Error(
        "SD8318",
        "'--set' gives '{0}', which is no param of the job.{1} Known: {2}.",
        "Declare it under 'params', or correct the name.",
        "Only declared params can be given from outside, so that a misspelt one is never ignored.");

    public static readonly DiagnosticDescriptor RowsNeedTable = DiagnosticDescriptor.Error(
        "SD8319",
        "'{0}: {1}' does not say which table of '{2}'. With a number of rows of their own: {3}.",
        "Write '{0}: {{ TABLE: {1} }}' for each table meant.",
        "A bare number is taken only where exactly one table has 'rows' of its own. Tables with 'per', a list or a file have none: theirs follow.");

    public static readonly DiagnosticDescriptor NeedsOneTable = DiagnosticDescriptor.Error(
        "SD8320",
        "The output '{0}' is a file, which holds one table, and {1} would be written: {2}.",
        "Write a folder, or 'tables: [T]' to write one table.",
        "A single file holds one table. A folder holds one file a table.");

    public static readonly DiagnosticDescriptor NoStandardOutput = DiagnosticDescriptor.Error(
        "SD8321",
        "The output of dataset '{0}' is '-', and a job writes nothing to standard output.",
        "Write a folder, a file or a database.",
        "A job has several datasets, and which of them are complete is read from their manifests; standard output has none.");

    public static readonly DiagnosticDescriptor SameTable = DiagnosticDescriptor.Error(
        "SD8322",
        "Datasets '{0}' and '{1}' both write table '{2}' of '{3}'.",
        "Write one of them elsewhere, or leave the table out with 'tables'.",
        "Datasets may share a database, but not a table: each would refuse, remove or count the rows of the other.");

    public static readonly DiagnosticDescriptor OptionNotOfJob = DiagnosticDescriptor.Error(
        "SD8323",
        "'{0}' does not go with a job.",
        "Write it into the job, or give it there as a param for --set.",
        "What a job makes stands in its file, so that two runs differ in nothing but params, day and the datasets chosen.");

    public static readonly DiagnosticDescriptor OtherRows = DiagnosticDescriptor.Error(
        "SD8324",
        "'rows_from' of dataset '{0}' counts days of '{1}', which has no number of rows of its own.",
        "Name a table with a number of rows.",
        "'since' multiplies the days gone by with the rows of a day; only a table with a number of its own has such a number.");

    public static readonly DiagnosticDescriptor SameName = DiagnosticDescriptor.Error(
        "SD8325",
        "Datasets '{0}' and '{1}' both write '{2}', the name of their schema, into '{3}'.",
        "Write one of them elsewhere, or give the schemas different names.",
        "A database keeps the manifests of its datasets by the names of their schemas, and what is complete is read from the latest of a name.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        NoVersion, NewerVersion, NoDatasets, UnknownNeed, Circle, EnvironmentNotHere, EnvironmentNotSet, LiteralSecret, ClockAsOf, NeedsDay,
        BeforeFirstDay, SameTarget, SchemaMissing, KeysExclude, KeyNeedsKey, UnknownDataset, NeedIncomplete, UnknownOverride, RowsNeedTable,
        NeedsOneTable, NoStandardOutput, SameTable, OptionNotOfJob, OtherRows, SameName,
    ];
}
