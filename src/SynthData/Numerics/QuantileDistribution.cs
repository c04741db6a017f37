namespace SynthData.Numerics;

/// <summary>A distribution of which some quantiles are known, and straight lines between them.</summary>
internal sealed class QuantileDistribution : IDistribution
{
    private readonly double[] shares;
    private readonly double[] values;

    /// <param name="quantiles">At least two, by share, from 0 to 1; the shares rise and the values do not fall.</param>
    public QuantileDistribution(IEnumerable<(double Share, double Value)> quantiles)
    {
        (double Share, double Value)[] given = [.. quantiles];
        shares = [.. given.Select(quantile => quantile.Share)];
        values = [.. given.Select(quantile => quantile.Value)];
        if (shares.Length < 2 || shares[0] != 0 || shares[^1] != 1)
            throw new ArgumentOutOfRangeException(nameof(quantiles), "The first share is not 0, or the last not 1.");
    }

    public bool IsDiscrete => false;

    public double Quantile(double p)
    {
        int last = LastTo(shares, Math.Clamp(p, 0, 1), isIncluded: false);
        return Between(values, last, shares, Math.Clamp(p, 0, 1));
    }

    public double UpperQuantile(double q) => Quantile(1 - q);

    public double Cdf(double x) => Share(x, isIncluded: true);

    public double UpperCdf(double x) => 1 - Share(x, isIncluded: true);

    public double Below(double x) => Share(x, isIncluded: false);

    public double From(double x) => 1 - Share(x, isIncluded: false);

    private double Share(double x, bool isIncluded)
    {
        if (x < values[0] || (!isIncluded && x == values[0]))
            return 0;
        if (x > values[^1] || (isIncluded && x == values[^1]))
            return 1;
        return Between(shares, LastTo(values, x, isIncluded), values, x);
    }

    // The value on the line from a point to the next.
    private static double Between(double[] of, int index, double[] by, double at)
    {
        double width = by[index + 1] - by[index];
        return width == 0 ? of[index + 1] : of[index] + ((of[index + 1] - of[index]) * ((at - by[index]) / width));
    }

    // The last point below a place, or at it, that has a next one.
    private static int LastTo(double[] points, double at, bool isIncluded)
    {
        int first = 0;
        int last = points.Length - 1;
        while (last - first > 1)
        {
            int middle = (first + last) >>> 1;
            if (points[middle] < at || (isIncluded && points[middle] == at))
                first = middle;
            else
                last = middle;
        }

        return first;
    }
}
