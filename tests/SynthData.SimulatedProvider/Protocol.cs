namespace SynthData.SimulatedProvider;

/// <summary>How one family of providers speaks: errors, limits, streamed answers and whole ones.</summary>
internal abstract class Protocol
{
    /// <summary>Where calls are sent to.</summary>
    public abstract string Path { get; }

    /// <summary>The status of a call refused because too many are being answered.</summary>
    public abstract int CrowdedStatus { get; }

    public abstract string ErrorBody(int status, string message);

    /// <summary>Writes what a limit says of itself into the headers.</summary>
    /// <param name="what"><c>requests</c> or <c>tokens</c>.</param>
    public abstract void WriteLimit(IHeaderDictionary headers, string what, RateLevel level, DateTimeOffset now);

    /// <summary>Writes what comes before the text and the text, piece by piece; how it ends is written by <see cref="EndAsync"/>.</summary>
    public abstract Task StreamAsync(Exchange exchange);

    public abstract Task EndAsync(Exchange exchange);

    public abstract Task WriteWholeAsync(Exchange exchange);
}
