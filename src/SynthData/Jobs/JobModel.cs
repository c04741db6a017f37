namespace SynthData.Jobs;

/// <summary>Which model fills prompt columns of a dataset, and what may be had of it.</summary>
internal sealed record JobModel
{
    /// <summary>Provider and model; null for none.</summary>
    public string? Name { get; init; }

    public JobText? BaseUrl { get; init; }

    /// <summary><c>row</c>, <c>knowledge</c>, <c>fallback</c>, or null.</summary>
    public string? Text { get; init; }

    public long? TextRows { get; init; }

    public TimeSpan? Timeout { get; init; }

    /// <summary>From the folder that the program runs in.</summary>
    public string? Journal { get; init; }

    public bool IsReplay { get; init; }

    public JobLimits Limits { get; init; } = new();
}
