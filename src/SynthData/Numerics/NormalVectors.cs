using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SynthData.Numerics;

/// <summary>Quantiles of normal and lognormal distributions for many shares at once.</summary>
/// <remarks>
/// The same operations in the same order as <see cref="StandardNormal"/> and <see cref="Transcendental"/> make, and so the same bits.
/// What is rare there is left to them: the tails of the normal distribution, and exponentials near the ends of what a double holds.
/// </remarks>
internal static class NormalVectors
{
    /// <summary>Replaces shares by centre + deviation · z; a share below zero counts from above, and its z is subtracted.</summary>
    /// <param name="isExponential">Whether each result is then its exponential.</param>
    public static void Quantiles(Span<double> shares, double centre, double deviation, bool isExponential)
    {
        ref double cells = ref MemoryMarshal.GetReference(shares);
        int row = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; row <= shares.Length - Vector512<double>.Count; row += Vector512<double>.Count)
            {
                Vector512<double> share = Vector512.LoadUnsafe(ref cells, (nuint)row);
                Vector512<double> distance = Quantile(Vector512.Abs(share)) * deviation;
                Vector512<double> centres = Vector512.Create(centre);
                Vector512<double> value = Vector512.ConditionalSelect(Vector512.LessThan(share, default), centres - distance, centres + distance);
                (isExponential ? Exp(value) : value).StoreUnsafe(ref cells, (nuint)row);
            }
        }

        for (; row < shares.Length; row++)
        {
            double distance = deviation * StandardNormal.Quantile(Math.Abs(shares[row]));
            double value = shares[row] < 0 ? centre - distance : centre + distance;
            shares[row] = isExponential ? Transcendental.Exp(value) : value;
        }
    }

    private static Vector512<double> Quantile(Vector512<double> p)
    {
        Vector512<double> q = p - Vector512.Create(0.5);
        Vector512<double> central = StandardNormal.Central(q);
        Vector512<double> isCentral = Vector512.LessThanOrEqual(Vector512.Abs(q), Vector512.Create(0.425));
        ulong tails = ~isCentral.ExtractMostSignificantBits() & 0xFF;
        return tails == 0 ? central : WithTails(p, central, tails);
    }

    private static Vector512<double> WithTails(Vector512<double> p, Vector512<double> central, ulong tails)
    {
        Span<double> lanes = stackalloc double[Vector512<double>.Count];
        central.CopyTo(lanes);
        for (int lane = 0; lane < lanes.Length; lane++)
        {
            if (((tails >> lane) & 1) != 0)
                lanes[lane] = StandardNormal.Quantile(p[lane]);
        }

        return Vector512.Create<double>(lanes);
    }

    private static Vector512<double> Exp(Vector512<double> x) =>
        Vector512.LessThanAll(Vector512.Abs(x), Vector512.Create(700.0)) ? Transcendental.ExpOf(x) : EachExp(x);

    private static Vector512<double> EachExp(Vector512<double> x)
    {
        Span<double> lanes = stackalloc double[Vector512<double>.Count];
        for (int lane = 0; lane < lanes.Length; lane++)
            lanes[lane] = Transcendental.Exp(x[lane]);
        return Vector512.Create<double>(lanes);
    }
}
