using SynthData.Sources.Model.Providers;

namespace SynthData.Sources.Model.Sending.Limits;

/// <summary>One limit by the minute, of requests or of tokens: given, learnt from what the server says, or neither.</summary>
/// <remarks>
/// What is left is spread over the time until it is all there again. That needs no knowledge of how the server counts: in a window that
/// starts anew it comes to an even pace, and in a bucket that refills all the time it settles where half is left. Not thread-safe.
/// </remarks>
/// <param name="perMinute">The limit given; null for none.</param>
internal sealed class RateLimit(double? perMinute)
{
    /// <summary>The part of a limit that stays unused, for what cannot be known of calls under way.</summary>
    private const double Headroom = 0.03;

    /// <summary>The most above an even pace, where much is left for a short time.</summary>
    private const double MostHaste = 4;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly TokenBucket bucket = new();
    private RateLevel? reading;
    private TimeSpan fullAt;
    private long readBy;
    private double sentSince;

    /// <summary>Whether there is any limit to keep.</summary>
    public bool IsKnown => perMinute is not null || reading is not null;

    /// <summary>How long a call of this size has to wait.</summary>
    public TimeSpan WaitFor(TimeSpan now, double amount)
    {
        if (Pace(now) is not { } pace)
            return TimeSpan.Zero;
        bucket.Fill(now, pace);
        TimeSpan wait = bucket.WaitFor(amount);

        // The pace rises as the time comes near when all is there again.
        return reading is not null && now < fullAt && fullAt - now < wait ? fullAt - now : wait;
    }

    public void Send(double amount)
    {
        sentSince += amount;
        if (IsKnown)
            bucket.Draw(amount);
    }

    /// <summary>Corrects a call's size by what it came to.</summary>
    public void Settle(long call, double difference)
    {
        if (call > readBy)
            sentSince += difference;
        if (IsKnown)
            bucket.Draw(difference);
    }

    /// <summary>Takes what the server said beside the answer to a call. Of two answers the one to the later call counts.</summary>
    /// <param name="call">The call's number.</param>
    /// <param name="sentAt">When it was sent: servers count a call when it comes in.</param>
    /// <param name="sentAfter">What was sent after it.</param>
    public void Read(long call, TimeSpan sentAt, double sentAfter, RateLevel level)
    {
        if (call < readBy || level.Limit <= 0)
            return;
        readBy = call;
        reading = level;
        sentSince = sentAfter;
        TimeSpan refill = level.Reset ?? Window * Math.Clamp((level.Limit - level.Left) / level.Limit, 0, 1);
        fullAt = sentAt + refill;
    }

    /// <summary>Amounts a second; null without a limit.</summary>
    private double? Pace(TimeSpan now)
    {
        double? given = perMinute is { } limit ? Even(limit) : null;
        if (reading is not { } level)
            return given;
        double learnt = Even(level.Limit);
        if (now < fullAt)
        {
            double left = Math.Max(0, level.Left - sentSince - (level.Limit * Headroom));
            learnt = Math.Min(left / (fullAt - now).TotalSeconds, MostHaste * learnt);
        }

        return given is { } pace ? Math.Min(pace, learnt) : learnt;
    }

    private static double Even(double perMinute) => perMinute * (1 - Headroom) / Window.TotalSeconds;
}
