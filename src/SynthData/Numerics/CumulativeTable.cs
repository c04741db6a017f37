namespace SynthData.Numerics;

/// <summary>The shares of neighbouring whole numbers summed from both ends, with a guide that makes the inverse a look-up.</summary>
/// <remarks>The guide is Chen and Asau's (1974): for each of 2^k equal stretches of probability, the first value that reaches into it.</remarks>
internal sealed class CumulativeTable
{
    private const int MaxGuide = 1 << 16;

    private readonly double[] lower;
    private readonly double[] upper;
    private readonly int[] guide;

    /// <param name="weights">The weight of each value, not all zero.</param>
    /// <param name="above">The weight of all that lies above the last value.</param>
    public CumulativeTable(ReadOnlySpan<double> weights, double above)
    {
        lower = new double[weights.Length];
        upper = new double[weights.Length];
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
            lower[i] = sum += weights[i];
        Total = sum + above;
        for (int i = 0; i < weights.Length; i++)
            lower[i] /= Total;

        double rest = above;
        for (int i = weights.Length - 1; i >= 0; i--)
        {
            upper[i] = rest / Total;
            rest += weights[i];
        }

        guide = Guide(lower);
    }

    /// <summary>All weights together.</summary>
    public double Total { get; }

    public int Count => lower.Length;

    /// <summary>The share at or below an index.</summary>
    public double Lower(int index) => lower[index];

    /// <summary>The share above an index.</summary>
    public double Upper(int index) => upper[index];

    /// <summary>The first index whose lower share reaches <paramref name="p"/>; the last one if none does.</summary>
    public int Find(double p)
    {
        int stretches = guide.Length - 1;
        int stretch = Math.Clamp((int)(p * stretches), 0, stretches - 1);
        int first = guide[stretch];
        int last = guide[stretch + 1];
        while (first < last)
        {
            int middle = (first + last) >>> 1;
            if (lower[middle] >= p)
                last = middle;
            else
                first = middle + 1;
        }

        return first;
    }

    /// <summary>The first index whose upper share is down to <paramref name="q"/>; the last one if none is.</summary>
    public int FindUpper(double q)
    {
        // One stretch more on both sides covers what rounding moves between the two sums.
        int stretches = guide.Length - 1;
        int stretch = Math.Clamp((int)((1 - q) * stretches), 0, stretches - 1);
        int first = guide[Math.Max(stretch - 1, 0)];
        int last = guide[Math.Min(stretch + 2, stretches)];
        while (first < last)
        {
            int middle = (first + last) >>> 1;
            if (upper[middle] <= q)
                last = middle;
            else
                first = middle + 1;
        }

        return first;
    }

    private static int[] Guide(double[] lower)
    {
        int stretches = 16;
        while (stretches < lower.Length * 2 && stretches < MaxGuide)
            stretches *= 2;

        int[] guide = new int[stretches + 1];
        int index = 0;
        for (int stretch = 0; stretch < stretches; stretch++)
        {
            double reach = (double)stretch / stretches;
            while (index < lower.Length - 1 && lower[index] < reach)
                index++;
            guide[stretch] = index;
        }

        guide[stretches] = lower.Length - 1;
        return guide;
    }
}
