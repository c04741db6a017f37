using System.Collections.Immutable;
using SynthData.Batches;

namespace SynthData.Sources.Local.Entities;

/// <summary>Texts with weights, as a pool and a table of the same order. Immutable and thread-safe.</summary>
internal sealed class WeightedTexts
{
    public WeightedTexts(IEnumerable<(string Text, long Weight)> entries)
    {
        ImmutableArray<(string Text, long Weight)> all = [.. entries];
        Pool = new TextPool([.. all.Select(entry => entry.Text)]);
        Weights = new WeightedTable([.. all.Select(entry => entry.Weight)]);
    }

    public TextPool Pool { get; }

    public WeightedTable Weights { get; }

    public int Count => Pool.Count;

    public string this[int code] => Pool[code];

    public string Pick(ulong word) => Pool[Weights.Pick(word)];
}
