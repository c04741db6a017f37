using SynthData.Numerics;

namespace SynthData.Tests.Numerics;

public class StreamKeyTests
{
    [Theory]
    [InlineData(0UL)]
    [InlineData(1UL << 63)]
    [InlineData(ulong.MaxValue)]
    [InlineData(ulong.MaxValue - 4096)]
    public void A_uniform_number_is_never_0_or_1_and_neither_is_its_complement(ulong word)
    {
        double u = StreamKey.ToUniform(word);
        Assert.InRange(u, double.Epsilon, Math.BitDecrement(1));
        Assert.InRange(1 - u, double.Epsilon, Math.BitDecrement(1));
        Assert.Equal(u, 1 - (1 - u));
    }

    [Fact]
    public void Names_do_not_run_together()
    {
        Assert.NotEqual(StreamKey.For(1, 1, "ab", "c"), StreamKey.For(1, 1, "a", "bc"));
        Assert.NotEqual(StreamKey.For(1, 1, "a", "b"), StreamKey.For(1, 2, "a", "b"));
        Assert.Equal(StreamKey.For(1, 1, "a", "b").Derive("c"), StreamKey.For(1, 1, "a", "b").Derive("c"));
    }

    [Fact]
    public void Words_of_neighbouring_rows_are_independent()
    {
        StreamKey stream = StreamKey.For(1, 1, "t", "c");
        double sum = 0;
        for (int row = 0; row < 1_000_000; row++)
            sum += (stream.Uniform(row, 0, 0) - 0.5) * (stream.Uniform(row + 1, 0, 0) - 0.5);
        Assert.InRange(sum / 1_000_000, -5 / 12.0 / 1000, 5 / 12.0 / 1000);
    }
}
