namespace SynthData.Tests.Numerics;

/// <summary>How far counts lie from what was expected, as a normal deviate.</summary>
internal static class ChiSquare
{
    /// <summary>Pearson's statistic of counts against one expected count, as a normal deviate (Wilson and Hilferty 1931).</summary>
    public static double Deviate(ReadOnlySpan<int> counts, double expected)
    {
        double sum = 0;
        foreach (int count in counts)
            sum += (count - expected) * (count - expected) / expected;
        double freedom = counts.Length - 1;
        return (Math.Cbrt(sum / freedom) - (1 - (2 / (9 * freedom)))) / Math.Sqrt(2 / (9 * freedom));
    }
}
