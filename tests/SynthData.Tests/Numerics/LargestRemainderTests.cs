using SynthData.Numerics;

namespace SynthData.Tests.Numerics;

public class LargestRemainderTests
{
    [Fact]
    public void Parts_sum_to_the_whole_and_ties_go_to_the_earlier()
    {
        Assert.Equal([4L, 3, 3], LargestRemainder.Split([1m, 1m, 1m], 10));
        Assert.Equal([4L, 4, 3], LargestRemainder.Split([1m, 1m, 1m], 11));
        Assert.Equal([80L, 15, 5], LargestRemainder.Split([80m, 15m, 5m], 100));
        Assert.Equal([6L, 1, 0], LargestRemainder.Split([80m, 15m, 5m], 7));
        Assert.Equal([0L, 1, 0], LargestRemainder.Split([0m, 0.5m, 0.5m], 1));
        Assert.Equal([0L, 0], LargestRemainder.Split([0.1m, 0.9m], 0));
    }

    [Fact]
    public void Any_split_is_within_one_of_its_quota()
    {
        StreamKey stream = StreamKey.For(9, 1, "remainder", "weights");
        for (int run = 0; run < 2_000; run++)
        {
            decimal[] weights = [.. Enumerable.Range(0, 1 + (run % 40)).Select(i => stream.Below(10_000, run, 0, (uint)i) / 100m), 0.01m];
            long total = (long)stream.Below(100_000, run, 1, 0);
            long[] parts = LargestRemainder.Split(weights, total);
            Assert.Equal(total, parts.Sum());
            decimal sum = weights.Sum();
            for (int i = 0; i < weights.Length; i++)
                Assert.InRange(parts[i] - (total * weights[i] / sum), -1m, 1m);
        }
    }

    [Fact]
    public void Extreme_weights_and_totals_are_exact()
    {
        decimal[] weights = [decimal.MaxValue, 0.0000000000000000000000000001m, decimal.MaxValue];
        long[] parts = LargestRemainder.Split(weights, long.MaxValue);
        Assert.Equal([(long.MaxValue / 2) + 1, 0, long.MaxValue / 2], parts);
        Assert.Throws<ArgumentOutOfRangeException>(() => LargestRemainder.Split([1m], -1));
    }
}
