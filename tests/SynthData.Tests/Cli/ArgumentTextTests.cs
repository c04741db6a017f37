using SynthData.Cli.Arguments;

namespace SynthData.Tests.Cli;

public class ArgumentTextTests
{
    [Theory]
    [InlineData("5", 5L)]
    [InlineData("1_000_000", 1_000_000L)]
    [InlineData("0", 0L)]
    [InlineData("-1", null)]
    [InlineData("1,000", null)]
    [InlineData("_1", null)]
    [InlineData("1e3", null)]
    [InlineData("99999999999999999999", null)]
    public void Counts_are_plain_whole_numbers(string text, long? count) => Assert.Equal(count, ArgumentText.Count(text));

    [Theory]
    [InlineData("1/1", true)]
    [InlineData("2/8", true)]
    [InlineData("0/8", false)]
    [InlineData("9/8", false)]
    [InlineData("2", false)]
    [InlineData("2/8/3", false)]
    public void Parts_are_a_number_from_one_to_their_count(string text, bool isPart) => Assert.Equal(isPart, ArgumentText.Part(text) is not null);

    [Theory]
    [InlineData("90s", 90)]
    [InlineData("2min", 120)]
    [InlineData("1.5h", 5_400)]
    [InlineData("1d", 86_400)]
    [InlineData("90", null)]
    [InlineData("s", null)]
    [InlineData("0s", null)]
    [InlineData("-5s", null)]
    public void Durations_have_one_unit(string text, int? seconds) =>
        Assert.Equal(seconds is { } known ? TimeSpan.FromSeconds(known) : null, ArgumentText.Duration(text));

    [Theory]
    [InlineData("2025-01-31", true)]
    [InlineData("2025-1-31", false)]
    [InlineData("31.01.2025", false)]
    [InlineData("today", false)]
    public void Days_are_iso(string text, bool isDay) => Assert.Equal(isDay, ArgumentText.Day(text) is not null);

    [Theory]
    [InlineData("0.1", true)]
    [InlineData("20", true)]
    [InlineData("0", false)]
    [InlineData("-2", false)]
    [InlineData("1,5", false)]
    public void Factors_are_above_zero(string text, bool isFactor) => Assert.Equal(isFactor, ArgumentText.Factor(text) is not null);
}
