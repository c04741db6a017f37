namespace SynthData.Sources.Model.Sending.Limits;

/// <summary>A rate of requests found by being refused, for servers that say no limits: down by a factor when one is, up again while none is.</summary>
/// <remarks>
/// What was accepted within a minute is a minute's worth that the server bears, however soon it was used up: the rate does not fall far
/// below. Times count from any one moment. Not thread-safe.
/// </remarks>
internal sealed class LearntRate
{
    private const double Cut = 0.7;

    /// <summary>The part of a minute's accepted calls that the rate stays above.</summary>
    private const double Floor = 0.85;

    /// <summary>How much the rate grows in the first minute without a refusal, and how much more in each one after.</summary>
    private const double Growth = 0.04;

    /// <summary>Requests a minute that the rate stays above: slower servers are left to the pauses between tries, and a storm is not remembered for hours.</summary>
    private const double Least = 10;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly Queue<TimeSpan> sent = new();
    private readonly Queue<TimeSpan> refused = new();
    private readonly TokenBucket bucket = new();
    private double? perMinute;
    private TimeSpan firstAt = TimeSpan.MaxValue;
    private TimeSpan cutAt = TimeSpan.MinValue;
    private TimeSpan grownAt;

    public TimeSpan WaitFor(TimeSpan now)
    {
        if (perMinute is not { } rate)
            return TimeSpan.Zero;
        double quiet = Math.Ceiling((now - cutAt).TotalMinutes);
        perMinute = rate * (1 + (Growth * quiet * (now - grownAt).TotalMinutes));
        grownAt = now;
        bucket.Fill(now, perMinute.Value / Window.TotalSeconds);
        return bucket.WaitFor(1);
    }

    public void Send(TimeSpan now)
    {
        if (firstAt > now)
            firstAt = now;
        sent.Enqueue(now);
        Forget(sent, now);
        if (perMinute is not null)
            bucket.Draw(1);
    }

    /// <summary>Slows down. Calls sent before the last time it did say nothing new.</summary>
    public void Refuse(TimeSpan now, TimeSpan sentAt)
    {
        refused.Enqueue(now);
        if (sentAt < cutAt)
            return;
        Forget(sent, now);
        Forget(refused, now);
        double accepted = Math.Max(1, sent.Count - refused.Count);
        TimeSpan seen = TimeSpan.FromSeconds(Math.Clamp((now - firstAt).TotalSeconds, 1, Window.TotalSeconds));
        perMinute = Math.Max(Math.Max(Least, Floor * accepted), Cut * Math.Min(perMinute ?? double.MaxValue, accepted / seen.TotalMinutes));
        cutAt = grownAt = now;
    }

    private static void Forget(Queue<TimeSpan> times, TimeSpan now)
    {
        while (times.TryPeek(out TimeSpan oldest) && oldest < now - Window)
            times.Dequeue();
    }
}
