namespace SynthData.SimulatedProvider;

/// <summary>One limit by the minute: a bucket of a minute's amount that refills all the time. Not thread-safe.</summary>
internal sealed class RateBucket
{
    private readonly TimeProvider clock;
    private double level;
    private long filledAt;

    public RateBucket(double perMinute, TimeProvider clock)
    {
        this.clock = clock;
        Limit = level = perMinute;
        filledAt = clock.GetTimestamp();
    }

    /// <summary>What comes in a minute, and the most it holds.</summary>
    public double Limit { get; }

    public double Left => Math.Max(0, level);

    /// <summary>How long until it is full again.</summary>
    public TimeSpan UntilFull => TimeOf(Limit - level);

    /// <summary>How long until an amount is there; more than all is there when all is.</summary>
    public TimeSpan WaitFor(double amount)
    {
        long now = clock.GetTimestamp();
        level = Math.Min(Limit, level + (clock.GetElapsedTime(filledAt, now).TotalMinutes * Limit));
        filledAt = now;
        return TimeOf(Math.Min(amount, Limit) - level);
    }

    public void Draw(double amount) => level -= amount;

    private TimeSpan TimeOf(double amount) => amount <= 0 ? TimeSpan.Zero : TimeSpan.FromMinutes(amount / Limit);
}
