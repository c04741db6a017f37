using SynthData.Numerics;

namespace SynthData.Tests.Numerics;

public class PermutationTests
{
    [Fact]
    public void Every_small_domain_is_mapped_onto_itself_and_back()
    {
        for (int count = 0; count <= 400; count++)
        {
            Permutation permutation = new(Key(count), count);
            bool[] seen = new bool[count];
            for (int index = 0; index < count; index++)
            {
                long image = permutation.Forward(index);
                Assert.False(seen[image]);
                seen[image] = true;
                Assert.Equal(index, permutation.Inverse(image));
            }
        }
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(1_000_003)]
    public void A_larger_domain_is_mapped_onto_itself(int count)
    {
        Permutation permutation = new(Key(count), count);
        bool[] seen = new bool[count];
        for (int index = 0; index < count; index++)
            seen[permutation.Forward(index)] = true;
        Assert.DoesNotContain(false, seen);
    }

    [Theory]
    [InlineData(1L << 40)]
    [InlineData((1L << 40) + 1)]
    [InlineData(3_000_000_000_000_000_000)]
    [InlineData(Permutation.MaxCount)]
    public void A_huge_domain_comes_back(long count)
    {
        Permutation permutation = new(Key(count), count);
        for (int i = 0; i < 20_000; i++)
        {
            long index = i % 2 == 0 ? i : count - 1 - i;
            long image = permutation.Forward(index);
            Assert.InRange(image, 0, count - 1);
            Assert.Equal(index, permutation.Inverse(image));
        }
    }

    [Fact]
    public void Every_order_of_up_to_four_elements_is_as_likely()
    {
        int[] orders = [1, 1, 2, 6, 24];
        for (int count = 1; count <= 4; count++)
        {
            const int draws = 24_000;
            Dictionary<long, int> seen = [];
            for (int draw = 0; draw < draws; draw++)
            {
                Permutation permutation = new(Key(draw), count);
                long order = 0;
                for (int index = 0; index < count; index++)
                    order = (order * 10) + permutation.Forward(index);
                seen[order] = seen.GetValueOrDefault(order) + 1;
            }

            Assert.Equal(orders[count], seen.Count);
            double expected = (double)draws / orders[count];
            Assert.All(seen.Values, times => Assert.InRange(times, expected - (5 * Math.Sqrt(expected)) - 1, expected + (5 * Math.Sqrt(expected)) + 1));
        }
    }

    // Over keys: each index falls evenly, and two neighbours fall independently.
    [Theory]
    [InlineData(16)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(300)]
    [InlineData(1_000)]
    [InlineData(4_096)]
    public void Images_are_even_and_neighbours_independent(int count)
    {
        const int draws = 20_000;
        const int cells = 8;
        int[] pairs = new int[cells * cells];
        int[] rises = new int[2];
        for (int draw = 0; draw < draws; draw++)
        {
            Permutation permutation = new(Key(draw), count);
            long first = permutation.Forward(draw % (count - 1));
            long second = permutation.Forward((draw % (count - 1)) + 1);
            pairs[(first * cells / count * cells) + (second * cells / count)]++;
            rises[first < second ? 1 : 0]++;
        }

        // Two distinct images: a pair of cells is as likely as its pairs of distinct places.
        double chiSquare = 0;
        for (int a = 0; a < cells; a++)
        {
            for (int b = 0; b < cells; b++)
            {
                double places = (double)Places(a, count) * (Places(b, count) - (a == b ? 1 : 0));
                double expected = draws * places / ((double)count * (count - 1));
                chiSquare += Math.Pow(pairs[(a * cells) + b] - expected, 2) / expected;
            }
        }

        double freedom = (cells * cells) - 1;
        Assert.InRange(chiSquare, freedom - (5 * Math.Sqrt(2 * freedom)), freedom + (5 * Math.Sqrt(2 * freedom)));
        Assert.InRange(rises[1], (draws / 2) - (2.5 * Math.Sqrt(draws)), (draws / 2) + (2.5 * Math.Sqrt(draws)));

        static int Places(int cell, int count) => Enumerable.Range(0, count).Count(image => image * cells / count == cell);
    }

    [Fact]
    public void One_bit_of_the_index_moves_half_of_the_bits()
    {
        Permutation permutation = new(Key(5), 1L << 32);
        long moved = 0;
        for (int i = 0; i < 32_000; i++)
        {
            long index = (i * 2_654_435_761L) & 0xFFFFFFFF;
            moved += long.PopCount(permutation.Forward(index) ^ permutation.Forward(index ^ (1L << (i % 32))));
        }

        Assert.InRange(moved / 32_000.0, 15.9, 16.1);
    }

    [Fact]
    public void Indexes_outside_are_refused()
    {
        Permutation permutation = new(Key(1), 10);
        Assert.Throws<ArgumentOutOfRangeException>(() => permutation.Forward(10));
        Assert.Throws<ArgumentOutOfRangeException>(() => permutation.Inverse(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Permutation(Key(1), Permutation.MaxCount + 1));
    }

    private static StreamKey Key(long number) => StreamKey.For((ulong)number, 1, "permutation", "key");
}
