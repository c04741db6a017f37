using SynthData.Numerics;

namespace SynthData.Tests.Numerics;

public class DistributionTests
{
    private static readonly StreamKey Stream = StreamKey.For(11, 1, "distribution", "draws");

    private static readonly Dictionary<string, (IDistribution Distribution, double Mean, double Variance)> Known = new()
    {
        ["uniform"] = (new UniformDistribution(-3, 5), 1, 64.0 / 12),
        ["normal"] = (new NormalDistribution(140, 3), 140, 9),
        ["lognormal"] = (new LognormalDistribution(45, 0.5), 45 * Math.Exp(0.125), 45 * 45 * Math.Exp(0.25) * (Math.Exp(0.25) - 1)),
        ["exponential"] = (new ExponentialDistribution(5), 5, 25),
        ["poisson 0"] = (new PoissonDistribution(0), 0, 0),
        ["poisson 0.1"] = (new PoissonDistribution(0.1), 0.1, 0.1),
        ["poisson 2.4"] = (new PoissonDistribution(2.4), 2.4, 2.4),
        ["poisson 5000"] = (new PoissonDistribution(5000), 5000, 5000),
        ["geometric 0.3"] = (new GeometricDistribution(0.3), 0.7 / 0.3, 0.7 / 0.09),
        ["geometric 0.001"] = (new GeometricDistribution(0.001), 999, 0.999 / 1e-6),
        ["geometric 1"] = (new GeometricDistribution(1), 0, 0),
        ["gamma 2"] = (new GammaDistribution(2, 3), 6, 18),
        ["gamma 0.3"] = (new GammaDistribution(0.3, 2), 0.6, 1.2),
        ["gamma 900"] = (new GammaDistribution(900, 0.1), 90, 9),
        ["beta 2 5"] = (new BetaDistribution(2, 5, 0, 1), 2.0 / 7, 10.0 / (49 * 8)),
        ["beta 2 3 of -10 to 30"] = (new BetaDistribution(2, 3, -10, 30), 6, 1600 * 6 / (25.0 * 6)),
        ["beta 50 70"] = (new BetaDistribution(50, 70, 0, 1), 50.0 / 120, 3_500.0 / (120 * 120 * 121)),
        ["binomial 10 0.3"] = (new BinomialDistribution(10, 0.3), 3, 2.1),
        ["binomial 100000 0.01"] = (new BinomialDistribution(100_000, 0.01), 1000, 990),
        ["binomial 7 1"] = (new BinomialDistribution(7, 1), 7, 0),
        ["pareto 2 5"] = (new ParetoDistribution(2, 5), 2.5, 4 * 5 / (16.0 * 3)),
        ["triangular 0 4 10"] = (new TriangularDistribution(0, 4, 10), 14.0 / 3, (16 + 100 - 40) / 18.0),
        ["triangular 2 2 5"] = (new TriangularDistribution(2, 2, 5), 3, (4 + 4 + 25 - 4 - 10 - 10) / 18.0),
        ["whole uniform 1 to 6"] = (new WholeUniformDistribution(1, 6), 3.5, 35 / 12.0),
        ["mixture of normals"] = (
            new MixtureDistribution([(70, new NormalDistribution(8, 2)), (30, new NormalDistribution(18, 1))]), 11, (0.7 * (4 + 9)) + (0.3 * (1 + 49))),
        ["mixture of counts"] = (
            new MixtureDistribution([(1, new PoissonDistribution(2)), (3, new BinomialDistribution(20, 0.5))]), 8, (0.25 * (2 + 36)) + (0.75 * (5 + 4))),
        ["quantiles"] = (new QuantileDistribution([(0, 0), (0.5, 4), (1, 10)]), 4.5, (0.5 * 16 / 3) + (0.5 * (49 + 3)) - (4.5 * 4.5)),
        ["observed"] = (new ObservedDistribution([7, 4, 3, 4]), 4.5, (2.25 + 0.25 + 0.25 + 6.25) / 4),
        ["zipf 1.1 of 1"] = (new ZipfDistribution(1.1, 1), 1, 0),
        ["zipf 1.1 of 10"] = Zipf(1.1, 10),
        ["zipf 1 of 5000"] = Zipf(1, 5_000),
        ["zipf 1.1 of 1000000"] = Zipf(1.1, 1_000_000),
        ["zipf 0.5 of 100000"] = Zipf(0.5, 100_000),
        ["zipf 0 of 100000"] = Zipf(0, 100_000),
        ["zipf 3 of 100000"] = Zipf(3, 100_000),
    };

    public static TheoryData<string> Names => [.. Known.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_million_draws_have_the_mean_and_variance(string name)
    {
        const int draws = 1_000_000;
        (IDistribution distribution, double mean, double variance) = Known[name];
        double sum = 0;
        double squares = 0;
        double fourths = 0;
        for (int i = 0; i < draws; i++)
        {
            double off = distribution.Quantile(Stream.Uniform(i, 0, 0)) - mean;
            sum += off;
            squares += off * off;
            fourths += off * off * off * off;
        }

        double spread = Math.Sqrt(((fourths / draws) - (squares / draws * squares / draws)) / draws);
        Assert.InRange(sum / draws, -5 * Math.Sqrt(variance / draws), 5 * Math.Sqrt(variance / draws));
        Assert.InRange((squares / draws) - variance, -5 * spread, 5 * spread);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Quantiles_undo_shares_from_both_ends(string name)
    {
        IDistribution distribution = Known[name].Distribution;
        double before = double.NegativeInfinity;
        for (int i = 1; i < 10_000; i++)
        {
            double p = i / 10_000.0;
            double x = distribution.Quantile(p);
            Assert.True(x >= before, $"Falls at {p}.");
            before = x;
            if (distribution.IsDiscrete)
            {
                Assert.Equal(Math.Floor(x), x);
                Assert.True(distribution.Cdf(x) >= p - 1e-12 && distribution.Cdf(x - 1) <= p + 1e-12, $"{x} at {p}");
                double upper = distribution.UpperQuantile(1 - p);
                Assert.True(distribution.UpperCdf(upper) <= 1 - p + 1e-12 && distribution.UpperCdf(upper - 1) >= 1 - p - 1e-12, $"{upper} at {p}");
            }
            else
            {
                Assert.Equal(p, distribution.Cdf(x), 1e-14);
                Assert.Equal(x, distribution.UpperQuantile(1 - p), 1e-11 * Math.Max(1, Math.Abs(x)));
            }

            Assert.Equal(1, distribution.Cdf(x) + distribution.UpperCdf(x), 1e-11);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Chance_stays_inside_a_stretch_and_has_its_shares(string name)
    {
        const int draws = 100_000;
        IDistribution distribution = Known[name].Distribution;
        double low = distribution.Quantile(0.3);
        double high = distribution.Quantile(0.9);
        double middle = distribution.Quantile(0.6);
        TruncatedDistribution truncated = new(distribution, low, high);
        double start = distribution.IsDiscrete ? low - 1 : low;
        double mass = distribution.Cdf(high) - distribution.Cdf(start);
        Assert.Equal(1 - mass, truncated.ShareCut, 1e-12);

        int atMost = 0;
        for (int i = 0; i < draws; i++)
        {
            double x = truncated.Sample(Stream.Uniform(i, 1, 0));
            Assert.InRange(x, low, high);
            if (x <= middle)
                atMost++;
        }

        double share = (distribution.Cdf(middle) - distribution.Cdf(start)) / mass;
        double spread = (5 * Math.Sqrt(draws * share * (1 - share))) + 1e-6;
        Assert.InRange(atMost, (draws * share) - spread, (draws * share) + spread);
    }

    [Theory]
    [InlineData(-37.5, 4.605353009581955e-308)]
    [InlineData(-20, 2.7536241186062337e-89)]
    [InlineData(-10, 7.619853024160525e-24)]
    [InlineData(-8.125, 2.2368120644441053e-16)]
    [InlineData(-6, 9.86587645037698e-10)]
    [InlineData(-5.7, 5.990371401063528e-09)]
    [InlineData(-5, 2.866515718791939e-07)]
    [InlineData(-3.3, 0.0004834241423837775)]
    [InlineData(-2, 0.02275013194817921)]
    [InlineData(-1, 0.15865525393145705)]
    [InlineData(-0.7, 0.24196365222307303)]
    [InlineData(-0.674, 0.2501556568403226)]
    [InlineData(-0.25, 0.4012936743170763)]
    [InlineData(0, 0.5)]
    [InlineData(0.5, 0.6914624612740131)]
    [InlineData(1, 0.8413447460685429)]
    [InlineData(3, 0.9986501019683699)]
    public void Normal_shares_are_those_of_the_tables(double x, double share) =>
        Assert.Equal(share, StandardNormal.Cdf(x), share * 2e-15);

    [Theory]
    [InlineData(1e-300, -37.0470962993612)]
    [InlineData(1e-100, -21.273453560965326)]
    [InlineData(1e-20, -9.262340089798407)]
    [InlineData(1e-10, -6.361340902404057)]
    [InlineData(0.001, -3.0902323061678136)]
    [InlineData(0.025, -1.9599639845400543)]
    [InlineData(0.05, -1.6448536269514726)]
    [InlineData(0.1, -1.2815515655446004)]
    [InlineData(0.25, -0.6744897501960817)]
    [InlineData(0.4, -0.2533471031357997)]
    public void Normal_quantiles_are_those_of_the_tables(double p, double x)
    {
        Assert.Equal(x, StandardNormal.Quantile(p), Math.Abs(x) * 5e-16);
        Assert.Equal(x, -new NormalDistribution(0, 1).UpperQuantile(p), Math.Abs(x) * 5e-16);
    }

    [Theory]
    [InlineData(2.4, 0, 0.0907179532894125)]
    [InlineData(2.4, 1, 0.3084410411840025)]
    [InlineData(2.4, 2, 0.5697087466575105)]
    [InlineData(2.4, 5, 0.964327489004697)]
    [InlineData(2.4, 10, 0.9999569636047783)]
    [InlineData(1000, 900, 0.0006977673277963068)]
    [InlineData(1000, 1000, 0.508409367168506)]
    [InlineData(1000, 1100, 0.9991323590365564)]
    [InlineData(1e8, 99_980_000, 0.022750131858184263)]
    [InlineData(1e8, 100_000_000, 0.5000265961519927)]
    public void Poisson_shares_are_those_of_the_tables(double mean, double x, double share) =>
        Assert.Equal(share, new PoissonDistribution(mean).Cdf(x), share * 1e-11);

    [Fact]
    public void Poisson_keeps_its_digits_in_the_upper_tail() =>
        Assert.Equal(7.29445029399133e-24, new PoissonDistribution(2.4).UpperCdf(30), 1e-36);

    [Theory]
    [InlineData(10, 1, 0.37311272382793187, 0.6268872761720682)]
    [InlineData(10, 2, 0.5471759642747428, 0.4528240357252572)]
    [InlineData(10, 10, 1, 0)]
    [InlineData(1000, 10, 0.48093280789370807, 0.5190671921062919)]
    [InlineData(1000, 100, 0.7676578281738734, 0.23234217182612663)]
    [InlineData(1_000_000, 1, 0.12387640755180947, 0.8761235924481905)]
    [InlineData(1_000_000, 100, 0.5299462474091979, 0.470053752590802)]
    [InlineData(1_000_000, 4096, 0.7719666516666555, 0.2280333483333445)]
    [InlineData(1_000_000, 5000, 0.7826120134533224, 0.21738798654667751)]
    [InlineData(1_000_000, 100_000, 0.919432051397809, 0.080567948602191)]
    [InlineData(1_000_000, 999_999, 0.9999999688836533, 3.1116346731354104e-08)]
    public void Zipf_shares_are_those_of_exact_sums(long count, double rank, double lower, double upper)
    {
        ZipfDistribution zipf = new(1.1, count);
        Assert.Equal(lower, zipf.Cdf(rank), 1e-9);
        Assert.Equal(upper, zipf.UpperCdf(rank), upper * 1e-8);
    }

    [Fact]
    public void Zipf_reaches_both_ends_of_any_number_of_ranks()
    {
        foreach (double exponent in new[] { 0, 0.5, 0.999999999, 1, 1.000000001, 2, 40, 500 })
        {
            foreach (long count in new[] { 1, 2, 4096, 4097, 1_000_000_000, ZipfDistribution.MaxCount })
            {
                ZipfDistribution zipf = new(exponent, count);
                Assert.Equal(1, zipf.Quantile(1e-300));
                Assert.Equal(1, zipf.UpperQuantile(1));
                Assert.InRange(zipf.Quantile(Math.BitDecrement(1)), 1, count);
                Assert.Equal(1, zipf.Cdf(count));
                Assert.Equal(0, zipf.UpperCdf(count));
                Assert.Equal(0, zipf.Cdf(0));
                double before = 0;
                for (int i = 1; i < 2000; i++)
                {
                    double rank = zipf.Quantile(i / 2000.0);
                    Assert.InRange(rank, before, count);
                    before = rank;
                }
            }
        }
    }

    [Fact]
    public void Lognormal_is_given_by_median_and_ninetieth_percentile()
    {
        LognormalDistribution distribution = LognormalDistribution.FromP90(45, 180);
        Assert.Equal(45, distribution.Quantile(0.5), 1e-12);
        Assert.Equal(180, distribution.Quantile(0.9), 1e-11);
    }

    [Fact]
    public void A_bare_name_puts_the_ends_three_sigma_off()
    {
        Assert.Equal(0.0013498980316300957, NormalDistribution.Over(10, 70).Cdf(10), 1e-15);
        Assert.Equal(0.0013498980316300957, NormalDistribution.Over(10, 70).UpperCdf(70), 1e-15);
        LognormalDistribution distribution = LognormalDistribution.Over(4, 400);
        Assert.Equal(40, distribution.Quantile(0.5), 1e-12);
        Assert.Equal(0.0013498980316300957, distribution.Cdf(4), 1e-15);
        Assert.Equal(0.0013498980316300957, distribution.UpperCdf(400), 1e-15);
    }

    private static (IDistribution Distribution, double Mean, double Variance) Zipf(double exponent, int count)
    {
        double total = 0;
        double mean = 0;
        double square = 0;
        for (int rank = count; rank >= 1; rank--)
        {
            double weight = Math.Pow(rank, -exponent);
            total += weight;
            mean += weight * rank;
            square += weight * rank * rank;
        }

        mean /= total;
        return (new ZipfDistribution(exponent, count), mean, (square / total) - (mean * mean));
    }
}
