using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace SynthData.SimulatedProvider;

/// <summary>A server of the chat-completions protocol on the loopback interface that answers our slots without a model.</summary>
public sealed class SimulatedServer : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly ConcurrentQueue<RecordedRequest> requests = new();
    private readonly Func<RecordedRequest, Fault?> script;
    private readonly Func<RecordedRequest, CancellationToken, Task>? before;
    private readonly CancellationTokenSource closing = new();
    private int arrived;

    private SimulatedServer(WebApplication application, Func<RecordedRequest, Fault?> script, Func<RecordedRequest, CancellationToken, Task>? before)
    {
        this.application = application;
        this.script = script;
        this.before = before;
    }

    /// <summary>Where the protocol begins: ends with <c>/v1</c>.</summary>
    public Uri BaseUrl { get; private set; } = new("http://127.0.0.1/v1");

    /// <summary>The calls so far, in the order of arrival.</summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. requests];

    /// <summary>How many calls came.</summary>
    public int Calls => requests.Count;

    /// <summary>Starts a provider.</summary>
    /// <param name="script">What to do wrong on a call; null for nothing.</param>
    /// <param name="port">0 for any free one.</param>
    /// <param name="before">What an answer waits for; null for nothing.</param>
    public static async Task<SimulatedServer> StartAsync(
        Func<RecordedRequest, Fault?>? script = null, int port = 0, Func<RecordedRequest, CancellationToken, Task>? before = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(1));
        WebApplication application = builder.Build();
        var provider = new SimulatedServer(application, script ?? (_ => null), before);
        application.MapPost("/v1/chat/completions", context => provider.CompleteAsync(context));
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
        closing.Dispose();
    }

    private async Task CompleteAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        string body = await reader.ReadToEndAsync(context.RequestAborted);
        var request = new RecordedRequest(Interlocked.Increment(ref arrived), body, context.Request.Headers.Authorization);
        requests.Enqueue(request);
        Fault? fault = script(request);
        if (before is not null)
            await before(request, context.RequestAborted);
        switch (fault)
        {
            case Fault.Hang:
                await WaitAsync(context);
                return;
            case Fault.Reset:
                context.Abort();
                return;
            case Fault.Status status:
                await RefuseAsync(context, status);
                return;
            case Fault.Page page:
                context.Response.ContentType = "text/html";
                await context.Response.WriteAsync(page.Html);
                return;
        }

        Answer answer;
        try
        {
            answer = Answer.To(request, fault);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            await RefuseAsync(context, new Fault.Status(500, exception.ToString()));    // a prompt this cannot read
            return;
        }

        if (request.IsStream)
            await StreamAsync(context, request, answer);
        else
            await WriteWholeAsync(context, request, answer);
    }

    private async Task WaitAsync(HttpContext context)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, closing.Token);
        await Task.Delay(Timeout.InfiniteTimeSpan, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        context.Abort();
    }

    private static async Task RefuseAsync(HttpContext context, Fault.Status status)
    {
        context.Response.StatusCode = status.Code;
        context.Response.ContentType = "application/json";
        if (status.Header is { } header)
            context.Response.Headers[header.Name] = header.Value;
        await context.Response.WriteAsync($$$"""{"error":{"message":{{{JsonSerializer.Serialize(status.Message)}}},"type":"simulated","code":null}}""");
    }

    private async Task StreamAsync(HttpContext context, RecordedRequest request, Answer answer)
    {
        context.Response.ContentType = "text/event-stream";
        const int piece = 37;
        for (int start = 0; start < answer.Text.Length; start += piece)
        {
            string text = answer.Text.Substring(start, Math.Min(piece, answer.Text.Length - start));
            await SendAsync(context, request, new Delta(answer.IsRefusal ? null : text, answer.IsRefusal ? text : null), finish: null);
        }

        if (answer.IsReset || answer.IsStalled)
        {
            await context.Response.Body.FlushAsync(context.RequestAborted);
            if (answer.IsStalled)
                await WaitAsync(context);
            await Task.Delay(TimeSpan.FromMilliseconds(150), closing.Token);    // a reset overtakes what the other side has not read yet
            context.Abort();
            return;
        }

        await SendAsync(context, request, new Delta(null, null), answer.Finish);
        string usage = $"{{\"prompt_tokens\":{TokensIn(request)},\"completion_tokens\":{TokensOut(answer)},\"total_tokens\":{TokensIn(request) + TokensOut(answer)}}}";
        await context.Response.WriteAsync($"data: {{\"id\":\"s\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":{JsonSerializer.Serialize(request.Model)},\"choices\":[],\"usage\":{usage}}}\n\n");
        await context.Response.WriteAsync("data: [DONE]\n\n");
    }

    private static async Task SendAsync(HttpContext context, RecordedRequest request, Delta delta, string? finish)
    {
        string json = $$$"""{"id":"s","object":"chat.completion.chunk","created":1,"model":{{{JsonSerializer.Serialize(request.Model)}}},"choices":[{"finish_reason":{{{JsonSerializer.Serialize(finish)}}},"delta":{{{delta.ToJson()}}},"index":0}]}""";
        await context.Response.WriteAsync($"data: {json}\n\n");
    }

    private static async Task WriteWholeAsync(HttpContext context, RecordedRequest request, Answer answer)
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync($$$"""
            {"id":"s","object":"chat.completion","created":1,"model":{{{JsonSerializer.Serialize(request.Model)}}},
            "choices":[{"index":0,"message":{"role":"assistant","content":{{{JsonSerializer.Serialize(answer.Text)}}}},"finish_reason":"{{{answer.Finish}}}"}],
            "usage":{"prompt_tokens":{{{TokensIn(request)}}},"completion_tokens":{{{TokensOut(answer)}}},"total_tokens":{{{TokensIn(request) + TokensOut(answer)}}}}}
            """);
    }

    private static int TokensIn(RecordedRequest request) => (request.System.Length + request.User.Length) / 4;

    private static int TokensOut(Answer answer) => answer.Text.Length / 4;

    private sealed record Delta(string? Content, string? Refusal)
    {
        public string ToJson() => (Content, Refusal) switch
        {
            ({ } text, _) => $"{{\"role\":\"assistant\",\"content\":{JsonSerializer.Serialize(text)}}}",
            (_, { } text) => $"{{\"role\":\"assistant\",\"refusal\":{JsonSerializer.Serialize(text)}}}",
            _ => "{}",
        };
    }
}
