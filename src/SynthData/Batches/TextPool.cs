using System.Collections.Immutable;

namespace SynthData.Batches;

/// <summary>Texts that many cells share, named by their index. Immutable and thread-safe.</summary>
internal sealed class TextPool(ImmutableArray<string> texts)
{
    public int Count => texts.Length;

    public ImmutableArray<string> Texts => texts;

    public string this[int code] => texts[code];
}
