using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Manifest;
using SynthData.Planning;
using SynthData.Sources.Model;
using SynthData.Sources.Model.Journals;
using SynthData.Sources.Model.Providers;
using SynthData.Sources.Model.Sending;
using SynthData.Sources.Model.Sending.Spending;

namespace SynthData;

/// <summary>What answers a run's prompts: an engine with its journal where the plan has prompts for a model, else nothing.</summary>
internal sealed class PromptDesk : IDisposable
{
    private readonly PromptEngine? engine;
    private readonly Journal? journal;
    private readonly Action<ModelFigures>? onEnd;

    private PromptDesk(PromptEngine? engine, Journal? journal, Action<ModelFigures>? onEnd)
    {
        this.onEnd = onEnd;
        this.engine = engine;
        this.journal = journal;
    }

    public IPromptEngine Engine => engine ?? throw new InvalidOperationException("No table of the plan is answered by a model.");

    /// <summary>Totals of the replies used, or null without a model.</summary>
    public ManifestModel? Totals => engine?.Totals;

    /// <summary>Everything that is counted of the model, or null without one.</summary>
    public ModelFigures? Figures => engine?.Figures;

    /// <summary>How far the texts that the model wrote differ.</summary>
    public ImmutableArray<TextVariety> Texts => engine?.Texts ?? [];

    /// <summary>What is odd about the journal.</summary>
    public ImmutableArray<Diagnostic> Warnings => journal is null ? [] : [.. journal.Warnings];

    /// <summary>The columns that hold fallbacks because the model's answers stayed wrong.</summary>
    public ImmutableArray<Diagnostic> Fallbacks => engine is null ? [] :
    [
        .. from table in engine.Rejected.OrderBy(table => table.Key, StringComparer.Ordinal)
           from rejection in table.Value
           where rejection.Code == UnsolvedDiagnostics.FellBack.Code
           select UnsolvedDiagnostics.HoldsFallbacks.At(null, table.Key, rejection.Rule, rejection.Count),
    ];

    /// <summary>Opens the journal and the engine when the plan needs them.</summary>
    /// <exception cref="GenerationException">The journal cannot be used, or nobody is there to ask (SD6).</exception>
    public static PromptDesk Open(GenerationPlan plan, RunOptions options)
    {
        if (!plan.Run.AsksModel)
            return new PromptDesk(null, null, null);

        string path = options.JournalPath ?? Path.ChangeExtension(plan.Dataset.Schema.File, ".journal.jsonl");
        ChatConnection? connection = options.Connection ?? (options.Chat is { } chat ? ChatConnection.Of(chat) : null);
        if (connection is null && !options.Replay)
            throw new GenerationException(ModelDiagnostics.NobodyToAsk.At(null, plan.Dataset.Name));

        Journal journal = Journal.Open(path, isReadOnly: options.Replay);
        try
        {
            journal.WarnUnlessFits(options.Replay ? plan.Request.Model : connection!.Name, plan.Run.InOrder.Where(table => !table.ModelSlots.IsEmpty).Select(table => table.Name));
            var log = new ModelLog(options.Logger, connection);
            foreach (Diagnostic warning in journal.Warnings)
                log.JournalMended(warning.Message);
            PromptEngineOptions asked = Asked(options, log);
            PromptEngine engine = options.Replay
                ? PromptEngine.Replay(journal, plan.Request.Model, asked)
                : new PromptEngine(connection!, journal, asked);
            return new PromptDesk(engine, journal, options.OnModelEnd);
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    private static PromptEngineOptions Asked(RunOptions options, ModelLog log)
    {
        ModelLimits limits = options.Limits;
        if (limits.MaxCost is not null && (limits.PriceIn is null || limits.PriceOut is null))
            throw new ArgumentException("A limit of money needs both prices.", nameof(options));
        var transport = new TransportOptions { Clock = options.Clock, Patience = limits.Patience };
        return new PromptEngineOptions
        {
            Log = log,
            Transport = options.Silence is { } silence ? transport with { Silence = silence } : transport,
            Sending = new SendingOptions
            {
                Concurrency = limits.Concurrency,
                RequestsPerMinute = limits.RequestsPerMinute,
                TokensPerMinute = limits.TokensPerMinute,
                Budget = new BudgetLimits
                {
                    Calls = limits.MaxCalls,
                    Tokens = limits.TokenBudget,
                    Cost = limits.MaxCost,
                    PriceIn = limits.PriceIn,
                    PriceOut = limits.PriceOut,
                },
            },
        };
    }

    /// <summary>Rejected cells and rows of a table's answers.</summary>
    public ImmutableArray<ManifestRejection> Rejected(string table) =>
        engine is not null && engine.Rejected.TryGetValue(table, out ImmutableArray<ManifestRejection> rejected) ? rejected : [];

    public void Dispose()
    {
        if (Figures is { } figures)
            onEnd?.Invoke(figures);
        engine?.Dispose();
        journal?.Dispose();
    }
}
