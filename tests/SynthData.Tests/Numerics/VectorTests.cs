using System.Globalization;
using System.Text;
using SynthData.Numerics;

namespace SynthData.Tests.Numerics;

/// <summary>What is computed for many cells at once is what is computed for each.</summary>
public class VectorTests
{
    private const int Rows = 1003;

    private static readonly StreamKey Key = StreamKey.For(7, 1, "vectors", "all");

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 2)]
    public void Words_of_many_rows_are_those_of_each(byte draw, uint word)
    {
        long[] rows = [.. Enumerable.Range(0, Rows).Select(row => (long)Key.Word(row, 0, 9) >> 12)];
        byte[] draws = new byte[Rows];
        draws.AsSpan().Fill(draw);
        var words = new ulong[Rows];
        StreamWords.Fill(Key, rows, draws, word, words);
        Assert.Equal(rows.Select(row => Key.Word(row, draw, word)), words);

        draws[500] = 7;
        StreamWords.Fill(Key, rows, draws, word, words);
        Assert.Equal(rows.Select((row, index) => Key.Word(row, draws[index], word)), words);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(1_000)]
    [InlineData(1_048_577)]
    [InlineData(1L << 50)]
    public void Places_of_many_indices_are_those_of_each(long count)
    {
        var permutation = new Permutation(Key, count);
        long[] indices = [.. Enumerable.Range(0, 299).Select(index => index * (count / 300))];
        var places = new long[indices.Length];
        permutation.Forward(indices, places);
        Assert.Equal(indices.Select(permutation.Forward), places);
        Assert.Throws<ArgumentOutOfRangeException>(() => permutation.Forward([.. indices, count, 0, 0, 0, 0, 0], new long[indices.Length + 6]));
    }

    [Fact]
    public void Sums_of_cells_are_the_sums_of_each()
    {
        ulong[] rows = [.. Enumerable.Range(0, Rows).Select(row => Hash128.Row(row))];
        ulong[] lows = [.. Enumerable.Range(0, Rows).Select(row => Key.Word(row, 0, 0))];
        ulong[] highs = [.. Enumerable.Range(0, Rows).Select(row => Key.Word(row, 0, 1))];
        Hash128 key = Hash128.Key("name", "string");
        UInt128 sum = 0;
        for (int row = 0; row < Rows; row++)
            sum = unchecked(sum + Hash128.Cell(rows[row], key, new Hash128(lows[row], highs[row])).ToUInt128());
        Assert.Equal(sum, CellSums.Of(rows, key, lows, highs));
    }

    [Theory]
    [InlineData("normal", -1e300, 1e300)]
    [InlineData("normal", 2.5, 2.75)]
    [InlineData("lognormal", 0, 1e300)]
    [InlineData("lognormal", 1, 9)]
    [InlineData("wide lognormal", 0, double.PositiveInfinity)]
    [InlineData("uniform", -3, 8)]
    public void Draws_of_many_words_are_those_of_each_to_the_last_bit(string name, double low, double high)
    {
        IDistribution distribution = name switch
        {
            "normal" => new NormalDistribution(1, 2),
            "lognormal" => new LognormalDistribution(3, 0.7),
            "wide lognormal" => new LognormalDistribution(3, 400),
            _ => new UniformDistribution(low, high),
        };
        var truncated = new TruncatedDistribution(distribution, low, high);
        ulong[] words = [.. Enumerable.Range(0, 100_003).Select(row => Key.Word(row, 0, 0)), 0, ulong.MaxValue];
        var values = new double[words.Length];
        truncated.Sample(words, values);
        for (int row = 0; row < words.Length; row++)
            Assert.Equal(BitConverter.DoubleToInt64Bits(truncated.Sample(StreamKey.ToUniform(words[row]))), BitConverter.DoubleToInt64Bits(values[row]));
    }

    [Fact]
    public void Padded_numbers_have_their_last_digits()
    {
        byte[] bytes = new byte[AsciiDigits.MaxLength];
        for (int count = 1; count <= 20; count++)
        {
            for (int row = 0; row < 1_000; row++)
            {
                ulong number = Key.Word(row, 0, (uint)count) >> (row % 64);
                AsciiDigits.WritePadded(number, count, bytes);
                string digits = number.ToString("D20", CultureInfo.InvariantCulture)[(20 - count)..];
                Assert.Equal(digits, Encoding.UTF8.GetString(bytes, 0, count));
            }
        }
    }
}
