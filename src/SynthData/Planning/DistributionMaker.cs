using SynthData.Numerics;

namespace SynthData.Planning;

/// <summary>Makes the distribution that a plan describes.</summary>
internal static class DistributionMaker
{
    /// <summary>Makes a distribution in plain numbers; a bare one is fitted to the ends.</summary>
    /// <returns>Null for uniform, and for a bare lognormal whose lower end is not above 0.</returns>
    public static IDistribution? Make(DistributionPlan plan, double low, double high) => plan.Name switch
    {
        "normal" when plan.IsBare => high > low ? NormalDistribution.Over(low, high) : null,
        "normal" => new NormalDistribution(plan.Parameters["mean"], plan.Parameters["sd"]),
        "lognormal" when plan.IsBare => low > 0 && high > low ? LognormalDistribution.Over(low, high) : null,
        "lognormal" when plan.Parameters.TryGetValue("p90", out double p90) => LognormalDistribution.FromP90(plan.Parameters["median"], p90),
        "lognormal" => new LognormalDistribution(plan.Parameters["median"], plan.Parameters["sigma"]),
        "exponential" => new ExponentialDistribution(plan.Parameters["mean"]),
        "poisson" => new PoissonDistribution(plan.Parameters["mean"]),
        "geometric" => new GeometricDistribution(plan.Parameters["p"]),
        "zipf" => new ZipfDistribution(plan.Parameters["s"], (long)Math.Clamp(high, 1, ZipfDistribution.MaxCount)),
        _ => null,
    };
}
