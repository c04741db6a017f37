using System.ClientModel;
using System.Text.Json;
using SynthData.Sources.Model.Providers;

namespace SynthData.Sources.Model.Sending;

/// <summary>What went wrong before the first character of an answer.</summary>
/// <param name="Status">The HTTP status; 0 where there was none.</param>
/// <param name="Pause">The pause the server asks for.</param>
/// <param name="IsNetwork">Whether it is a failure of connection, time or protocol, of any status.</param>
internal sealed record TransportFault(int Status, TimeSpan? Pause, bool IsNetwork, string Message)
{
    /// <summary>The server's own word for it, such as <c>insufficient_quota</c>; empty where there is none.</summary>
    public string Code { get; init; } = "";

    /// <summary>Whether trying again may help.</summary>
    public bool IsPassing => !IsQuota && (Status is 408 or 409 or 425 or 429 or >= 500 || (IsNetwork && Status == 0));

    /// <summary>Whether what may be spent at the server is spent: waiting does not mend it, though some say so with HTTP 429.</summary>
    public bool IsQuota => Status == 402 || Code.Contains("insufficient_quota", StringComparison.Ordinal) || Code.Contains("billing", StringComparison.Ordinal)
        || (Status is 400 or 403 or 429 && (Says("credit balance") || Says("exceeded your current quota") || Says("insufficient_quota")));

    /// <summary>Whether the model is not known to the server.</summary>
    public bool IsUnknownModel => Status == 404 || Code.Contains("model_not_found", StringComparison.Ordinal)
        || (Status == 400 && Says("model") && (Says("does not exist") || Says("not found")));

    public static TransportFault Of(Exception exception, TimeProvider clock) => exception switch
    {
        HttpRefusalException refusal => new(refusal.Status, refusal.Pause, false, refusal.Message) { Code = refusal.Error.Code },
        UnreachableServerException or NotTheProtocolException => new(0, null, true, exception.Message),
        RedirectException => new(0, null, false, exception.Message),
        ClientResultException client => OfClient(client, clock),
        HttpRequestException http => new((int)(http.StatusCode ?? 0), null, true, http.Message),
        SilenceException or OperationCanceledException => new(0, null, true, "the server stayed silent too long."),
        TimeoutException or IOException or JsonException or NoReplyException => new(0, null, true, exception.Message),
        AggregateException { InnerException: { } inner } => Of(inner, clock),
        _ when AnthropicServer.RefusalOf(exception) is { } refusal => Of(refusal, clock),
        _ when exception.InnerException is { } inner && Of(inner, clock) is { IsNetwork: true } fault => fault,
        _ => new(0, null, false, exception.Message),
    };

    // Of a client somebody else made: ours never come to see an HTTP error.
    private static TransportFault OfClient(ClientResultException exception, TimeProvider clock)
    {
        string message = exception.Status == 0
            ? exception.Message
            : string.Join(' ', exception.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        TimeSpan? pause = exception.GetRawResponse() is { } response
            ? RetryAfter.Of(name => response.Headers.TryGetValue(name, out string? value) ? value : null, clock)
            : null;
        return new TransportFault(exception.Status, pause, exception.Status == 0, message);
    }

    private bool Says(string words) => Message.Contains(words, StringComparison.OrdinalIgnoreCase);
}
