using System.Numerics;
using SynthData.Numerics;

namespace SynthData.Tests.Numerics;

public class RoundingTests
{
    [Theory]
    [InlineData(1234, 1, 123)]
    [InlineData(1235, 1, 124)]
    [InlineData(-1235, 1, -124)]
    [InlineData(-1234, 1, -123)]
    [InlineData(49, 2, 0)]
    [InlineData(50, 2, 1)]
    [InlineData(-50, 2, -1)]
    [InlineData(long.MaxValue, 0, long.MaxValue)]
    [InlineData(long.MaxValue, 18, 9)]
    [InlineData(long.MaxValue, 40, 0)]
    public void Dropped_places_round_half_away_from_zero(long value, int places, long expected) =>
        Assert.Equal((Int128)expected, Rounding.HalfAway(value, places));

    [Fact]
    public void Division_agrees_with_exact_arithmetic()
    {
        StreamKey stream = StreamKey.For(2, 1, "rounding", "division");
        for (int i = 0; i < 50_000; i++)
        {
            Int128 value = (Int128)new UInt128(stream.Word(i, 0, 0), stream.Word(i, 0, 1)) >> (int)stream.Below(120, i, 0, 2);
            Int128 divisor = ((Int128)new UInt128(stream.Word(i, 0, 3) >> 1, stream.Word(i, 0, 4)) >> (int)stream.Below(120, i, 0, 5)) + 1;
            BigInteger doubled = (2 * BigInteger.Abs(value)) + divisor;
            BigInteger expected = doubled / (2 * (BigInteger)divisor) * (value < 0 ? -1 : 1);
            Assert.Equal(expected, (BigInteger)Rounding.DivideHalfAway(value, divisor));
        }

        Assert.Equal(Int128.MinValue, Rounding.DivideHalfAway(Int128.MinValue, 1));
        Assert.Equal(-1, Rounding.DivideHalfAway(Int128.MinValue, Int128.MaxValue));
        Assert.Equal(long.MinValue, Rounding.DivideHalfAway(long.MinValue, 1L));
    }

    [Fact]
    public void A_change_of_scale_says_when_it_does_not_fit()
    {
        Assert.True(Rounding.TryRescale(12345, 2, 4, out Int128 wider));
        Assert.Equal(1234500, wider);
        Assert.True(Rounding.TryRescale(12345, 3, 1, out Int128 narrower));
        Assert.Equal(123, narrower);
        Assert.True(Rounding.TryRescale(-17, 0, 37, out Int128 greatest));
        Assert.Equal(-17 * Rounding.PowerOfTen(37), greatest);
        Assert.False(Rounding.TryRescale(-18, 0, 37, out _));
        Assert.True(Rounding.TryRescale(0, 0, 50, out _));
        Assert.False(Rounding.TryRescale(1, 0, 39, out _));
    }

    [Theory]
    [InlineData(2.5, 0, 3)]
    [InlineData(-2.5, 0, -3)]
    [InlineData(0.125, 2, 13)]
    [InlineData(2.675, 2, 267)]
    [InlineData(0.145, 2, 14)]
    [InlineData(1.115, 2, 111)]
    [InlineData(8.345, 2, 835)]
    [InlineData(0.49999999999999994, 0, 0)]
    [InlineData(4503599627370497.5, 0, 4503599627370498)]
    [InlineData(9007199254740993, 2, 900719925474099200)]
    [InlineData(-0.0, 5, 0)]
    [InlineData(double.Epsilon, 18, 0)]
    [InlineData(5e-19, 18, 1)]
    [InlineData(4.9e-19, 18, 0)]
    [InlineData(9.223372036854774e18, 0, 9223372036854773760)]
    public void A_double_rounds_by_its_own_value(double value, int scale, long expected)
    {
        Assert.True(Rounding.TryToScaled(value, scale, out long scaled));
        Assert.Equal(expected, scaled);
        Assert.True(Rounding.TryToScaled(-value, scale, out long negative));
        Assert.Equal(-expected, negative);
    }

    [Theory]
    [InlineData(9.3e18, 0)]
    [InlineData(9.223372036854775808e18, 0)]
    [InlineData(10, 18)]
    [InlineData(1e300, 0)]
    [InlineData(double.MaxValue, 18)]
    [InlineData(double.NaN, 0)]
    [InlineData(double.PositiveInfinity, 2)]
    public void What_does_not_fit_is_said(double value, int scale)
    {
        Assert.False(Rounding.TryToScaled(value, scale, out _));
        Assert.False(Rounding.TryToScaled(-value, scale, out _));
    }

    [Fact]
    public void Random_doubles_agree_with_exact_arithmetic()
    {
        StreamKey stream = StreamKey.For(2, 1, "rounding", "doubles");
        for (int i = 0; i < 100_000; i++)
        {
            int scale = (int)stream.Below(19, i, 0, 0);
            double value = (stream.Uniform(i, 0, 1) - 0.5) * Math.Pow(2, stream.Below(70, i, 0, 2)) / Math.Pow(10, scale / 2);
            BigInteger shifted = new BigInteger(Math.ScaleB(value, 150 - Math.ILogB(value))) * BigInteger.Pow(10, scale);
            BigInteger unit = BigInteger.One << Math.Max(0, 150 - Math.ILogB(value));
            BigInteger expected = ((2 * BigInteger.Abs(shifted)) + unit) / (2 * unit) * shifted.Sign;
            bool fits = BigInteger.Abs(expected) <= long.MaxValue;
            Assert.Equal(fits, Rounding.TryToScaled(value, scale, out long scaled));
            if (fits)
                Assert.Equal(expected, scaled);
        }
    }
}
