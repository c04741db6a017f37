namespace SynthData.Sources.Model.Sending.Limits;

/// <summary>A rate of requests found by being refused, for servers that say no limits: down by a factor when one is, slowly up while none is.</summary>
/// <remarks>Times count from any one moment. Not thread-safe.</remarks>
internal sealed class LearntRate
{
    private const double Cut = 0.85;

    /// <summary>How much the rate grows in a minute without a refusal.</summary>
    private const double Growth = 0.04;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly Queue<TimeSpan> sent = new();
    private readonly TokenBucket bucket = new();
    private double? perMinute;
    private TimeSpan firstAt = TimeSpan.MaxValue;
    private TimeSpan cutAt = TimeSpan.MinValue;
    private TimeSpan grownAt;

    /// <summary>Requests a minute; null while nothing was refused.</summary>
    public double? PerMinute => perMinute;

    public TimeSpan WaitFor(TimeSpan now)
    {
        if (perMinute is not { } rate)
            return TimeSpan.Zero;
        perMinute = rate * (1 + (Growth * (now - grownAt).TotalMinutes));
        grownAt = now;
        bucket.Fill(now, perMinute.Value / 60);
        return bucket.WaitFor(1);
    }

    public void Send(TimeSpan now)
    {
        if (firstAt > now)
            firstAt = now;
        sent.Enqueue(now);
        while (sent.Peek() < now - Window)
            sent.Dequeue();
        if (perMinute is not null)
            bucket.Draw(1);
    }

    /// <summary>Slows down. Calls sent before the last time it did say nothing new.</summary>
    public void Refuse(TimeSpan now, TimeSpan sentAt)
    {
        if (sentAt < cutAt)
            return;
        TimeSpan seen = TimeSpan.FromSeconds(Math.Clamp((now - firstAt).TotalSeconds, 1, Window.TotalSeconds));
        double accepted = Math.Max(1, sent.Count - 1) / seen.TotalMinutes;
        perMinute = Math.Max(1, Cut * Math.Min(perMinute ?? double.MaxValue, accepted));
        cutAt = grownAt = now;
    }
}
