namespace SynthData.SimulatedProvider;

/// <summary>The tokens of one call as its answer reports them.</summary>
/// <param name="In">Of the messages, those read from the cache among them.</param>
internal readonly record struct Usage(int In, int Cached, int Out);
