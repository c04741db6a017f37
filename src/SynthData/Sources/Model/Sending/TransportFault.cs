using System.ClientModel;
using System.Globalization;
using System.Text.Json;

namespace SynthData.Sources.Model.Sending;

/// <summary>What went wrong before the first character of an answer.</summary>
/// <param name="Status">The HTTP status; 0 where there was none.</param>
/// <param name="Pause">The pause the server asks for.</param>
/// <param name="IsNetwork">Whether it is a failure of connection, time or protocol, of any status.</param>
internal sealed record TransportFault(int Status, TimeSpan? Pause, bool IsNetwork, string Message)
{
    /// <summary>Whether trying again may help.</summary>
    public bool IsPassing => Status is 408 or 409 or 425 or 429 or >= 500 || (IsNetwork && Status == 0);

    public static TransportFault Of(Exception exception, TimeProvider clock) => exception switch
    {
        ClientResultException client => new(client.Status, PauseOf(client, clock), client.Status == 0, Body(client)),
        HttpRequestException http => new((int)(http.StatusCode ?? 0), null, true, http.Message),
        SilenceException or OperationCanceledException => new(0, null, true, "the server stayed silent too long."),
        TimeoutException or IOException or JsonException or NoReplyException => new(0, null, true, exception.Message),
        AggregateException { InnerException: { } inner } => Of(inner, clock),
        _ => new(0, null, false, exception.Message),
    };

    private static string Body(ClientResultException exception) =>
        exception.Status == 0 ? exception.Message : string.Join(' ', exception.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static TimeSpan? PauseOf(ClientResultException exception, TimeProvider clock)
    {
        if (exception.GetRawResponse()?.Headers is not { } headers)
            return null;
        if (headers.TryGetValue("retry-after-ms", out string? millis) && double.TryParse(millis, NumberStyles.Float, CultureInfo.InvariantCulture, out double ms))
            return NotNegative(TimeSpan.FromMilliseconds(Math.Min(ms, MostMilliseconds)));
        if (!headers.TryGetValue("Retry-After", out string? text))
            return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds))
            return NotNegative(TimeSpan.FromMilliseconds(Math.Min(seconds * 1000, MostMilliseconds)));
        return DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date)
            ? NotNegative(date - clock.GetUtcNow())
            : null;
    }

    private const double MostMilliseconds = 7 * 86_400_000.0;

    private static TimeSpan NotNegative(TimeSpan span) => span < TimeSpan.Zero ? TimeSpan.Zero : span;
}

/// <summary>Nothing came for too long.</summary>
internal sealed class SilenceException() : Exception("the server stayed silent too long.");

/// <summary>The stream ended without a word and without saying why: no reply at all.</summary>
internal sealed class NoReplyException() : Exception("the stream ended without an answer.");
