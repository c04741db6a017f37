using System.Collections.Immutable;
using SynthData.Batches;

namespace SynthData.Sources.Local.Entities;

/// <summary>A text for each place and the pool of the different ones.</summary>
internal sealed class PooledTexts
{
    private readonly ImmutableArray<int> codes;

    public PooledTexts(ImmutableArray<string> texts)
    {
        ImmutableArray<string> distinct = [.. texts.Distinct(StringComparer.Ordinal)];
        codes = [.. texts.Select(text => distinct.IndexOf(text))];
        Pool = new TextPool(distinct);
    }

    public TextPool Pool { get; }

    public int Code(int place) => codes[place];
}
