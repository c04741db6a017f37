namespace SynthData.Numerics;

/// <summary>A share that rises with t from 0 to 1, with its slope.</summary>
internal interface IShareCurve
{
    /// <summary>The share at <paramref name="t"/>, with small relative error where it is small, and how fast it rises there.</summary>
    (double Share, double Slope) At(double t);
}

/// <summary>Finds where a share is reached.</summary>
/// <remarks>
/// Newton's method on the logarithm of the share, in which the tails of gamma and beta are nearly straight, kept between the points
/// known to lie on either side. It ends with the step behind an error of 10^-8, which leaves one of some 10^-16.
/// </remarks>
internal static class ShareInverse
{
    private const int MaxSteps = 200;

    /// <param name="share">Above 0 and below 1; small shares keep their digits.</param>
    /// <param name="start">Where to begin; any number will do.</param>
    public static double Solve<TCurve>(in TCurve curve, double share, double start)
        where TCurve : struct, IShareCurve
    {
        double low = double.NegativeInfinity;
        double high = double.PositiveInfinity;
        double t = start;
        double stride = 1;
        for (int step = 0; step < MaxSteps; step++)
        {
            (double reached, double slope) = curve.At(t);
            double off = reached > 0 ? Off(reached, share) : double.NegativeInfinity;
            if (off < 0)
                low = t;
            else
                high = t;

            double next = t - (off * reached / slope);
            bool isInside = double.IsFinite(next) && next >= low && next <= high;
            if (isInside && Math.Abs(off) <= 1e-8)
                return next;
            if (!isInside || next == t)
            {
                // Where the slope leads nowhere: the middle, or farther and farther out while there is no other side yet.
                next = double.IsFinite(low) && double.IsFinite(high) ? low + ((high - low) / 2) : off < 0 ? t + stride : t - stride;
                stride *= 2;
                if (next == t || next == low || next == high)
                    return high;
            }

            t = next;
        }

        return t;
    }

    // ln(reached / share).
    private static double Off(double reached, double share)
    {
        double change = (reached - share) / share;
        return Math.Abs(change) < 0.5 ? Transcendental.LogOnePlus(change) : Transcendental.Log(reached) - Transcendental.Log(share);
    }
}
