namespace SynthData.Sources.Model.Providers;

/// <summary>Parts of a request a server may refuse.</summary>
internal enum Feature
{
    /// <summary>An answer in our wire schema (<c>response_format</c>, <c>output_config</c>).</summary>
    WireSchema,

    /// <summary>An answer in JSON, of whatever shape: for servers that take no schema.</summary>
    JsonObject,

    Seed,

    Temperature,

    /// <summary>The most tokens of an answer, under the protocol's own name.</summary>
    TokenLimit,

    /// <summary>The same under its older name, <c>max_tokens</c>.</summary>
    OldTokenLimit,

    /// <summary>The answer piece by piece as it is made.</summary>
    Stream,
}
