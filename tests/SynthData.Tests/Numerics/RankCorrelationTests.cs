using SynthData.Numerics;

namespace SynthData.Tests.Numerics;

public class RankCorrelationTests
{
    [Fact]
    public void Ranks_correlate_as_the_sine_says()
    {
        for (int percent = -100; percent <= 100; percent++)
            Assert.Equal(2 * Math.Sin(Math.PI * percent / 600), RankCorrelation.ToGaussian(percent / 100.0), 4e-16);
    }

    [Fact]
    public void A_factor_gives_its_matrix_back()
    {
        double[,] matrix = { { 1, 0.5, -0.2 }, { 0.5, 1, 0.3 }, { -0.2, 0.3, 1 } };
        double[,] factor = RankCorrelation.Factor(matrix)!;
        for (int row = 0; row < 3; row++)
        {
            for (int column = 0; column < 3; column++)
                Assert.Equal(matrix[row, column], Enumerable.Range(0, 3).Sum(k => factor[row, k] * factor[column, k]), 1e-15);
        }
    }

    [Fact]
    public void Pairs_that_are_not_given_follow_from_the_others()
    {
        const double open = double.NaN;
        double[,] all = RankCorrelation.Complete(new double[,] { { 1, 0.5, open, open }, { 0.5, 1, 0.4, open }, { open, 0.4, 1, open }, { open, open, open, 1 } }, out int failed);
        Assert.Equal(4, failed);
        Assert.Equal(0.2, all[0, 2], 1e-15);
        Assert.Equal(0, all[0, 3]);
        RankCorrelation.Complete(new double[,] { { 1, 0.9, 0 }, { 0.9, 1, 0.9 }, { 0, 0.9, 1 } }, out failed);
        Assert.Equal(2, failed);
    }

    [Fact]
    public void What_follows_from_others_entirely_is_possible_and_what_contradicts_them_is_not()
    {
        Assert.NotNull(RankCorrelation.Factor(new double[,] { { 1, -1 }, { -1, 1 } }));
        Assert.NotNull(RankCorrelation.Factor(new double[,] { { 1, 1, 0.3 }, { 1, 1, 0.3 }, { 0.3, 0.3, 1 } }));
        Assert.Null(RankCorrelation.Factor(new double[,] { { 1, 1, 0.3 }, { 1, 1, 0.4 }, { 0.3, 0.4, 1 } }));
        Assert.Null(RankCorrelation.Factor(new double[,] { { 1, 0.9, 0 }, { 0.9, 1, 0.9 }, { 0, 0.9, 1 } }));
    }
}
