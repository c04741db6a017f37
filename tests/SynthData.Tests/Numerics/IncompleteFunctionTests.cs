using MathNet.Numerics;
using SynthData.Numerics;

namespace SynthData.Tests.Numerics;

/// <summary>Shares of gamma, beta and binomial are those of Math.NET and of exact sums, and their inverses keep the digits of both tails.</summary>
public class IncompleteFunctionTests
{
    [Theory]
    [InlineData(0.05)]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(2.5)]
    [InlineData(17)]
    [InlineData(120)]
    [InlineData(9_000)]
    public void Gamma_shares_are_those_of_another_library(double shape)
    {
        var gamma = new GammaDistribution(shape, 1);
        double deviation = Math.Sqrt(shape);
        for (double off = -6; off <= 8; off += 0.25)
        {
            double x = shape + (off * deviation);
            if (x <= 0)
                continue;
            AssertClose(SpecialFunctions.GammaLowerRegularized(shape, x), gamma.Cdf(x), 2e-11);
            AssertClose(SpecialFunctions.GammaUpperRegularized(shape, x), gamma.UpperCdf(x), 2e-11);
        }
    }

    // P(n, x) = 1 − e^−x·Σ x^k / k! over k < n, and Q(½, x) = 2·Φ(−√2x).
    [Fact]
    public void Gamma_shares_are_those_of_closed_forms()
    {
        foreach (double x in new[] { 0.01, 0.7, 3, 12, 80, 300 })
        {
            double term = 1;
            double sum = 1;
            for (int k = 1; k < 5; k++)
                sum += term *= x / k;
            double upper = Transcendental.Exp(-x) * sum;
            Assert.Equal(upper, new GammaDistribution(5, 1).UpperCdf(x), upper * 1e-13);
            double half = 2 * StandardNormal.Cdf(-Math.Sqrt(2 * x));
            Assert.Equal(half, new GammaDistribution(0.5, 1).UpperCdf(x), half * 1e-13);
        }
    }

    [Theory]
    [InlineData(0.05, 0.2)]
    [InlineData(0.5, 0.5)]
    [InlineData(1, 3)]
    [InlineData(2, 5)]
    [InlineData(40, 3)]
    [InlineData(300, 500)]
    [InlineData(8_000, 2_000)]
    public void Beta_shares_are_those_of_another_library(double alpha, double beta)
    {
        var distribution = new BetaDistribution(alpha, beta, 0, 1);
        for (int percent = 1; percent < 100; percent++)
        {
            double x = percent / 100.0;
            AssertClose(SpecialFunctions.BetaRegularized(alpha, beta, x), distribution.Cdf(x), 2e-11);
            AssertClose(SpecialFunctions.BetaRegularized(beta, alpha, 1 - x), distribution.UpperCdf(x), 2e-11);
        }
    }

    // I_x(1, b) = 1 − (1 − x)^b, I_x(a, 1) = x^a.
    [Fact]
    public void Beta_shares_are_those_of_closed_forms()
    {
        foreach (double x in new[] { 1e-12, 0.001, 0.2, 0.5, 0.9, 0.9999 })
        {
            foreach (double power in new[] { 0.3, 1, 7, 400 })
            {
                double lower = Transcendental.Power(x, power);
                double upper = Transcendental.Power(1 - x, power);
                Assert.Equal(lower, new BetaDistribution(power, 1, 0, 1).Cdf(x), lower * 5e-13);
                Assert.Equal(upper, new BetaDistribution(1, power, 0, 1).UpperCdf(x), upper * 5e-13);
            }
        }
    }

    [Theory]
    [InlineData(10, 0.3)]
    [InlineData(1_000, 0.004)]
    [InlineData(100_000, 0.5)]
    public void Binomial_shares_are_those_of_another_library(int count, double chance)
    {
        var binomial = new BinomialDistribution(count, chance);
        int middle = (int)(count * chance);
        int spread = (int)Math.Ceiling(6 * Math.Sqrt(count * chance * (1 - chance)));
        for (int k = Math.Max(0, middle - spread); k <= Math.Min(count - 1, middle + spread); k += Math.Max(1, spread / 10))
            AssertClose(SpecialFunctions.BetaRegularized(count - k, k + 1, 1 - chance), binomial.Cdf(k), 2e-10);
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.02)]
    [InlineData(0.7)]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(10_000)]
    public void Gamma_quantiles_undo_shares_far_into_both_tails(double shape)
    {
        var gamma = new GammaDistribution(shape, 4);
        double before = 0;
        foreach (double p in Shares())
        {
            double x = gamma.Quantile(p);
            Assert.True(x >= before, $"Falls at {p}.");
            if (x > 1e-290)
                Assert.Equal(p, gamma.Cdf(x), p * 1e-11);
            double top = gamma.UpperQuantile(p);
            if (top > 1e-290)
                Assert.Equal(p, gamma.UpperCdf(top), p * 1e-11);
            before = x;
        }
    }

    [Theory]
    [InlineData(0.001, 0.001)]
    [InlineData(0.02, 9)]
    [InlineData(1, 1)]
    [InlineData(5, 0.3)]
    [InlineData(10_000, 10_000)]
    [InlineData(0.5, 10_000)]
    public void Beta_quantiles_undo_shares_far_into_both_tails(double alpha, double beta)
    {
        var lower = new BetaDistribution(alpha, beta, 0, 1);
        double before = 0;
        foreach (double p in Shares())
        {
            double x = lower.Quantile(p);
            Assert.True(x >= before, $"Falls at {p}.");
            if (x is > 1e-290 and < 0.999)
                Assert.Equal(p, lower.Cdf(x), p * 1e-11);
            before = x;
        }
    }

    [Fact]
    public void Quantiles_of_a_mixture_meet_jumps_and_gaps()
    {
        var mixture = new MixtureDistribution([(1, new ObservedDistribution([2.5])), (1, new UniformDistribution(0, 1)), (2, new UniformDistribution(10, 20))]);
        Assert.Equal(0.5, mixture.Quantile(0.125), 1e-12);
        Assert.Equal(2.5, mixture.Quantile(0.3), 1e-12);
        Assert.Equal(2.5, mixture.Quantile(0.4999), 1e-12);
        Assert.Equal(15, mixture.Quantile(0.75), 1e-12);
        Assert.Equal(15, mixture.UpperQuantile(0.25), 1e-12);
        Assert.Equal((0.25, 0.5), (mixture.Below(2.5), mixture.Cdf(2.5)));
        Assert.Equal(0.75, mixture.From(2.5));
    }

    [Fact]
    public void Observed_values_at_an_end_are_kept()
    {
        TruncatedDistribution cut = new(new ObservedDistribution([1.5, 2.5, 2.5, 9.5]), 2.5, 9.5);
        Assert.Equal(0.25, cut.ShareCut);
        Assert.Equal([2.5, 2.5, 9.5], new[] { 0.1, 0.6, 0.9 }.Select(cut.Sample));
        TruncatedDistribution flat = new(new QuantileDistribution([(0, 1), (0.25, 3), (0.75, 3), (1, 5)]), 3, 5);
        Assert.Equal(0.25, flat.ShareCut);
        Assert.Equal([3, 3, 4], new[] { 0.1, 0.6, 5.0 / 6 }.Select(u => Math.Round(flat.Sample(u), 12)));
    }

    private static IEnumerable<double> Shares() =>
        new[] { 1e-300, 1e-100, 1e-30, 1e-15, 1e-8, 0.001, 0.01, 0.1, 0.3, 0.5, 0.500001, 0.7, 0.9, 0.99 };

    private static void AssertClose(double expected, double actual, double relative) =>
        Assert.True(
            Math.Abs(actual - expected) <= (relative * expected) + 1e-15, $"Expected {expected:R}, found {actual:R}.");
}
