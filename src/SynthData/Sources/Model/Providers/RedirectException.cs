namespace SynthData.Sources.Model.Providers;

/// <summary>A server sent us elsewhere.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="place">The host, or that it is another path of this one.</param>
internal sealed class RedirectException(int status, string place) : Exception($"it redirects to {place} (HTTP {status}).")
{
    public string Place { get; } = place;
}
