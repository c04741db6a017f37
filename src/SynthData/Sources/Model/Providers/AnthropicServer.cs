using Anthropic;
using Anthropic.Core;
using Anthropic.Exceptions;
using Microsoft.Extensions.AI;

namespace SynthData.Sources.Model.Providers;

/// <summary>Connects to a server of the messages protocol, Anthropic's or another.</summary>
internal static class AnthropicServer
{
    private const string Own = "https://api.anthropic.com";

    /// <summary>The protocol wants a limit on every call; this stands where we set none, since a server refused ours.</summary>
    private const int MostTokens = 4_096;

    /// <param name="url">Null for Anthropic's own. The protocol's <c>/v1</c> may be part of it.</param>
    public static ChatConnection Connect(ModelName model, Uri? url, string? key, TimeProvider clock)
    {
        HttpClient http = ProviderHandler.Connect(clock, out ProviderHandler handler);

        // Everything the library would else look up in the environment by itself is said here.
        var options = new ClientOptions
        {
            ApiKey = key ?? "none",
            AuthToken = null,
            BaseUrl = url is null ? Own : WithoutVersion(url),
            ExtraHeaders = new Dictionary<string, string>(),
            HttpClient = http,
            MaxRetries = 0,
            Timeout = TimeSpan.FromDays(1),
        };
        return new ChatConnection(new AnthropicClient(options).AsIChatClient(model.Name, MostTokens), model.ToString(), key) { Handler = handler };
    }

    /// <summary>An error event in a stream, as the HTTP error it would have been before it; null for other exceptions.</summary>
    public static HttpRefusalException? RefusalOf(Exception exception)
    {
        if (exception is not AnthropicSseException)
            return null;

        // The library keeps the event's data for itself; its message quotes them.
        string message = exception.Message;
        int start = message.IndexOf('{', StringComparison.Ordinal);
        int end = message.LastIndexOf('}');
        ErrorBody error = ErrorBody.Read(start >= 0 && end > start ? message[start..(end + 1)] : message);
        int status = error.Code switch
        {
            "overloaded_error" => 529,
            "rate_limit_error" => 429,
            "authentication_error" => 401,
            "permission_error" => 403,
            "not_found_error" => 404,
            "invalid_request_error" => 400,
            "billing_error" => 402,
            _ => 500,
        };
        return new HttpRefusalException(status, error, pause: null);
    }

    private static string WithoutVersion(Uri url)
    {
        string text = url.ToString().TrimEnd('/');
        return text.EndsWith("/v1", StringComparison.Ordinal) ? text[..^3] : text;
    }
}
