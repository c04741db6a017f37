namespace SynthData.Numerics;

/// <summary>What is left of Stirling's formula, and the deviance: the parts of which gamma and beta densities are made without cancellation.</summary>
/// <remarks>The decomposition is C. Loader's (Fast and accurate computation of binomial probabilities, 2000); the code is our own.</remarks>
internal static class GammaFunction
{
    private const double HalfLnTwoPi = 0.91893853320467274178;
    private const double SeriesStart = 16;

    /// <summary>ln Γ(x + 1) − (x + ½)·ln x + x − ½·ln 2π, for x above 0.</summary>
    public static double StirlingRest(double x)
    {
        if (x >= SeriesStart)
            return Series(x);

        // Γ(x + 1) = Γ(z) / ((x + 1)(x + 2)…(z − 1)) for a z at which the series holds.
        double product = 1;
        double z = x + 1;
        for (; z < SeriesStart; z++)
            product *= z;
        double logGamma = ((z - 0.5) * Transcendental.Log(z)) - z + HalfLnTwoPi + Series(z) - Transcendental.Log(product);
        return logGamma - ((x + 0.5) * Transcendental.Log(x)) + x - HalfLnTwoPi;
    }

    /// <summary>x·ln(x / y) + y − x, above or at 0, with small relative error where x and y are near each other.</summary>
    public static double Deviance(double x, double y)
    {
        double difference = x - y;
        if (Math.Abs(difference) >= 0.1 * (x + y))
            return (x * (Transcendental.Log(x) - Transcendental.Log(y))) - difference;

        double ratio = difference / (x + y);
        double square = ratio * ratio;
        double sum = difference * ratio;
        double term = 2 * x * ratio;
        for (int n = 1; ; n++)
        {
            term *= square;
            double next = sum + (term / ((2 * n) + 1));
            if (next == sum)
                return sum;
            sum = next;
        }
    }

    // Stirling's series: B₂ₙ / (2n(2n − 1)·x^(2n − 1)).
    private static double Series(double x)
    {
        double z = 1 / (x * x);
        return ((1.0 / 12) - (z * ((1.0 / 360) - (z * ((1.0 / 1260) - (z * ((1.0 / 1680)
            - (z * ((1.0 / 1188) - (z * ((691.0 / 360360) - (z * (1.0 / 156))))))))))))) / x;
    }
}
