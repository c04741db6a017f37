using SynthData.Sources.Model.Providers;

namespace SynthData.Sources.Model.Sending.Limits;

/// <summary>Decides when the next call may be sent: by calls under way, by limits of the minute, and by the pause a server asks for.</summary>
/// <remarks>Time is handed in and counts from any one moment. Not thread-safe: the gate's lock covers it.</remarks>
internal sealed class Throttle(ConcurrencyLimit concurrency, RateLimits rates)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private long sent;
    private TimeSpan pausedUntil;
    private TimeSpan calmSince;

    public int InFlight { get; private set; }

    public int Limit => concurrency.Limit;

    /// <summary>How long until a call of this size may be sent; null while that depends on another's coming home.</summary>
    public TimeSpan? WaitFor(TimeSpan now, long size)
    {
        if (InFlight >= concurrency.Limit)
            return null;
        TimeSpan wait = rates.WaitFor(now, size);
        return now < pausedUntil && pausedUntil - now > wait ? pausedUntil - now : wait;
    }

    /// <summary>How much of a pause is left.</summary>
    public TimeSpan? PauseAt(TimeSpan now) => now < pausedUntil ? pausedUntil - now : null;

    public SentCall Send(TimeSpan now, long size)
    {
        InFlight++;
        return rates.Send(++sent, now, size);
    }

    public void Read(SentCall call, RateLevel? requests, RateLevel? tokens) => rates.Read(call, requests, tokens);

    /// <summary>Takes note of a reply.</summary>
    /// <param name="size">Tokens it came to.</param>
    public void Reply(SentCall call, long size, TimeSpan? firstWord)
    {
        rates.Settle(call, size);
        concurrency.Succeed(InFlight, firstWord);
    }

    /// <summary>Takes note of an attempt that brought no reply.</summary>
    public void Fail(SentCall call, TimeSpan now, SetBack setBack)
    {
        if (setBack.Pause is { } pause && now + pause > pausedUntil)
            pausedUntil = now + pause;
        if (setBack.IsFree)
            rates.Settle(call, 0);
        if (setBack.IsTooMany)
            SlowDown(call, now, isUntold: setBack.Pause is null);
        if (setBack.IsOverload)
            concurrency.Overload(now, call.SentAt);
    }

    public void ComeHome() => InFlight--;

    // Limits that are known keep the pace by themselves. Else the rate learns; concurrency may be what there is too much of, but a minute
    // that is used up refuses on and on, and is no reason to shrink to nothing.
    private void SlowDown(SentCall call, TimeSpan now, bool isUntold)
    {
        concurrency.EndStart();
        if (rates.IsKnown)
            return;
        rates.Refuse(now, call);
        if (isUntold && now >= calmSince && concurrency.Overload(now, call.SentAt))
            calmSince = now + Window;
    }
}
