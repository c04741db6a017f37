using SynthData.Sources.Model.Providers;

namespace SynthData.Sources.Model.Sending.Limits;

/// <summary>The limits of one server by the minute: of requests and of tokens where they are known, else what being refused has taught.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class RateLimits(double? requestsPerMinute, double? tokensPerMinute)
{
    private readonly RateLimit requests = new(requestsPerMinute);
    private readonly RateLimit tokens = new(tokensPerMinute);
    private readonly LearntRate learnt = new();
    private double requestsSent;
    private double tokensSent;

    /// <summary>Whether somebody said a limit.</summary>
    public bool IsKnown => requests.IsKnown || tokens.IsKnown;

    public TimeSpan WaitFor(TimeSpan now, long size)
    {
        TimeSpan wait = Longest(requests.WaitFor(now, 1), tokens.WaitFor(now, size));
        return IsKnown ? wait : learnt.WaitFor(now);
    }

    public SentCall Send(long number, TimeSpan now, long size)
    {
        requests.Send(1);
        tokens.Send(size);
        learnt.Send(now);
        requestsSent++;
        tokensSent += size;
        return new SentCall(number, now, size, requestsSent, tokensSent);
    }

    /// <summary>Corrects a call's size by what it came to.</summary>
    public void Settle(SentCall call, long size)
    {
        tokens.Settle(call.Number, size - call.Size);
        tokensSent += size - call.Size;
    }

    public void Read(SentCall call, RateLevel? ofRequests, RateLevel? ofTokens)
    {
        if (ofRequests is { } level)
            requests.Read(call.Number, call.SentAt, requestsSent - call.RequestsSent, level);
        if (ofTokens is { } size)
            tokens.Read(call.Number, call.SentAt, tokensSent - call.TokensSent, size);
    }

    public void Refuse(TimeSpan now, SentCall call) => learnt.Refuse(now, call.SentAt);

    private static TimeSpan Longest(TimeSpan a, TimeSpan b) => a > b ? a : b;
}

/// <summary>A call under way, and what had been sent in all when it was.</summary>
/// <param name="Number">Counts calls in the order in which they were sent.</param>
/// <param name="Size">Tokens it was thought to come to.</param>
internal sealed record SentCall(long Number, TimeSpan SentAt, long Size, double RequestsSent, double TokensSent);
