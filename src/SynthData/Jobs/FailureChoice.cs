namespace SynthData.Jobs;

/// <summary>What becomes of the datasets that follow one that failed.</summary>
internal enum FailureChoice
{
    /// <summary>None of them begins.</summary>
    Stop,

    /// <summary>All begin but those that need it.</summary>
    Continue,
}
