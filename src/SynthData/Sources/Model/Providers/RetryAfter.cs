using System.Globalization;

namespace SynthData.Sources.Model.Providers;

/// <summary>The pause a server asks for: <c>retry-after-ms</c>, or <c>Retry-After</c> in seconds or as a date (RFC 9110, section 10.2.3).</summary>
internal static class RetryAfter
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <param name="header">Finds a header's text; null where there is none.</param>
    public static TimeSpan? Of(Func<string, string?> header, TimeProvider clock)
    {
        if (Number(header("retry-after-ms")) is { } milliseconds)
            return NotNegative(TimeSpan.FromMilliseconds(Math.Min(milliseconds, Longest.TotalMilliseconds)));
        string? text = header("Retry-After");
        if (Number(text) is { } seconds)
            return NotNegative(TimeSpan.FromMilliseconds(Math.Min(seconds * 1000, Longest.TotalMilliseconds)));
        return DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date)
            ? NotNegative(date - clock.GetUtcNow())
            : null;
    }

    public static TimeSpan NotNegative(TimeSpan span) => span < TimeSpan.Zero ? TimeSpan.Zero : span;

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;
}
