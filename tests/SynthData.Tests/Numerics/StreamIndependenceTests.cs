using SynthData.Numerics;

namespace SynthData.Tests.Numerics;

/// <summary>Streams whose addresses differ in little do not resemble each other: rows, columns, tables, draws, words, seeds.</summary>
/// <remarks>
/// Fixed keys, so a test passes always or never. Every bound is five standard deviations (one in 1.7 million);
/// no test takes more than some thousand of them.
/// </remarks>
public class StreamIndependenceTests
{
    private const int Rows = 1 << 16;
    private const double Bound = 5;

    private static readonly Dictionary<string, Func<int, int, ulong>> Neighbours = new()
    {
        ["columns"] = (one, row) => StreamKey.For(1, 1, "orders", $"c{one}").Word(row, 0, 0),
        ["columns that differ by a letter more"] = (one, row) => StreamKey.For(1, 1, "orders", new string('a', one + 1)).Word(row, 0, 0),
        ["tables"] = (one, row) => StreamKey.For(1, 1, $"t{one}", "id").Word(row, 0, 0),
        ["a name on either side of the dot"] = (one, row) => StreamKey.For(1, 1, new string('x', one), new string('x', 31 - one)).Word(row, 0, 0),
        ["streams inside a stream"] = (one, row) => StreamKey.For(1, 1, "orders", "name").Derive($"{one}").Word(row, 0, 0),
        ["draws"] = (one, row) => StreamKey.For(1, 1, "orders", "id").Word(row, (byte)one, 0),
        ["words"] = (one, row) => StreamKey.For(1, 1, "orders", "id").Word(row, 0, (uint)one),
        ["seeds"] = (one, row) => StreamKey.For((ulong)one, 1, "orders", "id").Word(row, 0, 0),
        ["seeds of one bit"] = (one, row) => StreamKey.For(1UL << one, 1, "orders", "id").Word(row, 0, 0),
        ["generators"] = (one, row) => StreamKey.For(1, one, "orders", "id").Word(row, 0, 0),
        ["rows far away"] = (one, row) => StreamKey.For(1, 1, "orders", "id").Word(row + ((long)one << 33), 0, 0),
        ["parts of a table"] = (one, row) => StreamKey.For(1, 1, "orders", "id").Word(row + ((long)one * Rows), 0, 0),
    };

    public static TheoryData<string> Kinds => [.. Neighbours.Keys];

    /// <summary>Each kind with the four upper bits, which choose categories and make numbers, and with the four lowest.</summary>
    public static TheoryData<string, int> Bits
    {
        get
        {
            var bits = new TheoryData<string, int>();
            foreach (string kind in Neighbours.Keys)
            {
                bits.Add(kind, 60);
                bits.Add(kind, 0);
            }

            return bits;
        }
    }

    [Theory]
    [MemberData(nameof(Bits))]
    public void Neighbouring_streams_fall_evenly_into_every_pair_of_cells(string kind, int shift)
    {
        const int streams = 32;
        byte[][] words = [.. Enumerable.Range(0, streams).Select(one => Nibbles(Neighbours[kind], one, shift))];
        int[] cells = new int[256];
        for (int one = 0; one < streams; one++)
        {
            for (int other = one; other < streams; other++)
            {
                foreach (int lag in other == one ? (ReadOnlySpan<int>)[1, 2, 3, 8] : [0, 1])
                {
                    Array.Clear(cells);
                    for (int row = 0; row < Rows; row++)
                        cells[(words[one][row] << 4) | words[other][(row + lag) & (Rows - 1)]]++;
                    double deviate = ChiSquare.Deviate(cells, Rows / 256.0);
                    Assert.True(Math.Abs(deviate) < Bound, $"{kind} {one} and {other}, lag {lag}: {deviate:f1} standard deviations.");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_bit_of_neighbouring_streams_differs_half_of_the_time(string kind)
    {
        for (int one = 0; one < 31; one++)
        {
            int[] differs = new int[64];
            for (int row = 0; row < 1 << 14; row++)
            {
                ulong bits = Neighbours[kind](one, row) ^ Neighbours[kind](one + 1, row);
                for (int bit = 0; bit < 64; bit++)
                    differs[bit] += (int)(bits >> bit) & 1;
            }

            for (int bit = 0; bit < 64; bit++)
                Assert.True(Math.Abs(differs[bit] - 8192) < Bound * 64, $"{kind} {one} and {one + 1}: bit {bit} differs in {differs[bit]} of 16384.");
        }
    }

    [Fact]
    public void Numbers_of_a_stream_are_uniform_and_serially_uncorrelated()
    {
        foreach (string name in (string[])["a", "b", "id", "ordered_at", "customer"])
        {
            StreamKey stream = StreamKey.For(42, 1, "orders", name);
            double[] numbers = [.. Enumerable.Range(0, Rows).Select(row => stream.Uniform(row, 0, 0))];
            int[] cells = new int[1024];
            foreach (double number in numbers)
                cells[(int)(number * 1024)]++;
            Assert.InRange(ChiSquare.Deviate(cells, Rows / 1024.0), -Bound, Bound);
            for (int lag = 1; lag <= 256; lag++)
            {
                double sum = 0;
                for (int row = 0; row < Rows - lag; row++)
                    sum += (numbers[row] - 0.5) * (numbers[row + lag] - 0.5);
                double correlation = 12 * sum / (Rows - lag);
                Assert.True(Math.Abs(correlation) * Math.Sqrt(Rows) < Bound, $"'{name}', lag {lag}: correlation {correlation:e2}.");
            }
        }
    }

    private static byte[] Nibbles(Func<int, int, ulong> word, int one, int shift)
    {
        byte[] nibbles = new byte[Rows];
        for (int row = 0; row < Rows; row++)
            nibbles[row] = (byte)((word(one, row) >> shift) & 15);
        return nibbles;
    }
}
