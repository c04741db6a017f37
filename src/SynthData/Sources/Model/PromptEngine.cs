using System.Collections.Concurrent;
using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Manifest;
using SynthData.Planning;
using SynthData.Sources.Model.Journals;
using SynthData.Sources.Model.Prompts;
using SynthData.Sources.Model.Providers;
using SynthData.Sources.Model.Sending;
using SynthData.Sources.Model.Variety;

namespace SynthData.Sources.Model;

/// <summary>Fills prompt cells by asking a chat model, or by replaying what one answered before.</summary>
/// <remarks>One engine serves one run, one table after the other. The journal stays the caller's to dispose.</remarks>
internal sealed class PromptEngine : IPromptEngine, IDisposable
{
    private readonly PromptEngineOptions options;
    private readonly CallDesk desk;
    private readonly RunTally tally;
    private readonly ConcurrentDictionary<string, TableTexts> texts = new(StringComparer.Ordinal);

    /// <summary>Makes an engine that asks a model for what the journal lacks.</summary>
    public PromptEngine(ChatConnection connection, Journal journal, PromptEngineOptions options)
        : this(connection, connection.Name, journal, options)
    {
    }

    private PromptEngine(ChatConnection? connection, string model, Journal journal, PromptEngineOptions options)
    {
        this.options = options;
        desk = new CallDesk(connection, model, journal, options);
        tally = new RunTally(model, journal.KnownBefore);
    }

    /// <summary>Totals of the replies used so far.</summary>
    public ManifestModel Totals => tally.Totals;

    /// <summary>Rejected cells and rows so far, by table, code and rule.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<ManifestRejection>> Rejected => tally.Rejected;

    /// <summary>How far the texts of each column differ, in the rows delivered so far; by table, columns in output order.</summary>
    public ImmutableArray<TextVariety> Texts => [.. texts.OrderBy(table => table.Key, StringComparer.Ordinal).SelectMany(table => table.Value.Census.Figures)];

    /// <summary>How sending stands.</summary>
    public SendingFigures Sending => desk.Sending;

    /// <summary>Everything that is counted, as of now.</summary>
    public ModelFigures Figures
    {
        get
        {
            (CallFigures used, CallFigures fromJournal) = tally.Used;
            return new ModelFigures(desk.Model, desk.JournalPath, used, fromJournal, desk.Sending, tally.Tables);
        }
    }

    /// <summary>Makes an engine that only uses what a journal holds; there is no client at all.</summary>
    /// <param name="model">Whose replies; null where the journal knows one model only.</param>
    /// <exception cref="GenerationException">SD6007: the journal knows several models, or none.</exception>
    public static PromptEngine Replay(Journal journal, string? model, PromptEngineOptions options)
    {
        if (model is null && journal.Models.Count != 1)
        {
            string names = journal.Models.Count == 0 ? "" : $" They are: {string.Join(", ", journal.Models)}.";
            throw new GenerationException(ModelDiagnostics.ReplayModelUnclear.At(null, journal.Path, journal.Models.Count, names));
        }

        return new PromptEngine(null, model ?? journal.Models.First(), journal, options);
    }

    public IAsyncEnumerable<IReadOnlyList<PromptAnswer>> AnswerAsync(
        PromptTable table, IPromptRows rows, long first, long count, CancellationToken cancellationToken)
    {
        TableTexts known = texts.GetOrAdd(table.Table, _ => new TableTexts(table));
        var answered = new TableDesk(new TablePrompt(table), rows, desk, tally, options);
        return new TableAnswers(answered, new TextClaims(answered, known.Taken), known.Census).RunAsync(first, count, cancellationToken);
    }

    public void Dispose() => desk.Dispose();
}
