using System.Net;
using System.Text;

namespace SynthData.Sources.Model.Providers;

/// <summary>The one place where answers of a server are seen as HTTP, whichever library sent the request.</summary>
/// <remarks>
/// Errors become exceptions of our own, so that nothing depends on those of the libraries; limits are read from the headers of every
/// answer; a redirect or a web page is never followed or parsed, for the key would go with it. Thread-safe.
/// </remarks>
internal sealed class ProviderHandler(HttpMessageHandler inner, TimeProvider clock) : DelegatingHandler(inner)
{
    private const int MostErrorBytes = 64 << 10;

    /// <summary>Hears the limits of each answer, on the thread of its call.</summary>
    public Action<RateReading>? OnRates { get; set; }

    /// <summary>Opens a client that follows no redirect and has no time-out of its own.</summary>
    public static HttpClient Connect(TimeProvider clock, out ProviderHandler handler)
    {
        handler = new ProviderHandler(new SocketsHttpHandler { AllowAutoRedirect = false }, clock);
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage answer;
        try
        {
            answer = await base.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            throw new UnreachableServerException(exception);
        }

        if (RateReading.Of(answer.Headers, clock) is { } rates)
            OnRates?.Invoke(rates);
        if (answer.IsSuccessStatusCode && !IsPage(answer))
            return answer;
        using (answer)
            throw await RefusalAsync(answer, cancellationToken);
    }

    private static bool IsPage(HttpResponseMessage answer) => answer.Content.Headers.ContentType?.MediaType is "text/html" or "application/xhtml+xml";

    private async Task<Exception> RefusalAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        int status = (int)answer.StatusCode;
        if (answer.StatusCode is HttpStatusCode.MultipleChoices or HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect)
        {
            return new RedirectException(status, answer.Headers.Location is { IsAbsoluteUri: true } place ? place.Host : "another path");
        }

        if (answer.IsSuccessStatusCode)
            return new NotTheProtocolException();
        string body = await ReadAsync(answer.Content, cancellationToken);
        ErrorBody error = IsPage(answer) ? new ErrorBody($"a web page with status {status}.", "") : ErrorBody.Read(body);
        return new HttpRefusalException(status, error, RetryAfter.Of(name => answer.Headers.TryGetValues(name, out IEnumerable<string>? values) ? values.First() : null, clock));
    }

    // A body that breaks off says less, but the status stands.
    private static async Task<string> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        byte[] bytes = new byte[MostErrorBytes];
        int length = 0;
        try
        {
            await using Stream stream = await content.ReadAsStreamAsync(cancellationToken);
            int got;
            while (length < bytes.Length && (got = await stream.ReadAsync(bytes.AsMemory(length), cancellationToken)) > 0)
                length += got;
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
        }

        return Encoding.UTF8.GetString(bytes, 0, length);
    }
}
