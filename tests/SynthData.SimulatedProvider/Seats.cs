namespace SynthData.SimulatedProvider;

/// <summary>The calls that are answered at once, and the most there may be. Thread-safe.</summary>
internal sealed class Seats(int? most, bool refuses) : IDisposable
{
    private readonly SemaphoreSlim? free = most is { } count ? new SemaphoreSlim(count) : null;
    private int taken;

    /// <summary>Takes a seat, waiting for one if need be.</summary>
    /// <returns>How many are taken with this one; null where there is none and nobody may wait.</returns>
    public async Task<int?> TakeAsync(CancellationToken cancellationToken)
    {
        if (free is not null && !await free.WaitAsync(refuses ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, cancellationToken))
            return null;
        return Interlocked.Increment(ref taken);
    }

    public void Leave()
    {
        Interlocked.Decrement(ref taken);
        free?.Release();
    }

    public void Dispose() => free?.Dispose();
}
