using SynthData.Numerics;

namespace SynthData.Tests.Numerics;

public class RankPermutationTests
{
    public static TheoryData<string> Capacities =>
        ["1", "7", "1000", "4611686018427387904", "4611686018427387905", "9223372036854775807", "1208925819614629174706176", "340282366920938463463374607431768211455"];

    [Theory]
    [MemberData(nameof(Capacities))]
    public void Rows_have_ranks_of_their_own_all_over_the_capacity(string text)
    {
        UInt128 capacity = UInt128.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        RankPermutation ranks = new(StreamKey.For(3, 1, "ranks", text), capacity);
        int rows = (int)Math.Min(100_000, ranks.Count);
        HashSet<UInt128> seen = [];
        double sum = 0;
        for (int row = 0; row < rows; row++)
        {
            UInt128 rank = ranks.Forward(row);
            Assert.True(rank < capacity);
            Assert.True(seen.Add(rank));
            sum += (double)rank / (double)capacity;
        }

        double middle = ((double)capacity - 1) / 2 / (double)capacity;
        Assert.InRange(sum / rows, middle - (rows < 100_000 ? 1e-9 : 0.005), middle + (rows < 100_000 ? 1e-9 : 0.005));
    }

    [Fact]
    public void The_upper_half_of_a_product_is_exact()
    {
        StreamKey key = StreamKey.For(1, 1, "wide", "product");
        for (int i = 0; i < 10_000; i++)
        {
            UInt128 a = new(key.Word(i, 0, 0), key.Word(i, 0, 1));
            UInt128 b = new(key.Word(i, 0, 2), key.Word(i, 0, 3));
            Assert.Equal((UInt128)(((System.Numerics.BigInteger)a * b) >> 128), Wide.High(a, b));
        }

        Assert.Equal(UInt128.MaxValue - 1, Wide.High(UInt128.MaxValue, UInt128.MaxValue));
    }
}
