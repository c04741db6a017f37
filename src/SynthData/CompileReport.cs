using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Planning;
using SynthData.Sources.Model;

namespace SynthData;

/// <summary>What a compilation will ask, or has got.</summary>
/// <param name="Path">Of the knowledge file.</param>
/// <param name="Estimate">What asking for what is missing takes if every answer is right; null where nothing is missing.</param>
internal sealed record CompileReport(string Dataset, string Path, ImmutableArray<GroupReport> Groups, ModelEstimate? Estimate)
{
    /// <summary>What is not covered, and what is odd.</summary>
    public ImmutableArray<Diagnostic> Findings { get; init; } = [];

    /// <summary>Whether the file was written: it says the same otherwise.</summary>
    public bool IsWritten { get; init; }

    /// <summary>Null where no model was asked.</summary>
    public ModelFigures? Model { get; init; }

    public ImmutableArray<TextVariety> Texts { get; init; } = [];
}

/// <summary>A column or group of a compilation.</summary>
/// <param name="Wanted">Entries wanted, those that are there among them.</param>
/// <param name="Kept">Entries that are there and stay.</param>
/// <param name="Written">Entries that a model wrote now.</param>
internal sealed record GroupReport(string Key, int Pools, int Wanted, int Kept, int Written)
{
    /// <summary>Why nothing is asked for it; null where something is.</summary>
    public string? Left { get; init; }
}
