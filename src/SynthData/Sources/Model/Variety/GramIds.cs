namespace SynthData.Sources.Model.Variety;

/// <summary>Numbers the five-grams of texts, so that sets of them are sets of small numbers. No two grams share a number.</summary>
internal sealed class GramIds
{
    public const int Length = 5;

    private readonly Dictionary<UInt128, int> ids = [];

    public int Count => ids.Count;

    /// <summary>The grams of a text, each once, in no order: every five UTF-16 units that follow each other, or all of a shorter text.</summary>
    public int[] Of(string form)
    {
        var found = new HashSet<int>(form.Length);
        for (int start = 0; start <= Math.Max(0, form.Length - Length); start++)
            found.Add(IdOf(form.AsSpan(start, Math.Min(Length, form.Length))));
        return [.. found];
    }

    // 16 bits a unit and the length behind them: no text of fewer units packs to the same.
    private int IdOf(ReadOnlySpan<char> gram)
    {
        UInt128 packed = 0;
        foreach (char unit in gram)
            packed = (packed << 16) | unit;
        packed = (packed << 4) | (uint)gram.Length;
        if (!ids.TryGetValue(packed, out int id))
            ids.Add(packed, id = ids.Count);
        return id;
    }
}
