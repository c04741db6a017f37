namespace SynthData.Jobs;

/// <summary>How often a dataset is tried again whose output or model failed.</summary>
internal sealed record JobRetries(int Times, TimeSpan Pause)
{
    public const int Most = 1_000;

    public static JobRetries None => new(0, TimeSpan.FromSeconds(10));
}
