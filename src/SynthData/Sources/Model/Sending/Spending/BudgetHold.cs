namespace SynthData.Sources.Model.Sending.Spending;

/// <summary>What one call holds of the budget until it has come home. Disposed of without more it gives everything back.</summary>
internal sealed class BudgetHold(Budget budget, TokenCount estimate) : IDisposable
{
    /// <summary>What the call is thought to come to.</summary>
    public TokenCount Estimate { get; } = estimate;

    /// <summary>Whether anything is held; the budget's lock covers it.</summary>
    internal bool IsHeld { get; set; }

    /// <summary>Takes note of a reply and what it came to.</summary>
    public void Buy(TokenCount tokens) => Release(tokens, isLost: false);

    /// <summary>Takes note that the call was sent and brought nothing: it may be charged for. To send it again it must be held again.</summary>
    public void Lose() => Release(Estimate, isLost: true);

    /// <summary>Holds again what a lost call was charged with.</summary>
    /// <exception cref="BudgetSpentException">The budget is spent.</exception>
    public Task RenewAsync(CancellationToken cancellationToken) => IsHeld ? Task.CompletedTask : budget.HoldAsync(this, cancellationToken);

    public void Dispose() => Release(null, isLost: false);

    private void Release(TokenCount? bought, bool isLost)
    {
        if (IsHeld)
            budget.Release(this, bought, isLost);
    }
}
