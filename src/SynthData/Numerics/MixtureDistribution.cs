using System.Collections.Immutable;

namespace SynthData.Numerics;

/// <summary>Several distributions by weight, as one: its shares are the weighted sums of theirs.</summary>
/// <remarks>
/// A quantile lies between the least and the greatest of its parts' quantiles. Between these it is found by the secant with halved
/// weights (the Illinois method), every third step a bisection, so that jumps of discrete parts are met as well.
/// </remarks>
internal sealed class MixtureDistribution : IDistribution
{
    private readonly ImmutableArray<Part> parts;

    /// <param name="parts">With weights above zero, which need not sum to anything.</param>
    public MixtureDistribution(IEnumerable<(double Weight, IDistribution Distribution)> parts)
    {
        (double Weight, IDistribution Distribution)[] given = [.. parts];
        double sum = given.Sum(part => part.Weight);
        this.parts = [.. given.Select(part => new Part(part.Weight / sum, part.Distribution))];
        IsDiscrete = given.All(part => part.Distribution.IsDiscrete);
    }

    public bool IsDiscrete { get; }

    public double Quantile(double p) => Between(p, isUpper: false);

    public double UpperQuantile(double q) => Between(q, isUpper: true);

    public double Cdf(double x)
    {
        double sum = 0;
        foreach (Part part in parts)
            sum += part.Weight * part.Distribution.Cdf(x);
        return sum;
    }

    public double UpperCdf(double x)
    {
        double sum = 0;
        foreach (Part part in parts)
            sum += part.Weight * part.Distribution.UpperCdf(x);
        return sum;
    }

    public double Below(double x)
    {
        double sum = 0;
        foreach (Part part in parts)
            sum += part.Weight * part.Distribution.Below(x);
        return sum;
    }

    public double From(double x)
    {
        double sum = 0;
        foreach (Part part in parts)
            sum += part.Weight * part.Distribution.From(x);
        return sum;
    }

    private double Between(double share, bool isUpper)
    {
        double least = double.PositiveInfinity;
        double greatest = double.NegativeInfinity;
        foreach (Part part in parts)
        {
            double at = isUpper ? part.Distribution.UpperQuantile(share) : part.Distribution.Quantile(share);
            least = Math.Min(least, at);
            greatest = Math.Max(greatest, at);
        }

        return Find(share, isUpper, least, greatest);
    }

    // The least value between two, the upper of which has it, that has the share below or above itself.
    private double Find(double share, bool isUpper, double low, double high)
    {
        if (!(low < high) || double.IsInfinity(low) || double.IsInfinity(high))
            return high;
        if (IsDiscrete)
            return FindWhole(share, isUpper, low - 1, high);

        double atLow = Missing(low, share, isUpper);
        if (atLow <= 0)
            return low;
        double atHigh = Missing(high, share, isUpper);
        int side = 0;
        for (int step = 1; ; step++)
        {
            double middle = low + ((high - low) / 2);
            if (middle == low || middle == high || high - low <= 4e-16 * Math.Abs(middle))
                return high;
            double x = low + ((high - low) * (atLow / (atLow - atHigh)));
            if (step % 3 == 0 || !(x > low && x < high))
                x = middle;

            double missing = Missing(x, share, isUpper);
            if (Math.Abs(missing) <= 1e-14 * share)
                return x;
            if (missing > 0)
            {
                (low, atLow) = (x, missing);
                atHigh = side == -1 ? atHigh / 2 : atHigh;
                side = -1;
            }
            else
            {
                (high, atHigh) = (x, missing);
                atLow = side == 1 ? atLow / 2 : atLow;
                side = 1;
            }
        }
    }

    private double FindWhole(double share, bool isUpper, double low, double high)
    {
        while (high - low > 1)
        {
            double middle = Math.Floor(low + ((high - low) / 2));
            if (Missing(middle, share, isUpper) <= 0)
                high = middle;
            else
                low = middle;
        }

        return high;
    }

    // How much of the share is not reached yet: above zero below the quantile.
    private double Missing(double x, double share, bool isUpper) => isUpper ? UpperCdf(x) - share : share - Cdf(x);

    private readonly record struct Part(double Weight, IDistribution Distribution);
}
