namespace SynthData.Sources.Model.Sending;

/// <summary>A call that went out and brought neither an answer nor an error: the server may have done the work, and may charge for it.</summary>
internal static class LostCall
{
    private const int GatewayTimedOut = 504;

    public static bool Is(Exception exception, TransportFault fault) =>
        fault is { IsPassing: true, Status: 0 or GatewayTimedOut } && !IsUnsent(exception);

    private static bool IsUnsent(Exception? exception) => exception switch
    {
        null => false,
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError } => true,
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError } => true,
        AggregateException several => several.InnerExceptions.All(IsUnsent),
        _ => IsUnsent(exception.InnerException),
    };
}
