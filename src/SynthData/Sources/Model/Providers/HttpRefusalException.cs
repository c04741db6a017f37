namespace SynthData.Sources.Model.Providers;

/// <summary>A server answered with an HTTP error.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="error">What its body says.</param>
/// <param name="pause">The pause it asks for.</param>
internal sealed class HttpRefusalException(int status, ErrorBody error, TimeSpan? pause) : Exception(error.Message)
{
    public int Status { get; } = status;

    public ErrorBody Error { get; } = error;

    public TimeSpan? Pause { get; } = pause;
}
