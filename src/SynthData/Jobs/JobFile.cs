using System.Collections.Immutable;

namespace SynthData.Jobs;

/// <summary>A job as written, params and day filled in: datasets in the order in which they are made.</summary>
/// <param name="Path">As the user wrote it; everything the job names counts from its folder.</param>
internal sealed record JobFile(string Path, string Name)
{
    /// <summary>What it is, for people.</summary>
    public string? About { get; init; }

    /// <summary>The day that <c>today</c> and durations count from in every dataset that has none of its own; null where nobody says.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Every param with the value that holds.</summary>
    public ImmutableSortedDictionary<string, string> Params { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Whether params or day are wrong, so that nothing can be said of what they stand in.</summary>
    public bool IsIncomplete { get; init; }

    /// <summary>What is needed stands before what needs it; else in the order written.</summary>
    public ImmutableArray<JobDataset> Datasets { get; init; } = [];
}
