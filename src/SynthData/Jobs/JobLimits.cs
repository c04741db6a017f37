namespace SynthData.Jobs;

/// <summary>How much a dataset may buy of a model, and how fast it may ask; null where nothing is said.</summary>
internal sealed record JobLimits
{
    public long? Calls { get; init; }

    public long? Tokens { get; init; }

    public decimal? Cost { get; init; }

    public decimal? PriceIn { get; init; }

    public decimal? PriceOut { get; init; }

    public long? RequestsPerMinute { get; init; }

    public long? TokensPerMinute { get; init; }

    public int? Concurrency { get; init; }

    public TimeSpan? Patience { get; init; }
}
