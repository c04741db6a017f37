namespace SynthData.Sources.Model.Sending.Limits;

/// <summary>A bucket that fills at a pace and is drawn from by what is sent. What is drawn may exceed what is there once: the debt is waited for.</summary>
/// <remarks>Times count from any one moment. Not thread-safe: the gate's lock covers it.</remarks>
internal sealed class TokenBucket
{
    /// <summary>How much may have gathered while nothing was sent; so little that no window of a minute ever sees two.</summary>
    private static readonly TimeSpan Burst = TimeSpan.FromSeconds(1);

    private double level = double.PositiveInfinity;
    private TimeSpan filledAt;

    /// <summary>How much it fills in a second.</summary>
    public double Pace { get; private set; }

    private double Capacity => Math.Max(1, Pace * Burst.TotalSeconds);

    public void Fill(TimeSpan now, double pace)
    {
        level += Pace * Math.Max(0, (now - filledAt).TotalSeconds);
        filledAt = now;
        Pace = pace;
        level = Math.Min(level, Capacity);
    }

    /// <summary>How long until an amount may be drawn, at the pace of the last filling; zero for at once.</summary>
    public TimeSpan WaitFor(double amount)
    {
        double missing = Math.Min(amount, Capacity) - level;
        if (missing <= 0)
            return TimeSpan.Zero;
        double seconds = missing / Pace;
        return seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : TimeSpan.MaxValue;
    }

    public void Draw(double amount) => level -= amount;
}
