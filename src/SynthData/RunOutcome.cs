using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Manifest;

namespace SynthData;

/// <summary>How a run ended.</summary>
/// <param name="Manifest">What is there now.</param>
/// <param name="WasComplete">Whether it was there before, so that nothing was made.</param>
internal sealed record RunOutcome(RunManifest Manifest, bool WasComplete)
{
    /// <summary>What was odd on the way but no error.</summary>
    public ImmutableArray<Diagnostic> Warnings { get; init; } = [];

    /// <summary>The columns that hold fallbacks because the model's answers stayed wrong, and how many cells of them.</summary>
    public ImmutableArray<Diagnostic> Fallbacks { get; init; } = [];
}
