namespace SynthData.Sources.Model.Sending.Limits;

/// <summary>What an attempt without a reply says about how busy the server is.</summary>
/// <param name="IsTooMany">It said that calls come too fast (HTTP 429).</param>
/// <param name="IsOverload">It said that it is overloaded (503, 529), or did not answer in time.</param>
/// <param name="IsFree">The call cost no tokens: it was answered with an error, or never sent.</param>
/// <param name="Pause">The pause it asks for.</param>
internal readonly record struct SetBack(bool IsTooMany, bool IsOverload, bool IsFree, TimeSpan? Pause)
{
    /// <summary>Nothing was sent after all.</summary>
    public static SetBack NotSent { get; } = new(IsTooMany: false, IsOverload: false, IsFree: true, Pause: null);

    public static SetBack Of(Exception exception, TransportFault fault) => new(
        fault.Status == 429,
        fault.Status is 503 or 529 || exception is SilenceException or TimeoutException or OperationCanceledException,
        !LostCall.Is(exception, fault),
        fault.Pause);
}
