using System.Collections.Concurrent;
using System.Globalization;

namespace SynthData.SimulatedProvider;

/// <summary>A server on the loopback interface that speaks the protocols of OpenAI and Anthropic and answers our slots without a model.</summary>
public sealed class SimulatedServer : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly ConcurrentQueue<RecordedRequest> requests = new();
    private readonly CancellationTokenSource closing = new();
    private readonly CallDesk desk;
    private int arrived;

    private SimulatedServer(WebApplication application, ProviderOptions options)
    {
        this.application = application;
        desk = new CallDesk(options, Ledger, closing.Token);
    }

    /// <summary>Where the protocol of OpenAI begins: ends with <c>/v1</c>.</summary>
    public Uri BaseUrl { get; private set; } = new("http://127.0.0.1/v1");

    /// <summary>Where the protocol of Anthropic begins, whose clients add <c>/v1</c> themselves.</summary>
    public Uri AnthropicUrl => new(BaseUrl, "/");

    /// <summary>The calls so far, in the order of arrival.</summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. requests];

    /// <summary>How many calls came.</summary>
    public int Calls => requests.Count;

    /// <summary>What became of them.</summary>
    public Ledger Ledger { get; } = new();

    /// <summary>Starts a provider that counts tokens by characters.</summary>
    /// <param name="script">What to do wrong on a call; null for nothing.</param>
    /// <param name="port">0 for any free one.</param>
    /// <param name="before">What an answer waits for; null for nothing.</param>
    public static Task<SimulatedServer> StartAsync(
        Func<RecordedRequest, Fault?>? script = null, int port = 0, Func<RecordedRequest, CancellationToken, Task>? before = null) =>
        StartAsync(new ProviderOptions { Script = script, Port = port, Before = before, Tokens = TokenCounts.ByCharacters });

    /// <summary>Starts a provider.</summary>
    public static async Task<SimulatedServer> StartAsync(ProviderOptions options)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{options.Port}"));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        WebApplication application = builder.Build();
        var provider = new SimulatedServer(application, options);
        foreach (Protocol protocol in (Protocol[])[new ChatCompletions(), new MessagesProtocol()])
            application.MapPost(protocol.Path, context => provider.TakeAsync(context, protocol));
        await application.StartAsync();
        provider.BaseUrl = new Uri(application.Urls.First() + "/v1");
        return provider;
    }

    /// <summary>A script that does the faults given on the first calls, one each, and none after.</summary>
    public static Func<RecordedRequest, Fault?> Sequence(params Fault?[] faults) =>
        request => request.Number <= faults.Length ? faults[request.Number - 1] : null;

    public Task WaitForShutdownAsync() => application.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await application.DisposeAsync();
        desk.Dispose();
        closing.Dispose();
    }

    private async Task TakeAsync(HttpContext context, Protocol protocol)
    {
        using var reader = new StreamReader(context.Request.Body);
        string body = await reader.ReadToEndAsync(context.RequestAborted);
        var request = new RecordedRequest(Interlocked.Increment(ref arrived), body, context.Request.Headers.Authorization)
        {
            Path = protocol.Path,
            ApiKey = context.Request.Headers["x-api-key"],
        };
        requests.Enqueue(request);
        await desk.AnswerAsync(context, protocol, request);
    }
}
