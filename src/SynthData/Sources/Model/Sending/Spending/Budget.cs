using System.Globalization;

namespace SynthData.Sources.Model.Sending.Spending;

/// <summary>Gives each call leave to be bought, before it is sent, while the budget lasts. Thread-safe.</summary>
/// <remarks>
/// What a call is thought to come to is held until it has come home. One that no longer fits waits for those under way, which may come to
/// less; when none is left and it still does not fit, the budget is spent, for it and all after it. So whoever is told so knows that
/// every reply that was paid for is there.
/// </remarks>
internal sealed class Budget(BudgetLimits limits)
{
    private readonly Lock gate = new();
    private readonly Queue<Waiter> queue = new();
    private Spent spent;
    private TokenCount held;
    private int holds;
    private BudgetSpentException? end;

    public Spent Spent
    {
        get
        {
            lock (gate)
                return spent;
        }
    }

    /// <summary>What was bought in money; null where no price is known.</summary>
    public decimal? Cost => limits.CostOf(Spent.Tokens);

    /// <summary>Waits for leave to buy one call.</summary>
    /// <exception cref="BudgetSpentException">The budget is spent and every call under way has come home.</exception>
    public async Task<BudgetHold> ReserveAsync(TokenCount estimate, CancellationToken cancellationToken)
    {
        var hold = new BudgetHold(this, estimate);
        await HoldAsync(hold, cancellationToken);
        return hold;
    }

    internal async Task HoldAsync(BudgetHold hold, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var waiter = new Waiter(hold);
        lock (gate)
        {
            queue.Enqueue(waiter);
            LetThrough();
        }

        await using CancellationTokenRegistration gone = cancellationToken.UnsafeRegister(_ => Leave(waiter, cancellationToken), null);
        await waiter.Source.Task;
    }

    /// <summary>Gives back what a call held; what it came to is bought, if anything.</summary>
    internal void Release(BudgetHold hold, TokenCount? bought, bool isLost)
    {
        lock (gate)
        {
            hold.IsHeld = false;
            holds--;
            held -= hold.Estimate;
            if (bought is { } tokens)
                spent = spent.Plus(tokens, isLost);
            LetThrough();
        }
    }

    private void Leave(Waiter waiter, CancellationToken cancellationToken)
    {
        waiter.Source.TrySetCanceled(cancellationToken);
        lock (gate)
            LetThrough();
    }

    private void LetThrough()
    {
        while (queue.TryPeek(out Waiter? first))
        {
            if (end is null && !first.Source.Task.IsCompleted && Shortage(first.Hold.Estimate) is { } shortage)
            {
                if (holds > 0)
                    return;
                end = new BudgetSpentException(shortage, spent.Tell(limits.CostOf(spent.Tokens)));
            }

            queue.Dequeue();
            if (end is not null)
            {
                first.Source.TrySetException(end);
            }
            else if (first.Source.TrySetResult())
            {
                first.Hold.IsHeld = true;
                holds++;
                held += first.Hold.Estimate;
            }
        }
    }

    // Which budget a call of this size does not fit into, in words; null when it fits.
    private string? Shortage(TokenCount estimate)
    {
        TokenCount tokens = spent.Tokens + held + estimate;
        if (limits.Calls is { } calls && spent.Calls + holds + 1 > calls)
            return string.Create(CultureInfo.InvariantCulture, $"{calls} {(calls == 1 ? "call" : "calls")} is spent");
        if (limits.Tokens is { } most && tokens.Total > most)
            return string.Create(CultureInfo.InvariantCulture, $"{most} tokens has no room for the next call, of about {estimate.Total}");
        if (limits.Cost is { } money && limits.CostOf(tokens) > money)
            return string.Create(CultureInfo.InvariantCulture, $"{money} in money has no room for the next call, of about {limits.CostOf(estimate):0.######}");
        return null;
    }

    private sealed class Waiter(BudgetHold hold)
    {
        public BudgetHold Hold { get; } = hold;

        public TaskCompletionSource Source { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
