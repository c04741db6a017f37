using System.Collections.Immutable;

namespace SynthData.Catalogue;

/// <summary>Every distribution of the language.</summary>
internal static class Distributions
{
    public static ImmutableArray<Distribution> All { get; } =
    [
        new(
            "uniform",
            "Every value is as likely as any other, between the ends of the range or between min and max.",
            [new("min", "the least value") { IsAnEnd = true, IsPlace = true }, new("max", "the greatest value") { IsAnEnd = true, IsPlace = true }],
            false, true, null, "{ uniform: { min: 0, max: 10 } }"),
        new(
            "normal",
            "Values gather round the mean; bare in a range, the mean is in the middle and sd a sixth of the width.",
            [new("mean", "the centre") { IsPlace = true }, new("sd", "the standard deviation, above 0")],
            false, true, null, "{ normal: { mean: 140, sd: 3 } }"),
        new(
            "lognormal",
            "Values above 0 with a long tail to the right; bare in a range, the median is the ends' geometric mean and the ends are three sigma off.",
            [
                new("median", "half of the values are below it, above 0") { IsPlace = true },
                new("p90", "nine in ten are below it, above the median", "sigma") { IsPlace = true },
                new("sigma", "the standard deviation of the logarithm, above 0", "p90") { IsPlain = true },
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
            "Sums of waiting times: lopsided for a small shape, nearly normal for a great one.",
            [
                new("shape", "above 0, such as 2") { IsPlain = true },
                new("mean", "the mean, above 0", "scale"),
                new("scale", "the mean divided by the shape, above 0", "mean"),
            ],
            false, false, null, "{ gamma: { shape: 2, mean: 6 } }"),
        new(
            "beta",
            "Between the ends of the range, or 0 and 1 without one: near the lower end where beta is greater, near the upper where alpha is.",
            [new("alpha", "above 0") { IsPlain = true }, new("beta", "above 0") { IsPlain = true }],
            false, false, null, "{ beta: { alpha: 2, beta: 5 } }"),
        new(
            "binomial",
            "Successes among n tries.",
            [new("n", "the tries, a whole number above 0") { IsPlain = true }, new("p", "the chance of success, above 0 and at most 1") { IsPlain = true }],
            true, false, null, "{ binomial: { n: 10, p: 0.3 } }"),
        new(
            "pareto",
            "A few very great values among many small ones.",
            [new("min", "the least value, above 0"), new("alpha", "above 0; the smaller, the longer the tail") { IsPlain = true }],
            false, false, null, "{ pareto: { min: 1, alpha: 1.5 } }"),
        new(
            "triangular",
            "Straight up to the mode and straight down, between the ends of the range or between min and max.",
            [
                new("min", "the least value") { IsAnEnd = true, IsPlace = true },
                new("mode", "the commonest value") { IsPlace = true },
                new("max", "the greatest value") { IsAnEnd = true, IsPlace = true },
            ],
            false, false, null, "{ triangular: { min: 0, mode: 4, max: 10 } }"),
        new(
            "mixture",
            "One of several distributions, by weight.",
            [], false, false, null, "{ mixture: [ { weight: 70, normal: { mean: 8, sd: 2 } }, { weight: 30, normal: { mean: 18, sd: 1 } } ] }"),
        new(
            "empirical",
            "As observed: the values of a list or of a CSV file's column, as often as they stand there, or straight lines between quantiles.",
            [], false, false, null, "{ empirical: { quantiles: { 0%: 0, 50%: 40, 100%: 900 } } }"),
    ];

    /// <summary>Gives a distribution by name; null when there is none.</summary>
    public static Distribution? Find(string name) => All.FirstOrDefault(distribution => distribution.Name == name);
}
