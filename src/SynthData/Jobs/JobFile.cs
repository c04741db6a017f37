using System.Collections.Immutable;
using SynthData.Diagnostics;

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

/// <summary>What is handed to a job from outside.</summary>
/// <param name="Overrides">Values of params (<c>--set</c>).</param>
/// <param name="AsOf">The day (<c>--as-of</c>), or null.</param>
/// <param name="Environment">Looks a variable up; null where it is not set.</param>
internal sealed record JobRequest(IReadOnlyDictionary<string, string> Overrides, DateOnly? AsOf, Func<string, string?> Environment);

/// <summary>What becomes of the datasets that follow one that failed.</summary>
internal enum FailureChoice
{
    /// <summary>None of them begins.</summary>
    Stop,

    /// <summary>All begin but those that need it.</summary>
    Continue,
}

/// <summary>How often a dataset is tried again whose output or model failed.</summary>
internal sealed record JobRetries(int Times, TimeSpan Pause)
{
    public const int Most = 1_000;

    public static JobRetries None => new(0, TimeSpan.FromSeconds(10));
}

/// <summary>Rows of a table, or the first of them.</summary>
/// <param name="Table">Null for the one table with a number of its own.</param>
/// <param name="Since">Where a day stands for the number: the rows of the days from then to the job's day.</param>
internal sealed record JobRows(string? Table, long Count, DateOnly? Since, SourcePosition Position);
