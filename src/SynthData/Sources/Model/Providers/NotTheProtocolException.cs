namespace SynthData.Sources.Model.Providers;

/// <summary>A server answered with a web page, as proxies also do for a moment.</summary>
internal sealed class NotTheProtocolException() : Exception("it answered with a web page.");
