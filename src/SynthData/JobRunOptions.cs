using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace SynthData;

/// <summary>How a job is carried out.</summary>
internal sealed record JobRunOptions
{
    /// <summary>Passes over datasets that stand at their targets whole, also those that would be made again. <value>False.</value></summary>
    public bool IsResumed { get; init; }

    /// <summary>Looks an environment variable up; null where it is not set.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>The clock of pauses, models and durations. <value>The system's.</value></summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Receives logs. <value>None.</value></summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>Shows the progress of one dataset while it is made. <value>Nobody looks.</value></summary>
    public Func<PlannedDataset, Func<IProgress<RunProgress>?, Task<RunOutcome>>, Task<RunOutcome>> Show { get; init; } = static (_, run) => run(null);
}
