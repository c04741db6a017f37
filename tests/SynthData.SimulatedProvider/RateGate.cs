namespace SynthData.SimulatedProvider;

/// <summary>The limits of a provider, enforced: a call is let in while both buckets hold what it takes. Thread-safe.</summary>
internal sealed class RateGate(ProviderOptions options)
{
    private readonly Lock gate = new();
    private readonly RateBucket? requests = options.RequestsPerMinute is { } most ? new RateBucket(most, options.Clock) : null;
    private readonly RateBucket? tokens = options.TokensPerMinute is { } most ? new RateBucket(most, options.Clock) : null;

    public bool IsOpen => requests is null && tokens is null;

    /// <summary>Lets a call in, or says how long it had to wait for that. One that is refused still counts as a request.</summary>
    public RateVerdict Admit(int size)
    {
        lock (gate)
        {
            TimeSpan ofRequests = requests?.WaitFor(1) ?? TimeSpan.Zero;
            TimeSpan ofTokens = tokens?.WaitFor(size) ?? TimeSpan.Zero;
            TimeSpan wait = ofRequests > ofTokens ? ofRequests : ofTokens;
            if (ofRequests == TimeSpan.Zero)
                requests?.Draw(1);
            if (wait == TimeSpan.Zero)
                tokens?.Draw(size);
            return Verdict(wait);
        }
    }

    /// <summary>Gives back what a call that was let in did not use after all.</summary>
    public RateVerdict GiveBack(int unused)
    {
        lock (gate)
        {
            tokens?.Draw(-unused);
            return Verdict(TimeSpan.Zero);
        }
    }

    private RateVerdict Verdict(TimeSpan wait) => new(wait, Level(requests), Level(tokens));

    private static RateLevel? Level(RateBucket? bucket) => bucket is null ? null : new RateLevel(bucket.Limit, bucket.Left, bucket.UntilFull);
}

/// <summary>What a limit says of itself.</summary>
internal readonly record struct RateLevel(double Limit, double Left, TimeSpan Reset);

/// <summary>Whether a call may come in: it may when it need not wait.</summary>
internal readonly record struct RateVerdict(TimeSpan Wait, RateLevel? Requests, RateLevel? Tokens)
{
    public bool IsAdmitted => Wait == TimeSpan.Zero;
}
