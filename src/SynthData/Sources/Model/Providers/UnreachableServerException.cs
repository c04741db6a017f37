namespace SynthData.Sources.Model.Providers;

/// <summary>No connection came about, or it ended before an answer began.</summary>
/// <remarks>Not an <see cref="HttpRequestException"/>, which each library would wrap in its own way.</remarks>
internal sealed class UnreachableServerException(HttpRequestException inner) : Exception(inner.Message, inner);
