namespace SynthData.Comparing.Distances;

/// <summary>How far two sets of shares are apart: ½ Σ |p(x) − q(x)|, from 0 to 1 (Levin, Peres and Wilmer 2009, proposition 4.2).</summary>
/// <remarks>The part of the rows that would have to change their category for the shares to be equal.</remarks>
internal static class TotalVariation
{
    /// <returns>0 where one of the samples is empty.</returns>
    public static double Between(IEnumerable<string> first, IEnumerable<string> second)
    {
        (Dictionary<string, int> a, double rowsA) = Count(first);
        (Dictionary<string, int> b, double rowsB) = Count(second);
        if (a.Count == 0 || b.Count == 0)
            return 0;
        double sum = 0;
        foreach (string category in a.Keys.Union(b.Keys, StringComparer.Ordinal))
            sum += Math.Abs((a.GetValueOrDefault(category) / rowsA) - (b.GetValueOrDefault(category) / rowsB));
        return sum / 2;
    }

    private static (Dictionary<string, int> Counts, double Rows) Count(IEnumerable<string> categories)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        double rows = 0;
        foreach (string category in categories)
        {
            counts[category] = counts.GetValueOrDefault(category) + 1;
            rows++;
        }

        return (counts, rows);
    }
}
