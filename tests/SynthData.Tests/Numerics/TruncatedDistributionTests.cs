using SynthData.Numerics;

namespace SynthData.Tests.Numerics;

public class TruncatedDistributionTests
{
    private static readonly StreamKey Stream = StreamKey.For(12, 1, "truncated", "draws");

    // The mean of what is left is (φ(6) − φ(7)) / (Φ(−6) − Φ(−7)).
    [Theory]
    [InlineData(6, 7)]
    [InlineData(-7, -6)]
    public void The_normal_between_six_and_seven_sigma_keeps_its_shape(double low, double high)
    {
        const int draws = 200_000;
        TruncatedDistribution truncated = new(new NormalDistribution(0, 1), low, high);
        HashSet<double> distinct = [];
        double sum = 0;
        for (int i = 0; i < draws; i++)
        {
            double x = truncated.Sample(Stream.Uniform(i, 0, 0));
            Assert.InRange(x, low, high);
            distinct.Add(x);
            sum += Math.Abs(x);
        }

        Assert.InRange(distinct.Count, draws - 5, draws);
        Assert.Equal(6.157210903378280, sum / draws, 0.002);
        Assert.Equal(1, truncated.ShareCut, 1e-8);
        Assert.True(truncated.ShareCut < 1);
    }

    [Theory]
    [InlineData(30, 31)]
    [InlineData(-31, -30)]
    [InlineData(5, double.PositiveInfinity)]
    [InlineData(-3, 9)]
    [InlineData(double.NegativeInfinity, double.PositiveInfinity)]
    public void Draws_rise_with_the_uniform_number(double low, double high)
    {
        TruncatedDistribution truncated = new(new NormalDistribution(0, 1), low, high);
        double before = low;
        for (int i = 1; i < 100_000; i++)
        {
            double x = truncated.Sample(i / 100_000.0);
            Assert.True(x >= before, $"{x:R} after {before:R}");
            before = x;
        }

        Assert.InRange(before, low, high);
        Assert.InRange(truncated.Sample(Math.ScaleB(1, -53)), low, truncated.Sample(0.001));
        Assert.InRange(truncated.Sample(1 - Math.ScaleB(1, -53)), truncated.Sample(0.999), high);
    }

    [Fact]
    public void Counts_far_out_keep_their_shares()
    {
        TruncatedDistribution truncated = new(new PoissonDistribution(2.4), 19.5, 22.7);
        Assert.Equal((20, 22), (truncated.Low, truncated.High));
        int[] seen = new int[3];
        for (int i = 0; i < 100_000; i++)
            seen[(int)truncated.Sample(Stream.Uniform(i, 0, 1)) - 20]++;

        double first = 1;
        double second = 2.4 / 21;
        double third = second * 2.4 / 22;
        double sum = first + second + third;
        double[] shares = [first / sum, second / sum, third / sum];
        for (int i = 0; i < 3; i++)
        {
            double spread = 5 * Math.Sqrt(100_000 * shares[i] * (1 - shares[i]));
            Assert.InRange(seen[i], (100_000 * shares[i]) - spread, (100_000 * shares[i]) + spread);
        }
    }

    [Fact]
    public void The_share_cut_is_told()
    {
        NormalDistribution normal = new(0, 1);
        Assert.Equal(0.0026997960632601913, new TruncatedDistribution(normal, -3, 3).ShareCut, 1e-15);
        Assert.Equal(1.066763737547486e-18, new TruncatedDistribution(normal, double.NegativeInfinity, 8.75).ShareCut, 1e-32);
        Assert.Equal(0, new TruncatedDistribution(new UniformDistribution(2, 5), 2, 5).ShareCut);
        Assert.Equal(1, new TruncatedDistribution(normal, 50, 60).ShareCut);
        Assert.Equal(1, new TruncatedDistribution(new PoissonDistribution(3), 0.2, 0.8).ShareCut);
        Assert.Equal(0.75, new TruncatedDistribution(new UniformDistribution(0, 8), 6, 20).ShareCut);
    }

    [Fact]
    public void A_point_gives_the_point_and_ends_out_of_order_are_refused()
    {
        Assert.Equal(5, new TruncatedDistribution(new NormalDistribution(0, 1), 5, 5).Sample(0.3));
        Assert.Equal(50, new TruncatedDistribution(new NormalDistribution(0, 1), 50, 60).Sample(0.3));
        Assert.Equal(3, new TruncatedDistribution(new PoissonDistribution(2), 3, 3).Sample(0.3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TruncatedDistribution(new NormalDistribution(0, 1), 2, 1));
    }
}
