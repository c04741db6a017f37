using System.Collections.Immutable;

namespace SynthData.Diagnostics;

/// <summary>SD6001 and up: the model; SD5901 and up: its journal; SD4201 and up: cells a model got wrong; SD2401 and up: what a plan cannot ask of it.</summary>
internal static class ModelDiagnostics
{
    public static readonly DiagnosticDescriptor OwnRowsReadModel = DiagnosticDescriptor.Error(
        "SD2401",
        "'{1}' of table '{0}' reads a cell that a model fills, in another row of the same table.",
        "Read a column made locally, or a column of a parent table.",
        "A model answers the rows of a table in waves, many rows at once, so that no row can wait for another. The rows of a parent table are all there before.");

    public static readonly DiagnosticDescriptor SlotsStayWrong = DiagnosticDescriptor.Error(
        "SD4201",
        "Model {0} left {1} rows of table '{2}' wrong after {3} asks each. Most often: '{4}', in {5} of them. {6}",
        "Loosen the rule, say it in the column's prompt, or use a stronger model; what was answered is kept in the journal.",
        "Each row that breaks a rule, a type or a length is asked again, naming rule and value. After a fixed number of asks the run ends rather than deliver fewer or wrong rows.");

    public static readonly DiagnosticDescriptor WrongType = DiagnosticDescriptor.Error(
        "SD4202",
        "Column '{0}' got {1}; wanted is: {2}.",
        "Write it so.",
        "Counts cells a model wrote that cannot be read as the column's type. They are asked again.");

    public static readonly DiagnosticDescriptor WrongLength = DiagnosticDescriptor.Error(
        "SD4203",
        "Column '{0}' got a text of {1} characters; {2} to {3} are allowed.",
        "Give a text of {2} to {3} characters.",
        "Counts texts a model wrote whose length, in characters without blanks at the ends, is outside the column's 'length'. They are asked again.");

    public static readonly DiagnosticDescriptor NotUnique = DiagnosticDescriptor.Error(
        "SD4204",
        "Column '{0}' is unique and another row already has {1}.",
        "Give a value no other row has.",
        "Counts values a model wrote twice in a unique column. The row with the lowest index keeps the value, the other is asked again.");

    public static readonly DiagnosticDescriptor MissingCell = DiagnosticDescriptor.Error(
        "SD4205",
        "Column '{0}' got no value.",
        "Give every column asked for, never null or empty.",
        "Counts cells a model left out, left empty, wrote as null or wrote twice in a row it answered. They are asked again.");

    public static readonly DiagnosticDescriptor BadJournalLine = DiagnosticDescriptor.Error(
        "SD5901",
        "Line {1} of the journal '{0}' is damaged: {2}",
        "Restore the file from a backup; or take that line out, which costs at most the answer it held; or move the file away to start (and pay) anew.",
        "A journal's lines carry checksums. A last line without its end is what a crash leaves and is cut; damage elsewhere means paid answers may be lost, so nothing is done on its own.");

    public static readonly DiagnosticDescriptor NewerJournal = DiagnosticDescriptor.Error(
        "SD5902",
        "Line {1} of the journal '{0}' has format version {2}; this program reads up to {3}.",
        "Use the newer program that wrote it.",
        "A newer format is refused rather than guessed at.");

    public static readonly DiagnosticDescriptor JournalLocked = DiagnosticDescriptor.Error(
        "SD5903",
        "The journal '{0}' is in use by another run.",
        "Wait for that run, or give this one a journal of its own with --journal.",
        "Two runs writing one journal would buy the same answers twice.");

    public static readonly DiagnosticDescriptor JournalFailed = DiagnosticDescriptor.Error(
        "SD5904",
        "The journal '{0}' cannot be opened or written: {1}",
        "Give it a folder that exists, with space and leave to write, or another place with --journal.",
        "Every answer is on disk before it is used; without a journal no model is called.");

    public static readonly DiagnosticDescriptor TornJournal = DiagnosticDescriptor.Warning(
        "SD5905",
        "The last line of the journal '{0}' was torn by a crash and is cut: {1} bytes.",
        "Nothing to do; at most one answer is asked again.",
        "The line was being written when the program or machine stopped.");

    public static readonly DiagnosticDescriptor KeyRefused = DiagnosticDescriptor.Error(
        "SD6001",
        "The server of model {0} refused the key (HTTP {1}).",
        "Check the key in the environment and what it is allowed to use.",
        "HTTP 401 and 403 do not pass by waiting, so they end the run at once.");

    public static readonly DiagnosticDescriptor UnknownModel = DiagnosticDescriptor.Error(
        "SD6002",
        "The server does not know model {0} (HTTP {1}).",
        "Check the model's name and that the base URL ends where the protocol begins, usually /v1.",
        "HTTP 404, and an error that says so, does not pass by waiting and ends the run at once.");

    public static readonly DiagnosticDescriptor RequestRefused = DiagnosticDescriptor.Error(
        "SD6003",
        "The server of model {0} refused the request (HTTP {1}): {2}",
        "Do what the server says.",
        "The server understood the request and will not answer it; sending it again would change nothing.");

    public static readonly DiagnosticDescriptor NoAnswer = DiagnosticDescriptor.Error(
        "SD6004",
        "Model {0} gave no answer after {1} tries. The last failure: {2}",
        "Look at the server and run again; what was answered is kept in the journal and not asked again.",
        "Refused and lost connections, time-outs, HTTP 408, 409, 425, 429 and 5xx are tried again with growing pauses, or after the pause the server names.");

    public static readonly DiagnosticDescriptor ReplyMissing = DiagnosticDescriptor.Error(
        "SD6005",
        "The journal has no reply for rows {1} to {2} of table '{0}', and --replay asks no model.",
        "Run without --replay to ask for what is missing.",
        "A replay uses only what a journal holds: the same schema, rows and model as when it was written.");

    public static readonly DiagnosticDescriptor ClientFailed = DiagnosticDescriptor.Error(
        "SD6006",
        "The client of model {0} failed: {1}",
        "Look at the inner exception.",
        "A chat client given to the library threw an exception that is no failure of the network.");

    public static readonly DiagnosticDescriptor ReplayModelUnclear = DiagnosticDescriptor.Error(
        "SD6007",
        "The journal '{0}' holds replies of {1} models, so a replay cannot tell which to use.{2}",
        "Name one with --model.",
        "A replay without --model takes the model the journal knows, if it knows exactly one.");

    public static readonly DiagnosticDescriptor NothingUsable = DiagnosticDescriptor.Error(
        "SD6008",
        "Model {0} gave no usable answer for {1} rows of table '{2}' after {3} asks each: {4}",
        "Use a model that can follow a format; the replies are in the journal ({5}).",
        "The replies were refusals, prose, or lacked the rows asked for. They are kept in the journal.");

    public static readonly DiagnosticDescriptor RowNotAnswered = DiagnosticDescriptor.Error(
        "SD6011",
        "The reply has no row with this id.",
        "Answer every id asked for.",
        "Counts rows that a reply left out: it was cut, broken, short or not in the format. They are asked again.");

    public static readonly DiagnosticDescriptor RowNotAsked = DiagnosticDescriptor.Error(
        "SD6012",
        "The reply has a row whose id was not asked for.",
        "Answer only the ids asked for.",
        "Counts rows of a reply that were dropped because nobody asked for their id.");

    public static readonly DiagnosticDescriptor RowTwice = DiagnosticDescriptor.Error(
        "SD6013",
        "The reply has the same id twice.",
        "Answer every id once.",
        "Counts rows of a reply that were dropped because the reply already had their id; the first is used.");

    public static readonly DiagnosticDescriptor Refused = DiagnosticDescriptor.Error(
        "SD6014",
        "The model declined to answer.",
        "Answer every row; all of them are invented.",
        "Counts rows whose reply held no data at all, or was stopped by a content filter. They are asked once more in other words, then like any other wrong row.");

    public static readonly DiagnosticDescriptor NeedsRun = DiagnosticDescriptor.Error(
        "SD6015",
        "Table '{0}' holds or reads cells that a model fills, which only a written run asks for.",
        "Write the dataset, or plan with the fallbacks (`Text = TextSource.Fallback`).",
        "Reading batches alone keeps no journal, and an answer that was paid for must be kept.");

    public static readonly DiagnosticDescriptor NobodyToAsk = DiagnosticDescriptor.Error(
        "SD6016",
        "Dataset '{0}' has prompts for a model, but the run was given no client.",
        "Set `RunOptions.Chat`, replay a journal, or plan with the fallbacks (`Text = TextSource.Fallback`).",
        "A library user brings the client; the command line opens it from `--model`.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        OwnRowsReadModel,
        SlotsStayWrong, WrongType, WrongLength, NotUnique, MissingCell,
        BadJournalLine, NewerJournal, JournalLocked, JournalFailed, TornJournal,
        KeyRefused, UnknownModel, RequestRefused, NoAnswer, ReplyMissing, ClientFailed, ReplayModelUnclear, NothingUsable,
        RowNotAnswered, RowNotAsked, RowTwice, Refused, NeedsRun, NobodyToAsk,
    ];
}
