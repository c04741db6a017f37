using Polly;
using Polly.Retry;
using SynthData.Diagnostics;
using SynthData.Sources.Model.Providers;
using SynthData.Sources.Model.Replies;
using SynthData.Sources.Model.Sending.Limits;

namespace SynthData.Sources.Model.Sending;

/// <summary>Brings the reply to one call, trying again what the network broke. The one owner of retries.</summary>
/// <remarks>
/// Each attempt enters the gate anew. Being told to come later (HTTP 429, 529) only delays a call; other failures that may pass are
/// counted. When nothing but failures came for as long as patience lasts, whichever call they came to, the run ends. Thread-safe.
/// </remarks>
internal sealed class Transport
{
    private static readonly ResiliencePropertyKey<CallTry> OfCall = new("call");
    private static readonly ResiliencePropertyKey<Attempt> OfAttempt = new("attempt");

    private readonly ChatConnection connection;
    private readonly CallGate gate;
    private readonly RunFailure failure;
    private readonly TransportOptions options;
    private readonly ModelLog log;
    private readonly Patience patience;
    private readonly ResiliencePipeline<Reply?> pipeline;
    private long putOff;

    public Transport(ChatConnection connection, CallGate gate, RunFailure failure, TransportOptions options, ModelLog log)
    {
        this.connection = connection;
        this.gate = gate;
        this.failure = failure;
        this.options = options;
        this.log = log;
        patience = new Patience(options.Clock);
        pipeline = new ResiliencePipelineBuilder<Reply?> { TimeProvider = options.Clock }.AddRetry(Retry()).Build();
    }

    /// <summary>How often a server told a call to come later.</summary>
    public long PutOff => Interlocked.Read(ref putOff);

    /// <summary>Makes attempts until one brings a reply.</summary>
    /// <param name="cancellationToken">Ends waiting, for leave or between attempts; an attempt under way has a token of its own.</param>
    /// <returns>The reply, or null where the attempt found that this is not to be sent.</returns>
    /// <exception cref="GenerationException">SD6004, SD6031, SD6032.</exception>
    public async Task<Reply?> SendAsync(CallTry call, Attempt attempt, CancellationToken cancellationToken)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            context.Properties.Set(OfCall, call);
            context.Properties.Set(OfAttempt, attempt);
            return await pipeline.ExecuteAsync(TryAsync, context);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<Reply?> TryAsync(ResilienceContext context)
    {
        CallTry call = context.Properties.GetValue(OfCall, null!);
        await call.Hold.RenewAsync(context.CancellationToken);
        using Lease lease = await gate.EnterAsync(call.Ticket, call.Hold.Estimate.Total, context.CancellationToken);
        try
        {
            Reply? reply = await context.Properties.GetValue(OfAttempt, null!)(lease);
            if (reply is null)
                lease.Fail(SetBack.NotSent);
            else
                patience.Reply();
            return reply;
        }
        catch (GenerationException exception)
        {
            failure.Set(exception);         // while the leave is still held, or the next call would go out
            throw;
        }
        catch (Exception exception) when (!context.CancellationToken.IsCancellationRequested && TransportFault.Of(exception, options.Clock) is { IsPassing: true } fault)
        {
            lease.Fail(SetBack.Of(exception, fault));
            if (LostCall.Is(exception, fault))
                call.Hold.Lose();
            if (WhyEnd(call, exception, fault) is not { } end)
                throw;
            failure.Set(end);
            throw end;
        }
    }

    private GenerationException? WhyEnd(CallTry call, Exception exception, TransportFault fault)
    {
        if (IsPutOff(fault))
            Interlocked.Increment(ref putOff);
        else
            call.Failures++;
        if (fault.Pause is { } pause && pause > options.Patience)
            return GiveUp(SendingDiagnostics.PauseTooLong, pause, exception, fault);
        if (call.Failures > options.Retries)
            return ModelFailures.Of(exception, connection, options);
        TimeSpan failing = patience.Fail();
        return failing >= options.Patience ? GiveUp(SendingDiagnostics.ServerSilent, failing, exception, fault) : null;
    }

    private GenerationException GiveUp(DiagnosticDescriptor why, TimeSpan span, Exception exception, TransportFault fault) => new(
        why.At(null, connection.Name, Seconds(span), Seconds(options.Patience), connection.Scrub(fault.Message)),
        connection.Leaks(exception.ToString()) ? null : exception);

    private RetryStrategyOptions<Reply?> Retry() => new()
    {
        MaxRetryAttempts = int.MaxValue,        // the attempt itself counts, and not everything
        UseJitter = false,
        ShouldHandle = arguments => ValueTask.FromResult(
            arguments.Outcome.Exception is { } exception
            && !arguments.Context.CancellationToken.IsCancellationRequested
            && TransportFault.Of(exception, options.Clock).IsPassing),
        DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(
            TransportFault.Of(arguments.Outcome.Exception!, options.Clock).Pause ?? BackOff.After(arguments.AttemptNumber, options)),
        OnRetry = arguments =>
        {
            log.TriedAgain(arguments.AttemptNumber + 1, arguments.RetryDelay, TransportFault.Of(arguments.Outcome.Exception!, options.Clock).Message);
            return ValueTask.CompletedTask;
        },
    };

    private static bool IsPutOff(TransportFault fault) => fault.Status is 429 or 529;

    private static long Seconds(TimeSpan span) => (long)Math.Round(span.TotalSeconds);
}

/// <summary>Sends a call once.</summary>
/// <returns>The reply, or null where it is not to be sent like this.</returns>
internal delegate Task<Reply?> Attempt(Lease lease);
