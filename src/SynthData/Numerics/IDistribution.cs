namespace SynthData.Numerics;

/// <summary>A distribution as its quantile function, from both ends: near 1 a probability has too few digits to tell the upper tail.</summary>
/// <remarks>Implementations are immutable and thread-safe, and give the same bits on every machine.</remarks>
internal interface IDistribution
{
    /// <summary>True when every value is a whole number.</summary>
    bool IsDiscrete { get; }

    /// <summary>The least value that at most a share of <paramref name="p"/> lies below, 0 to 1.</summary>
    double Quantile(double p);

    /// <summary>The least value that at most a share of <paramref name="q"/> lies above, 0 to 1.</summary>
    double UpperQuantile(double q);

    /// <summary>Replaces shares by their quantiles; a share below zero counts from above.</summary>
    void Quantiles(Span<double> shares)
    {
        for (int row = 0; row < shares.Length; row++)
            shares[row] = shares[row] < 0 ? UpperQuantile(-shares[row]) : Quantile(shares[row]);
    }

    /// <summary>The share at or below a value, with small relative error in the lower tail.</summary>
    double Cdf(double x);

    /// <summary>The share above a value, with small relative error in the upper tail.</summary>
    double UpperCdf(double x);

    /// <summary>The share below a value, without the value itself.</summary>
    double Below(double x) => Cdf(IsDiscrete ? Math.Ceiling(x) - 1 : x);

    /// <summary>The share at or above a value.</summary>
    double From(double x) => UpperCdf(IsDiscrete ? Math.Ceiling(x) - 1 : x);
}
