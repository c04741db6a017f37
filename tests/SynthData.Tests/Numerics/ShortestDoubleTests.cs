using System.Globalization;
using System.Text;
using SynthData.Numerics;

namespace SynthData.Tests.Numerics;

public class ShortestDoubleTests
{
    [Fact]
    public void Any_bits_are_spelled_as_the_library_spells_them()
    {
        var key = StreamKey.For(7, 1, "doubles", "bits");
        for (int row = 0; row < 300_000; row++)
            Compare(BitConverter.UInt64BitsToDouble(key.Word(row, 0, 0)));
    }

    [Fact]
    public void Numbers_without_exponent_are_spelled_as_the_library_spells_them()
    {
        var key = StreamKey.For(7, 1, "doubles", "plain");
        for (int row = 0; row < 300_000; row++)
        {
            double uniform = key.Uniform(row, 0, 0);
            Compare(uniform);
            Compare(-uniform * 1e5);

            // Every exponent from 2^-14 to 2^50.
            ulong exponent = 1023 - 14 + key.Below(64, row, 0, 1);
            Compare(BitConverter.UInt64BitsToDouble((exponent << 52) | (key.Word(row, 0, 2) >> 12)));
        }
    }

    [Fact]
    public void Short_decimals_whole_numbers_and_their_neighbours_are_spelled_as_the_library_spells_them()
    {
        for (int whole = -20_000; whole <= 20_000; whole++)
        {
            foreach (double value in (double[])[whole, whole / 10.0, whole / 1000.0, whole / 100_000.0, whole * 1e10, whole / 3.0])
            {
                Compare(value);
                Compare(Math.BitIncrement(value));
                Compare(Math.BitDecrement(value));
            }
        }
    }

    [Fact]
    public void Powers_of_two_and_ten_are_spelled_as_the_library_spells_them()
    {
        for (int power = -1074; power <= 1023; power++)
            Compare(Math.ScaleB(1, power));
        for (int power = -323; power <= 308; power++)
        {
            double ten = double.Parse($"1E{power}", CultureInfo.InvariantCulture);
            Compare(ten);
            Compare(Math.BitIncrement(ten));
            Compare(Math.BitDecrement(ten));
        }

        Compare(0);
        Compare(-0.0);
    }

    private static void Compare(double value)
    {
        if (!double.IsFinite(value))
            return;
        Span<byte> target = stackalloc byte[ShortestDouble.MaxLength];
        string written = Encoding.UTF8.GetString(target[..ShortestDouble.Write(value, target)]);
        if (written != value.ToString("R", CultureInfo.InvariantCulture))
            Assert.Fail($"{value:R} was written as {written}.");
    }
}
