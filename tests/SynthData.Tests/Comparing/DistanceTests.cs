using SynthData.Comparing.Distances;

namespace SynthData.Tests.Comparing;

/// <summary>Distances and associations against values worked out by hand.</summary>
public class DistanceTests
{
    [Theory]
    [InlineData(new double[] { 1, 2, 3, 4 }, new double[] { 3, 4, 5, 6 }, 0.5)]
    [InlineData(new double[] { 1, 2 }, new double[] { 5, 6, 7 }, 1)]
    [InlineData(new double[] { 2, 1, 1 }, new double[] { 1, 2, 1 }, 0)]
    [InlineData(new double[] { 1, 1, 1, 2 }, new double[] { 1, 2, 2, 2 }, 0.5)]
    public void Kolmogorov_and_Smirnov_take_the_greatest_step_between_two_functions(double[] first, double[] second, double distance)
    {
        Assert.Equal(distance, KolmogorovSmirnov.Between(first, second), 12);
        Assert.Equal(distance, KolmogorovSmirnov.Between(second, first), 12);
    }

    [Theory]
    [InlineData("aaab", "abcc", 0.5)]
    [InlineData("ab", "ba", 0)]
    [InlineData("aab", "cc", 1)]
    [InlineData("aaaaaaaaab", "aaaaaaaabb", 0.1)]
    public void Total_variation_is_the_part_that_would_have_to_change(string first, string second, double distance) =>
        Assert.Equal(distance, TotalVariation.Between(first.Select(letter => $"{letter}"), second.Select(letter => $"{letter}")), 12);

    [Fact]
    public void Ranks_correlate_by_hand_and_equal_numbers_share_theirs()
    {
        // Deviations of ranks: −2, −1, 0, 1, 2 and −2, −1, ½, 2, ½: 8 / √(10 · 9.5).
        Assert.Equal(8 / Math.Sqrt(95), SpearmanCorrelation.Of([1, 2, 3, 4, 5], [5, 6, 7, 8, 7]), 12);
        Assert.Equal(-1, SpearmanCorrelation.Of([1, 10, 100], [3, 2, 1]), 12);
        Assert.Equal(0, SpearmanCorrelation.Of([1, 2, 3], [7, 7, 7]));
    }

    [Fact]
    public void Cramers_V_is_one_for_bins_that_follow_from_each_other_and_nothing_for_independent_ones()
    {
        Assert.Equal(1, CramersV.Of(new[,] { { 10, 0 }, { 0, 10 } }), 12);
        Assert.Equal(0, CramersV.Of(new[,] { { 10, 20 }, { 20, 40 } }), 12);
        Assert.Equal(0, CramersV.Of(new[,] { { 10, 20 } }), 12);
    }

    [Fact]
    public void Cramers_V_is_corrected_for_what_chance_adds()
    {
        // χ² = 2 · 2.5² / 5.5 + 2 · 2.5² / 4.5; less (1 · 1) / 19; over 2 − 1/19 − 1.
        double phi = (((12.5 / 5.5) + (12.5 / 4.5)) / 20) - (1 / 19.0);
        Assert.Equal(Math.Sqrt(phi / (18 / 19.0)), CramersV.Of(new[,] { { 8, 2 }, { 3, 7 } }), 12);
        Assert.Equal(0, CramersV.Of(new[,] { { 5, 5 }, { 4, 6 } }), 12);
    }

    [Fact]
    public void Bins_without_rows_change_nothing() =>
        Assert.Equal(CramersV.Of(new[,] { { 8, 2 }, { 3, 7 } }), CramersV.Of(new[,] { { 8, 0, 2 }, { 0, 0, 0 }, { 3, 0, 7 } }), 12);
}
