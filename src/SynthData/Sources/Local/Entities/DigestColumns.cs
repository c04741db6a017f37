using SynthData.Numerics;

namespace SynthData.Sources.Local.Entities;

/// <summary>Makes digests of the sizes in use: drawn, not the digests of anything.</summary>
internal static class DigestColumns
{
    public static EntityColumn? For(string type, StreamKey stream) => type switch
    {
        "internet.md5" => new HexColumn(stream, firstWord: 0, digits: 32),
        "internet.sha1" => new HexColumn(stream, firstWord: 8, digits: 40),
        "internet.sha256" => new HexColumn(stream, firstWord: 16, digits: 64),
        _ => null,
    };
}
