namespace SynthData;

/// <summary>How much a run may buy of a model, and how fast it may ask. Nothing here changes a row: it decides when a call is sent, and whether.</summary>
/// <remarks>
/// A budget counts what this run buys: answers in the journal cost nothing. It is checked before each call, with what the call is thought to
/// come to; when it is spent, what is under way comes home and is kept, and the run ends with SD4211. The same run again goes on from there.
/// </remarks>
public sealed record ModelLimits
{
    /// <summary>The most calls. <value>Null: no limit; at least 1.</value></summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public long? MaxCalls
    {
        get;
        init => field = Positive(value);
    }

    /// <summary>The most tokens, sent and received together. <value>Null: no limit; at least 1.</value></summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public long? TokenBudget
    {
        get;
        init => field = Positive(value);
    }

    /// <summary>The most money, in what the prices are in; needs both prices. <value>Null: no limit; above 0.</value></summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public decimal? MaxCost
    {
        get;
        init
        {
            if (value is { } cost)
                ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cost);
            field = value;
        }
    }

    /// <summary>The price of a million tokens sent. <value>Null: not known; at least 0.</value></summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 0.</exception>
    public decimal? PriceIn
    {
        get;
        init => field = NotNegative(value);
    }

    /// <summary>The price of a million tokens received. <value>Null: not known; at least 0.</value></summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 0.</exception>
    public decimal? PriceOut
    {
        get;
        init => field = NotNegative(value);
    }

    /// <summary>Calls a minute. <value>Null: what the server says, else what being refused teaches; at least 1.</value></summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public long? RequestsPerMinute
    {
        get;
        init => field = Positive(value);
    }

    /// <summary>Tokens a minute, sent and received together. <value>Null: what the server says; at least 1.</value></summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public long? TokensPerMinute
    {
        get;
        init => field = Positive(value);
    }

    /// <summary>The most calls under way at once; a run starts with a few and finds out how many the server bears. <value>64; at least 1.</value></summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public int Concurrency
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 64;

    /// <summary>
    /// How long a server may answer no call at all before the run ends with SD6031, and the longest pause it may ask for (SD6032).
    /// <value>15 minutes; above zero.</value>
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above zero.</exception>
    public TimeSpan Patience
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            field = value;
        }
    } = TimeSpan.FromMinutes(15);

    private static long? Positive(long? value)
    {
        if (value is { } number)
            ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        return value;
    }

    private static decimal? NotNegative(decimal? value)
    {
        if (value is { } price)
            ArgumentOutOfRangeException.ThrowIfNegative(price);
        return value;
    }
}
