using SynthData.Manifest;

namespace SynthData.Output;

/// <summary>What stands at a target, compared with what a run would make.</summary>
/// <param name="Manifest">The manifest found, or null when there is none.</param>
/// <param name="Difference">What differs, such as <c>its seed is 7, not 8</c>; null when nothing does or there is no dataset.</param>
internal sealed record DatasetState(RunManifest? Manifest, string? Difference)
{
    public static DatasetState None => new(null, null);

    /// <summary>True when the very dataset asked for is there, whole: already complete.</summary>
    public bool IsComplete => Manifest is not null && Difference is null;
}
