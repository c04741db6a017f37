using SynthData.Planning;
using SynthData.SimulatedProvider;
using SynthData.Sources.Model;
using SynthData.Sources.Model.Journals;
using SynthData.Sources.Model.Providers;
using SynthData.Sources.Model.Sending;

namespace SynthData.Tests.Sources.Model;

/// <summary>A simulated server, a folder for a journal, and engines between them that go through the real client library.</summary>
internal sealed class EngineBench : IAsyncDisposable
{
    public const string Secret = "sk-canary-7f3a9";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("synthdata-model-");

    private EngineBench(SimulatedServer server) => Server = server;

    public SimulatedServer Server { get; private set; }

    public QuickClock Clock { get; } = new();

    public string JournalPath => Path.Combine(folder.FullName, "shop.journal.jsonl");

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts a server that does the faults given on its first calls.</summary>
    public static Task<EngineBench> StartAsync(params Fault?[] faults) => StartAsync(SimulatedServer.Sequence(faults));

    public static async Task<EngineBench> StartAsync(Func<RecordedRequest, Fault?> script, Func<RecordedRequest, CancellationToken, Task>? before = null) =>
        new(await SimulatedServer.StartAsync(script, before: before));

    /// <summary>Calls one after the other, so that a script by call number knows which is which.</summary>
    public PromptEngineOptions Options(int rowsPerCall = 16, int waveSize = 64, int concurrency = 1) => new()
    {
        Sending = new SendingOptions { Concurrency = concurrency },
        RowsPerCall = rowsPerCall,
        WaveSize = waveSize,
        Transport = new TransportOptions { Clock = Clock, Silence = TimeSpan.FromMinutes(60), Patience = TimeSpan.FromHours(20) },
    };

    public ChatConnection Connect(string model = "openai/sim") => ChatClients.Open(
        ModelName.Parse(model), Server.BaseUrl.ToString(), name => name == "OPENAI_API_KEY" ? Secret : null, Clock);

    /// <summary>Puts another server in the place of the first.</summary>
    public async Task RestartAsync(Func<RecordedRequest, Fault?>? script = null)
    {
        await Server.DisposeAsync();
        Server = await SimulatedServer.StartAsync(script);
    }

    /// <summary>Answers rows with a journal that is opened for this once.</summary>
    public async Task<Run> RunAsync(
        PromptTable table, long count, PromptEngineOptions? options = null, Func<PromptAnswer, PromptViolation?>? rule = null, IPromptRows? rows = null,
        string model = "openai/sim")
    {
        using Journal journal = Journal.Open(JournalPath);
        using var engine = new PromptEngine(Connect(model), journal, options ?? Options());
        return await CollectAsync(engine, table, rows ?? Shop.Rows(table, rule), count);
    }

    public async Task<Run> ReplayAsync(PromptTable table, long count, PromptEngineOptions? options = null, Func<PromptAnswer, PromptViolation?>? rule = null)
    {
        using Journal journal = Journal.Open(JournalPath, isReadOnly: true);
        using PromptEngine engine = PromptEngine.Replay(journal, null, options ?? Options());
        return await CollectAsync(engine, table, Shop.Rows(table, rule), count);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        folder.Delete(recursive: true);
    }

    public static async Task<Run> CollectAsync(PromptEngine engine, PromptTable table, IPromptRows rows, long count, CancellationToken? stop = null)
    {
        var answers = new List<PromptAnswer>();
        await foreach (IReadOnlyList<PromptAnswer> wave in engine.AnswerAsync(table, rows, 0, count, stop ?? Token))
            answers.AddRange(wave);
        Assert.Equal(Enumerable.Range(0, (int)count).Select(index => (long)index), answers.Select(answer => answer.RowIndex));
        return new Run(answers, engine);
    }
}

/// <summary>What came of a run.</summary>
internal sealed record Run(IReadOnlyList<PromptAnswer> Answers, PromptEngine Engine)
{
    public long RejectedBy(string code, string rule) =>
        Engine.Rejected.TryGetValue("products", out var rejected) ? rejected.Where(r => r.Code == code && r.Rule == rule).Sum(r => r.Count) : 0;
}
