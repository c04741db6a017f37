using SynthData.Numerics;

namespace SynthData.Comparing.Texts;

/// <summary>A fixed set of texts that others are scored against by BLEU-4.</summary>
/// <remarks>
/// Papineni et al. 2002: BP · exp(¼ Σ log p(n)), where p(n) is the share of the text's n-grams of words that a reference has, each counted as often as it stands in the
/// one that has it most, and BP = exp(1 − r / c) for a text of c words shorter than the r of the reference nearest in length. A text of fewer than four words has as
/// many orders as words. An order without a match counts as a tenth of one (Chen and Cherry 2014, method 1); a text without a word in common scores 0.
/// </remarks>
internal sealed class BleuReferences
{
    private const int Orders = 4;
    private const double NoMatch = 0.1;
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<UInt128, int> most = [];
    private readonly int[] lengths;

    public BleuReferences(IReadOnlyCollection<string[]> references)
    {
        foreach (string[] words in references)
        {
            foreach ((UInt128 gram, int count) in Enumerable.Range(1, Orders).SelectMany(order => Count(words, order)))
                most[gram] = Math.Max(count, most.GetValueOrDefault(gram));
        }

        lengths = [.. references.Select(words => words.Length).Distinct().Order()];
    }

    /// <param name="words">One word at least.</param>
    public double Score(string[] words)
    {
        int orders = Math.Min(Orders, words.Length);
        double logs = 0;
        for (int order = 1; order <= orders; order++)
        {
            int matches = Count(words, order).Sum(gram => Math.Min(gram.Value, most.GetValueOrDefault(gram.Key)));
            if (matches == 0 && order == 1)
                return 0;
            logs += Transcendental.Log((matches == 0 ? NoMatch : matches) / (words.Length - order + 1));
        }

        int nearest = lengths.MinBy(length => (Math.Abs(length - words.Length), length));
        double brevity = words.Length >= nearest ? 0 : 1 - ((double)nearest / words.Length);
        return Transcendental.Exp(brevity + (logs / orders));
    }

    // Words are numbered from 1, so grams of different orders differ.
    private Dictionary<UInt128, int> Count(string[] words, int order)
    {
        Dictionary<UInt128, int> counts = [];
        for (int start = 0; start + order <= words.Length; start++)
        {
            UInt128 gram = 0;
            for (int place = start; place < start + order; place++)
                gram = (gram << 32) | (uint)IdOf(words[place]);
            counts[gram] = counts.GetValueOrDefault(gram) + 1;
        }

        return counts;
    }

    private int IdOf(string word)
    {
        if (!ids.TryGetValue(word, out int id))
            ids.Add(word, id = ids.Count + 1);
        return id;
    }
}
