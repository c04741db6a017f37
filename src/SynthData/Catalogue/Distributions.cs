using System.Collections.Immutable;

namespace SynthData.Catalogue;

/// <summary>Every distribution of the language.</summary>
internal static class Distributions
{
    public static ImmutableArray<Distribution> All { get; } =
    [
        new(
            "uniform",
            "Every value is as likely as any other.",
            [], false, true, null, "uniform"),
        new(
            "normal",
            "Values gather round the mean; bare in a range, the mean is in the middle and sd a sixth of the width.",
            [new("mean", "the centre"), new("sd", "the standard deviation, above 0")],
            false, true, null, "{ normal: { mean: 140, sd: 3 } }"),
        new(
            "lognormal",
            "Values above 0 with a long tail to the right; bare in a range, the median is the ends' geometric mean and the ends are three sigma off.",
            [
                new("median", "half of the values are below it, above 0"),
                new("p90", "nine in ten are below it, above the median", "sigma"),
                new("sigma", "the standard deviation of the logarithm, above 0", "p90"),
            ],
            false, true, null, "{ lognormal: { median: 45, p90: 180 } }"),
        new(
            "exponential",
            "Waiting times: short ones are common, long ones rare.",
            [new("mean", "the mean, above 0")],
            false, false, "mean", "{ exponential: { mean: 5 } }"),
        new(
            "poisson",
            "How often something happens that happens this often on average.",
            [new("mean", "the mean, above 0")],
            true, false, "mean", "{ poisson: 2.4 }"),
        new(
            "geometric",
            "Failures before the first success.",
            [new("p", "the chance of success, above 0 and at most 1")],
            true, false, "p", "{ geometric: 0.3 }"),
        new(
            "zipf",
            "Ranks: the second is a half, the third a third as common as the first, and so on, to the power of s.",
            [new("s", "the exponent, above 0")],
            true, false, "s", "{ zipf: 1.1 }"),
        new(
            "gamma",
            "Sums of waiting times.",
            [new("shape", "above 0"), new("scale", "above 0")],
            false, false, null, "{ gamma: { shape: 2, scale: 3 } }") { IsAvailable = false },
        new(
            "beta",
            "Shares between 0 and 1.",
            [new("a", "above 0"), new("b", "above 0")],
            false, false, null, "{ beta: { a: 2, b: 5 } }") { IsAvailable = false },
        new(
            "binomial",
            "Successes among a number of tries.",
            [new("n", "the tries"), new("p", "the chance of success")],
            true, false, null, "{ binomial: { n: 10, p: 0.3 } }") { IsAvailable = false },
        new(
            "pareto",
            "A few very large values among many small ones.",
            [new("min", "the least value"), new("alpha", "above 0, the smaller the longer the tail")],
            false, false, null, "{ pareto: { min: 1, alpha: 1.5 } }") { IsAvailable = false },
        new(
            "triangular",
            "Straight up to the mode and straight down.",
            [new("mode", "the commonest value")],
            false, false, "mode", "{ triangular: { mode: 4 } }") { IsAvailable = false },
        new(
            "mixture",
            "One of several distributions, by weight.",
            [], false, false, null, "{ mixture: [ … ] }") { IsAvailable = false },
        new(
            "empirical",
            "Steps between given quantiles.",
            [], false, false, null, "{ empirical: [ … ] }") { IsAvailable = false },
    ];

    /// <summary>Gives a distribution by name, available or not; null when there is none.</summary>
    public static Distribution? Find(string name) => All.FirstOrDefault(distribution => distribution.Name == name);
}
