using SynthData.Numerics;

namespace SynthData.Planning;

/// <summary>Says which parameters a distribution can have, and where the middle of it is.</summary>
internal static class DistributionDomain
{
    /// <summary>Says what is wrong with parameters; null when nothing is.</summary>
    public static string? WhyNot(string distribution, IReadOnlyDictionary<string, double> values) => distribution switch
    {
        "normal" when values["sd"] <= 0 => "its sd must be above 0",
        "lognormal" when values["median"] <= 0 => "its median must be above 0",
        "lognormal" when values.TryGetValue("p90", out double p90) && p90 <= values["median"] => "its p90 must be above its median",
        "lognormal" when values.TryGetValue("sigma", out double sigma) && sigma <= 0 => "its sigma must be above 0",
        "exponential" or "poisson" when values["mean"] <= 0 => "its mean must be above 0",
        "poisson" when values["mean"] > PoissonDistribution.MaxMean => FormattableString.Invariant($"its mean must be at most {PoissonDistribution.MaxMean}"),
        "geometric" when values["p"] is <= 0 or > 1 => "its p must be above 0 and at most 1",
        "zipf" when values["s"] <= 0 => "its exponent must be above 0",
        "gamma" when values["shape"] is < GammaDistribution.MinShape or > GammaDistribution.MaxShape =>
            FormattableString.Invariant($"its shape must be from {GammaDistribution.MinShape} to {GammaDistribution.MaxShape} (beyond, a normal cannot be told apart)"),
        "gamma" when values.GetValueOrDefault("scale", 1) <= 0 || values.GetValueOrDefault("mean", 1) <= 0 => "its mean and scale must be above 0",
        "beta" when Math.Min(values["alpha"], values["beta"]) < BetaDistribution.MinParameter
            || Math.Max(values["alpha"], values["beta"]) > BetaDistribution.MaxParameter =>
            FormattableString.Invariant($"its alpha and beta must be from {BetaDistribution.MinParameter} to {BetaDistribution.MaxParameter}"),
        "binomial" when values["n"] < 1 || values["n"] > BinomialDistribution.MaxCount || values["n"] != Math.Floor(values["n"]) =>
            FormattableString.Invariant($"its n must be a whole number from 1 to {BinomialDistribution.MaxCount}"),
        "binomial" when values["p"] is <= 0 or > 1 => "its p must be above 0 and at most 1",
        "binomial" when values["n"] * values["p"] * (1 - values["p"]) > BinomialDistribution.MaxVariance =>
            FormattableString.Invariant($"its n · p · (1 − p) must be at most {BinomialDistribution.MaxVariance} (beyond, a normal cannot be told apart)"),
        "pareto" when values["min"] <= 0 || values["alpha"] <= 0 => "its min and alpha must be above 0",
        "uniform" when values.ContainsKey("min") != values.ContainsKey("max") => "it takes min and max together",
        "uniform" when values.TryGetValue("min", out double min) && min >= values["max"] => "its min must be below its max",
        "uniform" when values.TryGetValue("min", out double from) && !double.IsFinite(values["max"] - from) => "its ends are too far apart",
        "triangular" when values.ContainsKey("min") != values.ContainsKey("max") => "it takes min and max together",
        "triangular" when values.TryGetValue("min", out double min) && (min >= values["max"] || values["mode"] < min || values["mode"] > values["max"]) =>
            "its mode must lie between its min and its max, and its min below its max",
        _ => null,
    };

    /// <summary>The parameter that says where a distribution is, and its value; null where none does.</summary>
    public static (string Name, double Value)? Middle(DistributionPlan plan) => plan.IsBare ? null : plan.Name switch
    {
        "normal" or "exponential" or "poisson" => ("mean", plan.Parameters["mean"]),
        "gamma" => ("mean", plan.Parameters.TryGetValue("mean", out double mean) ? mean : plan.Parameters["shape"] * plan.Parameters["scale"]),
        "binomial" => ("mean n · p", plan.Parameters["n"] * plan.Parameters["p"]),
        "lognormal" => ("median", plan.Parameters["median"]),
        "triangular" => ("mode", plan.Parameters["mode"]),
        _ => null,
    };
}
