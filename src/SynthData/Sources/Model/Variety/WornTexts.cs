using System.Collections.Immutable;

namespace SynthData.Sources.Model.Variety;

/// <summary>What a model is told of the texts of a column that it wrote before.</summary>
/// <param name="Column">The index of the prompt column.</param>
/// <param name="Worn">Openings and words that come too often, in small letters.</param>
/// <param name="Taken">The latest texts of a column whose rows may not be alike, as far as they are short.</param>
internal sealed record WornTexts(int Column, ImmutableArray<string> Worn, ImmutableArray<string> Taken);
