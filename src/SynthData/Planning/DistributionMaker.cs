using System.Collections.Immutable;
using SynthData.Numerics;

namespace SynthData.Planning;

/// <summary>Makes the distribution that a plan describes.</summary>
internal static class DistributionMaker
{
    /// <summary>Makes a distribution in plain numbers; what depends on the ends is fitted to them.</summary>
    /// <returns>Null for a bare uniform, and for a bare lognormal whose lower end is not above 0.</returns>
    public static IDistribution? Make(DistributionPlan plan, double low, double high)
    {
        if (plan.Made is { } made)
            return made;
        return Fixed(plan) ?? Fitted(plan, low, high);
    }

    /// <summary>Makes a distribution that no end has a part in; null for others.</summary>
    public static IDistribution? Fixed(DistributionPlan plan) => IsFixed(plan) ? Fixed(plan.Name, plan.Parameters, plan) : null;

    private static bool IsFixed(DistributionPlan plan) => plan.Name switch
    {
        "zipf" or "beta" or "empirical" => false,
        "triangular" or "uniform" => plan.Parameters.ContainsKey("min"),
        "mixture" => plan.Parts.All(part => part.Draw.Made is not null),
        _ => !plan.IsBare,
    };

    private static IDistribution Fixed(string name, ImmutableSortedDictionary<string, double> values, DistributionPlan plan) => name switch
    {
        "normal" => new NormalDistribution(values["mean"], values["sd"]),
        "lognormal" when values.TryGetValue("p90", out double p90) => LognormalDistribution.FromP90(values["median"], p90),
        "lognormal" => new LognormalDistribution(values["median"], values["sigma"]),
        "exponential" => new ExponentialDistribution(values["mean"]),
        "poisson" => new PoissonDistribution(values["mean"]),
        "geometric" => new GeometricDistribution(values["p"]),
        "gamma" when values.TryGetValue("scale", out double scale) => new GammaDistribution(values["shape"], scale),
        "gamma" => new GammaDistribution(values["shape"], values["mean"] / values["shape"]),
        "binomial" => new BinomialDistribution((long)values["n"], values["p"]),
        "pareto" => new ParetoDistribution(values["min"], values["alpha"]),
        "triangular" => new TriangularDistribution(values["min"], values["mode"], values["max"]),
        "uniform" when plan.IsWhole => new WholeUniformDistribution(Math.Ceiling(values["min"]), Math.Floor(values["max"])),
        "uniform" => new UniformDistribution(values["min"], values["max"]),
        "mixture" => new MixtureDistribution(plan.Parts.Select(part => (part.Weight, part.Draw.Made!))),
        _ => throw new InvalidOperationException($"'{name}' is no distribution of its own."),
    };

    private static IDistribution? Fitted(DistributionPlan plan, double low, double high) => plan.Name switch
    {
        "normal" => high > low ? NormalDistribution.Over(low, high) : null,
        "lognormal" => low > 0 && high > low ? LognormalDistribution.Over(low, high) : null,
        "zipf" => new ZipfDistribution(plan.Parameters["s"], (long)Math.Clamp(high, 1, ZipfDistribution.MaxCount)),
        "beta" when double.IsInfinity(high) => new BetaDistribution(plan.Parameters["alpha"], plan.Parameters["beta"], 0, 1),
        "beta" => high > low ? new BetaDistribution(plan.Parameters["alpha"], plan.Parameters["beta"], low, high) : null,
        "triangular" => high > low ? new TriangularDistribution(low, Math.Clamp(plan.Parameters["mode"], low, high), high) : null,
        "mixture" => high > low ? new MixtureDistribution(plan.Parts.Select(part => (part.Weight, Make(part.Draw, low, high)!))) : null,
        _ => null,
    };
}
