using SynthData.Numerics;

namespace SynthData.Tests.Numerics;

public class TranscendentalTests
{
    private static readonly StreamKey Stream = StreamKey.For(7, 1, "transcendental", "points");

    [Fact]
    public void Logarithm_is_within_two_places_of_the_platform()
    {
        for (int i = 0; i < 150_000; i++)
        {
            ulong word = Stream.Word(i, 0, 0);
            double anywhere = BitConverter.UInt64BitsToDouble(word >> 1);
            if (double.IsFinite(anywhere))
                AssertClose(Math.Log(anywhere), Transcendental.Log(anywhere), anywhere);
            double near = 0.25 + (3 * StreamKey.ToUniform(word));
            AssertClose(Math.Log(near), Transcendental.Log(near), near);
            double uniform = StreamKey.ToUniform(word);
            AssertClose(Math.Log(uniform), Transcendental.Log(uniform), uniform);
        }
    }

    [Fact]
    public void Exponential_is_within_two_places_of_the_platform()
    {
        for (int i = 0; i < 150_000; i++)
        {
            double wide = (Stream.Uniform(i, 0, 1) * 1456) - 746;
            AssertClose(Math.Exp(wide), Transcendental.Exp(wide), wide);
            double narrow = (Stream.Uniform(i, 0, 2) * 4) - 2;
            AssertClose(Math.Exp(narrow), Transcendental.Exp(narrow), narrow);
        }
    }

    [Fact]
    public void Power_is_within_two_places_of_the_platform()
    {
        for (int i = 0; i < 100_000; i++)
        {
            double x = Transcendental.Exp((Stream.Uniform(i, 0, 3) * 80) - 40);
            double y = (Stream.Uniform(i, 0, 4) * 60) - 30;
            AssertClose(Math.Pow(x, y), Transcendental.Power(x, y), x);
            double nearOne = 1 + ((Stream.Uniform(i, 0, 5) - 0.5) / 1000);
            double large = y * 10_000;
            AssertClose(Math.Pow(nearOne, large), Transcendental.Power(nearOne, large), nearOne);
            double whole = Math.Round(y);
            AssertClose(Math.Pow(x, whole), Transcendental.Power(x, whole), x);
        }
    }

    [Theory]
    [InlineData(10, 2, 100)]
    [InlineData(10, 15, 1e15)]
    [InlineData(10, 22, 1e22)]
    [InlineData(10, -2, 0.01)]
    [InlineData(1.5, 3, 3.375)]
    [InlineData(2, 1000, 1.0715086071862673e301)]
    [InlineData(2, -1074, 4.9406564584124654e-324)]
    [InlineData(-3, 3, -27)]
    [InlineData(-3, 2, 9)]
    [InlineData(9, 0.5, 3)]
    [InlineData(7, 1, 7)]
    public void Power_is_exact_where_the_result_is(double x, double y, double expected) =>
        Assert.Equal(expected, Transcendental.Power(x, y));

    [Fact]
    public void Special_values_are_those_of_the_platform()
    {
        double[] values =
        [
            0, -0.0, 1, -1, 0.5, -0.5, 2, -2, 3, -3, 1e300, -1e300, 1e-300, double.Epsilon, double.MaxValue,
            double.PositiveInfinity, double.NegativeInfinity, double.NaN, 9007199254740993,
        ];
        foreach (double x in values)
        {
            AssertClose(Math.Log(x), Transcendental.Log(x), x);
            AssertClose(Math.Exp(x), Transcendental.Exp(x), x);
            foreach (double y in values)
                AssertClose(Math.Pow(x, y), Transcendental.Power(x, y), x);
        }
    }

    [Fact]
    public void Small_arguments_keep_their_digits()
    {
        Assert.Equal(1e-20, Transcendental.LogOnePlus(1e-20));
        Assert.Equal(1e-20, Transcendental.ExpMinusOne(1e-20));
        for (int i = 1; i < 1000; i++)
        {
            double x = (i - 500) / 1000.0 * 1e-6;
            double log = x * (1 - (x * (0.5 - (x * ((1.0 / 3) - (x / 4))))));
            double power = x * (1 + (x * (0.5 + (x * ((1.0 / 6) + (x / 24))))));
            AssertClose(log, Transcendental.LogOnePlus(x), x, 4);
            AssertClose(power, Transcendental.ExpMinusOne(x), x, 4);
        }

        Assert.Equal(-1, Transcendental.ExpMinusOne(-800));
        Assert.Equal(double.PositiveInfinity, Transcendental.ExpMinusOne(800));
        Assert.Equal(double.NegativeInfinity, Transcendental.LogOnePlus(-1));
        Assert.Equal(double.PositiveInfinity, Transcendental.LogOnePlus(double.PositiveInfinity));
    }

    // The same number on every machine: it changes only with the generator's version.
    [Fact]
    public void Bits_are_the_same_everywhere()
    {
        ulong bits = 0;
        for (int i = 0; i < 20_000; i++)
        {
            double u = Stream.Uniform(i, 0, 6);
            double[] results =
            [
                Transcendental.Log(u), Transcendental.Exp((u * 1400) - 700), Transcendental.Power(u * 9, 3.7 - (8 * u)),
                Transcendental.LogOnePlus(-u), StandardNormal.Quantile(u), StandardNormal.Cdf((u * 20) - 10),
            ];
            foreach (double result in results)
                bits = StreamKey.Mix(bits ^ BitConverter.DoubleToUInt64Bits(result));
        }

        Assert.Equal(14552614196906541698UL, bits);
    }

    private static void AssertClose(double expected, double actual, double at, int places = 2)
    {
        if (BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(actual) || (double.IsNaN(expected) && double.IsNaN(actual)))
            return;
        double place = Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected);
        Assert.True(Math.Abs(expected - actual) <= places * place, $"At {at:R}: {actual:R} instead of {expected:R}.");
    }
}
