namespace SynthData.Sources.Model.Providers;

/// <summary>Parts of a request a server may refuse.</summary>
internal enum Feature
{
    /// <summary>An answer in our wire schema (<c>response_format</c>).</summary>
    WireSchema,

    Seed,

    Temperature,
}
