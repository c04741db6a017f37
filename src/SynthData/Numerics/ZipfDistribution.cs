namespace SynthData.Numerics;

/// <summary>Zipf's distribution: ranks 1 to n, P(k) proportional to k^-s.</summary>
/// <remarks>
/// The first 4096 ranks are a table. Beyond, P(k) is the integral of x^-s over [k − ½, k + ½], whose sum has a closed inverse
/// (the hat function of Hörmann and Derflinger 1996, here without their rejection): the relative difference to k^-s is below
/// s(s + 1) / (24 k²), 10^-8 for the skews people use. Integrals are written as x^(1−s)·expm1((1 − s)·ln(y/x)) / (1 − s),
/// which holds through s = 1 and keeps its digits at either end.
/// </remarks>
internal sealed class ZipfDistribution : IDistribution
{
    /// <summary>The greatest number of ranks: whole numbers beyond are not doubles.</summary>
    public const long MaxCount = 1L << 53;

    private const int HeadCount = 4096;

    private readonly double slope;
    private readonly long count;
    private readonly CumulativeTable head;
    private readonly double tailStart;
    private readonly double tailEnd;
    private readonly double startPower;
    private readonly double endPower;

    /// <param name="exponent">s, 0 or more; 0 is uniform.</param>
    /// <param name="count">The number of ranks, 1 to <see cref="MaxCount"/>.</param>
    public ZipfDistribution(double exponent, long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(exponent);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxCount);
        slope = 1 - exponent;
        this.count = count;

        double[] weights = new double[Math.Min(count, HeadCount)];
        for (int i = 0; i < weights.Length; i++)
            weights[i] = Transcendental.Power(i + 1, -exponent);

        tailStart = weights.Length + 0.5;
        tailEnd = Math.Max(count + 0.5, tailStart);
        startPower = Transcendental.Power(tailStart, slope);
        endPower = Transcendental.Power(tailEnd, slope);
        head = new CumulativeTable(weights, startPower * Integral(tailStart, tailEnd));
    }

    public bool IsDiscrete => true;

    public double Quantile(double p)
    {
        double inHead = head.Lower(head.Count - 1);
        if (p <= inHead || count <= HeadCount)
            return head.Find(p) + 1;
        return Rank(tailStart, (p - inHead) * head.Total / startPower);
    }

    public double UpperQuantile(double q)
    {
        if (q >= head.Upper(head.Count - 1))
            return head.FindUpper(q) + 1;
        return Rank(tailEnd, -q * head.Total / endPower);
    }

    public double Cdf(double x)
    {
        double rank = Math.Floor(x);
        if (rank >= count)
            return 1;
        if (rank <= head.Count)
            return rank < 1 ? 0 : head.Lower((int)rank - 1);
        return head.Lower(head.Count - 1) + (startPower * Integral(tailStart, rank + 0.5) / head.Total);
    }

    public double UpperCdf(double x)
    {
        double rank = Math.Floor(x);
        if (rank >= count)
            return 0;
        if (rank <= head.Count)
            return rank < 1 ? 1 : head.Upper((int)rank - 1);
        return -endPower * Integral(tailEnd, rank + 0.5) / head.Total;
    }

    // The rank at a given distance, in integrals over powers, from an end of the tail.
    private double Rank(double from, double distance)
    {
        double log = slope == 0 ? distance : Transcendental.LogOnePlus(slope * distance) / slope;
        double rank = Math.Floor((from * Transcendental.Exp(log)) + 0.5);
        if (!(rank >= head.Count + 1))
            return head.Count + 1;
        return rank > count ? count : rank;
    }

    // The integral of x^-s over [from, to], divided by from^(1−s).
    private double Integral(double from, double to)
    {
        double log = Transcendental.LogOnePlus((to - from) / from);
        return slope == 0 ? log : Transcendental.ExpMinusOne(slope * log) / slope;
    }
}
