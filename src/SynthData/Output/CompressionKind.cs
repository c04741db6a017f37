namespace SynthData.Output;

/// <summary>How bytes are made smaller.</summary>
internal enum CompressionKind
{
    None,
    Snappy,
    Zstd,
    Gzip,
}
