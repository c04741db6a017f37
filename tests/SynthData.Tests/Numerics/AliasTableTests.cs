using SynthData.Numerics;

namespace SynthData.Tests.Numerics;

public class AliasTableTests
{
    private static readonly StreamKey Stream = StreamKey.For(5, 1, "alias", "draws");

    public static TheoryData<decimal[]> Weights => new()
    {
        new[] { 1m },
        new[] { 80m, 15m, 5m },
        new[] { 0m, 0.25m, 0m, 0.75m, 0m },
        new[] { 1m, 1m, 1m, 1m, 1m, 1m, 1m },
        new[] { 0.0000000000000000000000000001m, 1m, 79228162514264337593543950335m, 79228162514264337593543950335m },
        new[] { 1000000m, 1m, 0m, 3m },
    };

    [Theory]
    [MemberData(nameof(Weights))]
    public void Shares_follow_the_weights_and_zero_is_never_drawn(decimal[] weights)
    {
        const int draws = 1_000_000;
        AliasTable table = new(weights);
        int[] seen = new int[weights.Length];
        for (int i = 0; i < draws; i++)
            seen[table.Sample(Stream.Word(i, 0, 0))]++;

        double sum = weights.Sum(weight => (double)weight);
        for (int i = 0; i < weights.Length; i++)
        {
            double share = (double)weights[i] / sum;
            double spread = (5 * Math.Sqrt(draws * share * (1 - share))) + (share > 0 ? 1 : 0);
            Assert.InRange(seen[i], (draws * share) - spread, (draws * share) + spread);
        }
    }

    [Fact]
    public void A_thousand_weights_pass_a_chi_square_test()
    {
        const int draws = 2_000_000;
        decimal[] weights = [.. Enumerable.Range(0, 1000).Select(i => i % 10 == 0 ? 0m : (i % 37) + 1m)];
        AliasTable table = new(weights);
        int[] seen = new int[weights.Length];
        for (int i = 0; i < draws; i++)
            seen[table.Sample(Stream.Word(i, 1, 0))]++;

        double chiSquare = 0;
        int freedom = -1;
        for (int i = 0; i < weights.Length; i++)
        {
            double expected = draws * (double)(weights[i] / weights.Sum());
            if (expected == 0)
                Assert.Equal(0, seen[i]);
            else
                (chiSquare, freedom) = (chiSquare + (Math.Pow(seen[i] - expected, 2) / expected), freedom + 1);
        }

        Assert.InRange(chiSquare, freedom - (5 * Math.Sqrt(2 * freedom)), freedom + (5 * Math.Sqrt(2 * freedom)));
    }

    [Fact]
    public void The_extreme_words_draw_weights_above_zero()
    {
        AliasTable table = new([0m, 3m, 0m, 1m, 0m]);
        Assert.Contains(table.Sample(0), new[] { 1, 3 });
        Assert.Contains(table.Sample(ulong.MaxValue), new[] { 1, 3 });
    }

    [Fact]
    public void Weights_without_a_share_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new AliasTable([0m, 0m]));
        Assert.Throws<ArgumentException>(() => new AliasTable([]));
        Assert.Throws<ArgumentException>(() => new AliasTable([1m, -1m]));
    }
}
