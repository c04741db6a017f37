using System.Collections.Concurrent;
using SynthData.Diagnostics;
using SynthData.Sources.Model.Providers;
using SynthData.Sources.Model.Replies;
using SynthData.Sources.Model.Sending.Limits;
using SynthData.Sources.Model.Sending.Spending;

namespace SynthData.Sources.Model.Sending;

/// <summary>The way of a run's calls to their server: budget, then retries, then the gate, anew for each attempt. Thread-safe.</summary>
internal sealed class CallLine : IDisposable
{
    private readonly Budget budget;
    private readonly CallGate gate;
    private readonly Transport transport;
    private readonly RunFailure failure = new();
    private readonly ConcurrentDictionary<string, MovingEstimate> estimates = new(StringComparer.Ordinal);

    public CallLine(ChatConnection connection, SendingOptions sending, TransportOptions options, ModelLog log)
    {
        budget = new Budget(sending.Budget);
        gate = new CallGate(
            options.Clock, new Throttle(new ConcurrencyLimit(sending.Concurrency), new RateLimits(sending.RequestsPerMinute, sending.TokensPerMinute)));
        transport = new Transport(connection, gate, failure, options, log);
        if (connection.Handler is { } handler)
            handler.OnRates = rates => Lease.Current?.Read(rates.Requests, rates.Tokens);
    }

    public SendingFigures Figures
    {
        get
        {
            GateFigures now = gate.Figures;
            Spent spent = budget.Spent;
            return new SendingFigures(now.InFlight, now.Waiting, now.Limit, now.Pause, spent.Calls, spent.Tokens, spent.Lost, transport.PutOff, budget.Cost);
        }
    }

    /// <summary>Waits until the budget has room for a call.</summary>
    /// <exception cref="BudgetSpentException">It never will.</exception>
    /// <exception cref="GenerationException">What another call failed of.</exception>
    public async Task<CallTry> OpenAsync(CallSize size, int wave, CancellationToken cancellationToken)
    {
        Ticket ticket = gate.TakeTicket(wave);
        return await WaitAsync(async token => new CallTry(await budget.ReserveAsync(EstimateOf(size), token), ticket, size), cancellationToken);
    }

    /// <summary>Makes attempts until one brings a reply.</summary>
    /// <returns>The reply, or null where the attempt found that this is not to be sent.</returns>
    /// <exception cref="BudgetSpentException">An attempt was lost, and the budget has no room for another.</exception>
    /// <exception cref="GenerationException">What this or another call failed of.</exception>
    public Task<Reply?> SendAsync(CallTry call, Attempt attempt, CancellationToken cancellationToken) => WaitAsync(
        token => transport.SendAsync(
            call,
            async lease =>
            {
                Reply? reply = await attempt(lease);
                if (reply is not null)
                    lease.Reply(Measure(call.Size, reply));
                return reply;
            },
            token),
        cancellationToken);

    /// <summary>Takes note that a reply is kept: what it came to is bought, and teaches what the next will come to.</summary>
    public void Buy(CallTry call, Reply reply)
    {
        TokenCount tokens = Measure(call.Size, reply);
        call.Hold.Buy(tokens);
        estimates[call.Size.Table].Learn(call.Size.Characters, call.Size.Cells, tokens);
    }

    public void Dispose()
    {
        gate.Dispose();
        failure.Dispose();
    }

    // A server that counts nothing is counted for, by characters.
    private TokenCount Measure(CallSize size, Reply reply) => reply.TokensIn + reply.TokensOut > 0
        ? new TokenCount(reply.TokensIn, reply.TokensOut)
        : new TokenCount(EstimateOf(size).In, MovingEstimate.TokensOf(reply.Text));

    private TokenCount EstimateOf(CallSize size) => estimates.GetOrAdd(size.Table, _ => new MovingEstimate()).Of(size.Characters, size.Cells);

    private async Task<T> WaitAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, failure.Token);
        try
        {
            return await work(waiting.Token);
        }
        catch (Exception exception) when (waiting.IsCancellationRequested && exception is not (GenerationException or BudgetSpentException))
        {
            // Whatever broke an attempt meanwhile, the run has ended: by its caller, or of another call's failure.
            cancellationToken.ThrowIfCancellationRequested();
            throw new GenerationException(failure.First!.Diagnostic, failure.First);
        }
    }
}
