using System.Globalization;
using System.Net.Http.Headers;

namespace SynthData.Sources.Model.Providers;

/// <summary>The limits a server tells in the headers of an answer.</summary>
/// <param name="Tokens">In and out together.</param>
internal sealed record RateReading(RateLevel? Requests, RateLevel? Tokens)
{
    /// <summary>Reads the headers of either family; null where they tell nothing.</summary>
    /// <remarks>
    /// OpenAI: <c>x-ratelimit-{limit,remaining,reset}-{requests,tokens}</c>, the reset as a duration such as <c>6m0s</c> or <c>157ms</c>.
    /// Anthropic: <c>anthropic-ratelimit-{requests,tokens,input-tokens,output-tokens}-{limit,remaining,reset}</c>, the reset as RFC 3339.
    /// Sources: the rate limit pages of both providers' API references, 2026-11.
    /// </remarks>
    public static RateReading? Of(HttpResponseHeaders headers, TimeProvider clock)
    {
        RateLevel? requests = OpenAI(headers, "requests") ?? Anthropic(headers, "requests", clock);
        RateLevel? tokens = OpenAI(headers, "tokens") ?? Anthropic(headers, "tokens", clock)
            ?? Sum(Anthropic(headers, "input-tokens", clock), Anthropic(headers, "output-tokens", clock));
        return requests is null && tokens is null ? null : new RateReading(requests, tokens);
    }

    private static RateLevel? OpenAI(HttpResponseHeaders headers, string what) =>
        Level(headers, $"x-ratelimit-limit-{what}", $"x-ratelimit-remaining-{what}", Duration(Text(headers, $"x-ratelimit-reset-{what}")));

    private static RateLevel? Anthropic(HttpResponseHeaders headers, string what, TimeProvider clock)
    {
        string prefix = $"anthropic-ratelimit-{what}-";
        TimeSpan? reset = DateTimeOffset.TryParse(
            Text(headers, prefix + "reset"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? RetryAfter.NotNegative(time - clock.GetUtcNow())
            : null;
        return Level(headers, prefix + "limit", prefix + "remaining", reset);
    }

    private static RateLevel? Level(HttpResponseHeaders headers, string limit, string left, TimeSpan? reset) =>
        Number(headers, limit) is { } most && Number(headers, left) is { } rest ? new RateLevel(most, rest, reset) : null;

    // Two limits apart hold at least when their sum does not.
    private static RateLevel? Sum(RateLevel? a, RateLevel? b) => (a, b) switch
    {
        ({ } input, { } output) => new RateLevel(input.Limit + output.Limit, input.Left + output.Left, Later(input.Reset, output.Reset)),
        _ => a ?? b,
    };

    private static TimeSpan? Later(TimeSpan? a, TimeSpan? b) => a > b ? a : b ?? a;

    private static double? Number(HttpResponseHeaders headers, string name) =>
        double.TryParse(Text(headers, name), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) && number is >= 0 and < 1e15
            ? number
            : null;

    private static string? Text(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out IEnumerable<string>? values) ? values.First().Trim() : null;

    // Numbers with units, as Go prints durations: 1h2m3.5s, 157ms. A bare number is seconds.
    private static TimeSpan? Duration(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        double seconds = 0;
        int at = 0;
        while (at < text.Length)
        {
            int digits = at;
            while (digits < text.Length && (char.IsAsciiDigit(text[digits]) || text[digits] == '.'))
                digits++;
            int unit = digits;
            while (unit < text.Length && char.IsAsciiLetter(text[unit]))
                unit++;
            double? factor = Unit(text.AsSpan(digits, unit - digits));
            if (factor is null || !double.TryParse(text.AsSpan(at, digits - at), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number))
                return null;
            seconds += number * factor.Value;
            at = unit;
        }

        return seconds < RetryAfter.Longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : RetryAfter.Longest;
    }

    private static double? Unit(ReadOnlySpan<char> unit) => unit switch
    {
        "ns" => 1e-9,
        "us" => 1e-6,
        "ms" => 1e-3,
        "s" or "" => 1,
        "m" => 60,
        "h" => 3600,
        _ => null,
    };
}
