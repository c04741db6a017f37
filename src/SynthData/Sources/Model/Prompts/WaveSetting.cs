using System.Collections.Immutable;
using SynthData.Sources.Model.Variety;

namespace SynthData.Sources.Model.Prompts;

/// <summary>What a wave is asked with. It follows from the ends of the waves up to the last but one, so two runs ask the same.</summary>
/// <param name="Number">The wave's place in its table, from 1; calls of lower ones are more urgent, since a wave further on waits for them.</param>
/// <param name="RowsPerCall">Slots of a call, until an answer of this wave is cut by its token limit.</param>
internal sealed record WaveSetting(int Number, int RowsPerCall)
{
    /// <summary>What the model is told of its earlier texts.</summary>
    public ImmutableArray<WornTexts> Memory { get; init; } = [];
}
