namespace SynthData.Sources.Model.Variety;

/// <summary>Counts how the texts of a column begin and which long words they use.</summary>
/// <remarks>
/// Three words that a text begins with, or a word of seven letters or more that the schema does not mention, are rare among texts that have nothing to do
/// with each other: what a twentieth begins with, or a third holds, is a habit. Counts that stay at one are forgotten when there are too many to keep.
/// </remarks>
/// <param name="column">The index of the prompt column.</param>
/// <param name="keepsTexts">Whether no two of its texts may be alike.</param>
/// <param name="named">Words of the schema.</param>
internal sealed class ColumnMemory(int column, bool keepsTexts, HashSet<string> named)
{
    private const int OpeningWords = 3;
    private const int LongWord = 7;
    private const int FewestTexts = 30;
    private const int FewestTimes = 4;
    private const int MostWorn = 8;
    private const int MostTaken = 12;
    private const int LongestTold = 40;
    private const int MostCounts = 20_000;

    private readonly Dictionary<string, int> openings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly Queue<string> latest = new();
    private int texts;

    public int Column => column;

    public void Add(string text)
    {
        string[] parts = TextForm.Of(text).Split(' ');
        texts++;
        if (parts.Length > OpeningWords)
            Count(openings, string.Join(' ', parts.Take(OpeningWords)));
        foreach (string word in parts.Where(word => word.Length >= LongWord && !named.Contains(word)).Distinct(StringComparer.Ordinal))
            Count(words, word);
        if (!keepsTexts || text.Length > LongestTold)
            return;
        latest.Enqueue(text);
        if (latest.Count > MostTaken)
            latest.Dequeue();
    }

    /// <summary>Openings that come too often, the most frequent first, then words that are in none of them.</summary>
    public IEnumerable<string> Worn()
    {
        if (texts < FewestTexts)
            return [];
        string[] worn = Worst(openings.Where(opening => opening.Value >= FewestTimes && opening.Value * 20 >= texts));
        return worn.Concat(Worst(words.Where(word => word.Value * 3 >= texts && !worn.Any(opening => opening.Contains(word.Key, StringComparison.Ordinal))))).Take(MostWorn);
    }

    /// <summary>The latest texts, the last first.</summary>
    public IEnumerable<string> Taken() => latest.Reverse();

    private static string[] Worst(IEnumerable<KeyValuePair<string, int>> habits) =>
    [
        .. habits.Where(habit => habit.Key.Length <= LongestTold)
            .OrderByDescending(habit => habit.Value).ThenBy(habit => habit.Key, StringComparer.Ordinal)
            .Select(habit => habit.Key),
    ];

    private static void Count(Dictionary<string, int> counts, string key)
    {
        counts[key] = counts.GetValueOrDefault(key) + 1;
        if (counts.Count <= MostCounts)
            return;
        foreach (string once in counts.Where(entry => entry.Value == 1).Select(entry => entry.Key).ToArray())
            counts.Remove(once);
    }
}
