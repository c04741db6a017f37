namespace SynthData.Comparing.Distances;

/// <summary>The greatest distance between two empirical distribution functions: sup |F(x) − G(x)|, from 0 to 1.</summary>
/// <remarks>The two-sample statistic of Smirnov (1939); its meaning does not depend on the unit or the scale of the numbers.</remarks>
internal static class KolmogorovSmirnov
{
    /// <returns>0 where one of the samples is empty.</returns>
    public static double Between(IEnumerable<double> first, IEnumerable<double> second)
    {
        double[] a = [.. first.Order()];
        double[] b = [.. second.Order()];
        double greatest = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            // Both functions step at once where both samples have the number.
            double next = Math.Min(a[i], b[j]);
            while (i < a.Length && a[i] == next)
                i++;
            while (j < b.Length && b[j] == next)
                j++;
            greatest = Math.Max(greatest, Math.Abs(((double)i / a.Length) - ((double)j / b.Length)));
        }

        return greatest;
    }
}
