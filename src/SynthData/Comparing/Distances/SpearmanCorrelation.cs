namespace SynthData.Comparing.Distances;

/// <summary>How much two columns of numbers rise and fall together, from −1 to 1: Pearson's correlation of their ranks (Spearman 1904), equal numbers at their mean rank.</summary>
internal static class SpearmanCorrelation
{
    /// <returns>0 where all numbers of a side are equal.</returns>
    public static double Of(double[] first, double[] second) => OfRanks(RanksOf(first), RanksOf(second));

    /// <summary>The same of ranks from 1, so that those of a column are found once for all its pairs.</summary>
    public static double OfRanks(double[] a, double[] b)
    {
        double mean = (a.Length + 1) / 2.0;
        double both = 0;
        double ofA = 0;
        double ofB = 0;
        for (int row = 0; row < a.Length; row++)
        {
            both += (a[row] - mean) * (b[row] - mean);
            ofA += (a[row] - mean) * (a[row] - mean);
            ofB += (b[row] - mean) * (b[row] - mean);
        }

        return ofA == 0 || ofB == 0 ? 0 : both / Math.Sqrt(ofA * ofB);
    }

    /// <summary>The rank of each number, from 1.</summary>
    public static double[] RanksOf(double[] numbers)
    {
        double[] sorted = [.. numbers];
        int[] rows = [.. Enumerable.Range(0, numbers.Length)];
        Array.Sort(sorted, rows);
        var ranks = new double[numbers.Length];
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            for (end = start + 1; end < sorted.Length && sorted[end] == sorted[start];)
                end++;
            for (int place = start; place < end; place++)
                ranks[rows[place]] = (start + end + 1) / 2.0;
        }

        return ranks;
    }
}
