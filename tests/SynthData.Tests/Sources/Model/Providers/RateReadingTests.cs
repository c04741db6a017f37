using SynthData.Sources.Model.Providers;

namespace SynthData.Tests.Sources.Model.Providers;

public class RateReadingTests
{
    [Fact]
    public void Reads_the_headers_of_openai()
    {
        RateReading reading = Read(
            "x-ratelimit-limit-requests: 500", "x-ratelimit-remaining-requests: 499", "x-ratelimit-reset-requests: 120ms",
            "x-ratelimit-limit-tokens: 30000", "x-ratelimit-remaining-tokens: 29000", "x-ratelimit-reset-tokens: 6m0.5s")!;

        Assert.Equal(new RateLevel(500, 499, TimeSpan.FromMilliseconds(120)), reading.Requests);
        Assert.Equal(new RateLevel(30_000, 29_000, TimeSpan.FromSeconds(360.5)), reading.Tokens);
    }

    [Fact]
    public void Reads_the_headers_of_anthropic()
    {
        RateReading reading = Read(
            "anthropic-ratelimit-requests-limit: 50", "anthropic-ratelimit-requests-remaining: 0", "anthropic-ratelimit-requests-reset: 2026-01-01T12:00:30Z",
            "anthropic-ratelimit-input-tokens-limit: 30000", "anthropic-ratelimit-input-tokens-remaining: 10000", "anthropic-ratelimit-input-tokens-reset: 2026-01-01T12:00:05Z",
            "anthropic-ratelimit-output-tokens-limit: 8000", "anthropic-ratelimit-output-tokens-remaining: 7000", "anthropic-ratelimit-output-tokens-reset: 2026-01-01T11:00:00Z")!;

        Assert.Equal(new RateLevel(50, 0, TimeSpan.FromSeconds(30)), reading.Requests);
        Assert.Equal(new RateLevel(38_000, 17_000, TimeSpan.FromSeconds(5)), reading.Tokens);
    }

    [Theory]
    [InlineData("1h2m3s", 3_723.0)]
    [InlineData("157ms", 0.157)]
    [InlineData("12", 12.0)]
    [InlineData("soon", null)]
    [InlineData("5parsecs", null)]
    [InlineData("", null)]
    public void A_reset_is_a_duration_or_not_known(string text, double? seconds)
    {
        RateReading reading = Read("x-ratelimit-limit-tokens: 10", "x-ratelimit-remaining-tokens: 5", $"x-ratelimit-reset-tokens: {text}")!;

        Assert.Equal(seconds is null ? null : TimeSpan.FromSeconds(seconds.Value), reading.Tokens!.Value.Reset);
    }

    [Theory]
    [InlineData("x-ratelimit-limit-tokens: 10")]
    [InlineData("x-ratelimit-limit-tokens: many", "x-ratelimit-remaining-tokens: 5")]
    [InlineData("x-ratelimit-limit-tokens: -1", "x-ratelimit-remaining-tokens: 5")]
    [InlineData("server: nginx")]
    public void Half_of_a_limit_is_none(params string[] headers) => Assert.Null(Read(headers));

    private static RateReading? Read(params string[] headers)
    {
        using var answer = new HttpResponseMessage();
        foreach (string header in headers)
            answer.Headers.TryAddWithoutValidation(header.Split(':', 2)[0], header.Split(':', 2)[1].Trim());
        return RateReading.Of(answer.Headers, new QuickClock());
    }
}
