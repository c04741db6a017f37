using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace SynthData.SimulatedProvider;

/// <summary>Answers calls: limits first, then what the script does wrong, then a seat, then the answer at its pace. Thread-safe.</summary>
internal sealed class CallDesk : IDisposable
{
    private readonly ProviderOptions options;
    private readonly Ledger ledger;
    private readonly CancellationToken closing;
    private readonly long start;
    private readonly RateGate rates;
    private readonly Seats seats;
    private readonly PromptCache cache;
    private readonly ConcurrentDictionary<string, int> times = new(StringComparer.Ordinal);

    public CallDesk(ProviderOptions options, Ledger ledger, CancellationToken closing)
    {
        this.options = options;
        this.ledger = ledger;
        this.closing = closing;
        start = options.Clock.GetTimestamp();
        rates = new RateGate(options);
        seats = new Seats(options.Concurrency, options.RefusesCrowd);
        cache = new PromptCache(options.Tokens);
    }

    private TimeSpan Now => options.Clock.GetElapsedTime(start);

    public async Task AnswerAsync(HttpContext context, Protocol protocol, RecordedRequest request)
    {
        var call = new CallRecord(request.Number, Now, TimeSpan.Zero, 0, 0, 0, 0, 0, IsOverRate: false, Fault: null);
        try
        {
            call = await AnswerAsync(context, protocol, request, call);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            call = call with { Status = 500 };
            await RefuseAsync(context, protocol, new Fault.Status(500, exception.ToString()));    // a prompt this cannot read
        }
        finally
        {
            ledger.Note(call with { Ended = Now });
        }
    }

    public void Dispose() => seats.Dispose();

    private async Task<CallRecord> AnswerAsync(HttpContext context, Protocol protocol, RecordedRequest request, CallRecord call)
    {
        Usage usage = default;
        if (!rates.IsOpen)
        {
            usage = UsageOf(request, Answer.To(request, fault: null));
            RateVerdict verdict = rates.Admit(usage.In + usage.Out);
            Say(context, protocol, verdict);
            if (!verdict.IsAdmitted)
            {
                string wait = Math.Ceiling(verdict.Wait.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
                await RefuseAsync(context, protocol, new Fault.Status(429, "Rate limit reached.") { Header = ("Retry-After", wait) });
                return call with { Status = 429, IsOverRate = true };
            }
        }

        Fault? fault = options.Script?.Invoke(request);
        call = call with { Fault = fault?.GetType().Name };
        if (options.Before is { } before)
            await before(request, context.RequestAborted);
        if (await FailAsync(context, protocol, fault) is { } status)
        {
            if (!rates.IsOpen)
                rates.GiveBack(usage.In + usage.Out);
            return call with { Status = status };
        }

        if (await seats.TakeAsync(context.RequestAborted) is not { } atOnce)
        {
            if (!rates.IsOpen)
                rates.GiveBack(usage.In + usage.Out);
            await RefuseAsync(context, protocol, new Fault.Status(protocol.CrowdedStatus, "Overloaded"));
            return call with { Status = protocol.CrowdedStatus };
        }

        try
        {
            var answer = Answer.To(request, fault);
            Usage charged = UsageOf(request, answer);
            if (!rates.IsOpen)
                Say(context, protocol, rates.GiveBack(usage.In + usage.Out - charged.In - charged.Out));
            call = call with { Status = 200, TokensIn = charged.In, TokensOut = charged.Out, Cached = charged.Cached, AtOnce = atOnce };
            int time = times.AddOrUpdate(request.Body, 1, (_, count) => count + 1);
            await AnswerAsync(protocol, new Exchange(context, request, answer, charged, new Pace(options.Latency.Of(request.Body, time), options.Clock)));
            return call;
        }
        finally
        {
            seats.Leave();
        }
    }

    private async Task AnswerAsync(Protocol protocol, Exchange exchange)
    {
        ledger.Note(exchange.Answer.Cells);
        if (!exchange.Request.IsStream)
        {
            exchange.Context.Response.ContentType = "application/json";
            await exchange.Pace.WaitAsync(exchange.Usage.Out, exchange.Context.RequestAborted);
            await protocol.WriteWholeAsync(exchange);
            return;
        }

        exchange.Context.Response.ContentType = "text/event-stream";
        await protocol.StreamAsync(exchange);
        if (exchange.Answer.End is not (AnswerEnd.Reset or AnswerEnd.Stall))
        {
            await protocol.EndAsync(exchange);
            return;
        }

        await exchange.Context.Response.Body.FlushAsync(exchange.Context.RequestAborted);
        if (exchange.Answer.End == AnswerEnd.Stall)
            await HangAsync(exchange.Context);
        await Task.Delay(TimeSpan.FromMilliseconds(150), closing);    // a reset overtakes what the other side has not read yet
        exchange.Context.Abort();
    }

    /// <summary>Does what a fault does instead of an answer.</summary>
    /// <returns>The status, 0 where the connection was dropped; null where the fault is one of the answer.</returns>
    private async Task<int?> FailAsync(HttpContext context, Protocol protocol, Fault? fault)
    {
        switch (fault)
        {
            case Fault.Hang:
                await HangAsync(context);
                return 0;
            case Fault.Reset:
                context.Abort();
                return 0;
            case Fault.Status status:
                await RefuseAsync(context, protocol, status);
                return status.Code;
            case Fault.Page page:
                context.Response.ContentType = "text/html";
                await context.Response.WriteAsync(page.Html);
                return 200;
            default:
                return null;
        }
    }

    private async Task HangAsync(HttpContext context)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, closing);
        await Task.Delay(Timeout.InfiniteTimeSpan, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        context.Abort();
    }

    private static async Task RefuseAsync(HttpContext context, Protocol protocol, Fault.Status status)
    {
        context.Response.StatusCode = status.Code;
        context.Response.ContentType = "application/json";
        if (status.Header is { } header)
            context.Response.Headers[header.Name] = header.Value;
        await context.Response.WriteAsync(protocol.ErrorBody(status.Code, status.Message));
    }

    private void Say(HttpContext context, Protocol protocol, RateVerdict verdict)
    {
        if (!options.SaysLimits)
            return;
        if (verdict.Requests is { } requests)
            protocol.WriteLimit(context.Response.Headers, "requests", requests, options.Clock.GetUtcNow());
        if (verdict.Tokens is { } tokens)
            protocol.WriteLimit(context.Response.Headers, "tokens", tokens, options.Clock.GetUtcNow());
    }

    private Usage UsageOf(RecordedRequest request, Answer answer)
    {
        PromptSize size = cache.SizeOf(request);
        return new Usage(size.Tokens, size.Cached, options.Tokens(answer.Text));
    }
}
