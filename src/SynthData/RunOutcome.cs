using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Manifest;
using SynthData.Planning;
using SynthData.Sources.Model;

namespace SynthData;

/// <summary>How a run ended.</summary>
/// <param name="Manifest">What is there now.</param>
/// <param name="WasComplete">Whether it was there before, so that nothing was made.</param>
internal sealed record RunOutcome(RunManifest Manifest, bool WasComplete)
{
    /// <summary>What the run had of its model; null without one.</summary>
    public ModelFigures? Model { get; init; }

    /// <summary>What was odd on the way but no error.</summary>
    public ImmutableArray<Diagnostic> Warnings { get; init; } = [];

    /// <summary>How far the texts that a model wrote differ, by table and column; empty where the dataset was there before.</summary>
    public ImmutableArray<TextVariety> Texts { get; init; } = [];

    /// <summary>The columns that hold fallbacks because the model's answers stayed wrong, and how many cells of them.</summary>
    public ImmutableArray<Diagnostic> Fallbacks { get; init; } = [];
}
