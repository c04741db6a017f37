namespace SynthData.Sources.Model.Providers;

/// <summary>No connection came about, or it ended before an answer began.</summary>
/// <remarks>Not an <see cref="HttpRequestException"/>, which each library would wrap in its own way.</remarks>
internal sealed class UnreachableServer(HttpRequestException inner) : Exception(inner.Message, inner);

/// <summary>A server sent us elsewhere.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="place">The host, or that it is another path of this one.</param>
internal sealed class RedirectRefused(int status, string place) : Exception($"it redirects to {place} (HTTP {status}).")
{
    public string Place { get; } = place;
}

/// <summary>A server answered with a web page, as proxies also do for a moment.</summary>
internal sealed class NotTheProtocol() : Exception("it answered with a web page.");
