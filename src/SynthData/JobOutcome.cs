using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Sources.Model;

namespace SynthData;

/// <summary>How a dataset of a job ended.</summary>
internal enum JobState
{
    /// <summary>It was made.</summary>
    Made,

    /// <summary>It stood at its target already, whole.</summary>
    Complete,

    /// <summary>It could not be made; nothing of it stands at its target.</summary>
    Failed,

    /// <summary>It was under way when somebody ended the run; nothing of it stands at its target.</summary>
    Interrupted,

    /// <summary>It was not begun, for something it needs or something before it is missing.</summary>
    NotBegun,

    /// <summary><c>--only</c> did not name it.</summary>
    LeftOut,
}

/// <summary>What became of a dataset of a job.</summary>
internal sealed record JobOutcome(PlannedDataset Dataset, JobState State)
{
    /// <summary>The run that made it, or found it complete; null where it did not come to that.</summary>
    public RunOutcome? Run { get; init; }

    /// <summary>How long it took, tries that failed and pauses included.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Tries { get; init; }

    /// <summary>Why it was not begun, in a few words.</summary>
    public string? Reason { get; init; }

    /// <summary>What was told of it: why it failed, and what is odd but no error.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>What was had of its model; null without one.</summary>
    public ModelFigures? Model { get; init; }

    /// <summary>Rows that stand at the target now, as far as this run knows.</summary>
    public long Rows => Run?.Manifest.Tables.Sum(table => table.Rows) ?? 0;

    /// <summary>Whether what needs it can begin.</summary>
    public bool IsThere => State is JobState.Made or JobState.Complete;
}
