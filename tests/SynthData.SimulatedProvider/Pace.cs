namespace SynthData.SimulatedProvider;

/// <summary>When the parts of one answer are due.</summary>
internal sealed class Pace(Latency latency, TimeProvider clock)
{
    private readonly long start = clock.GetTimestamp();

    public bool IsNone => latency.IsNone;

    /// <summary>Waits until the first token and so many more are due.</summary>
    public async Task WaitAsync(double tokens, CancellationToken cancellationToken)
    {
        if (IsNone)
            return;
        TimeSpan left = latency.FirstToken + (latency.PerToken * tokens) - clock.GetElapsedTime(start);
        if (left > TimeSpan.Zero)
            await Task.Delay(left, clock, cancellationToken);
    }
}
