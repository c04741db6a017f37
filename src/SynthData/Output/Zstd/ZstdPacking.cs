using System.IO.Compression;
using ZstdSharp;

namespace SynthData.Output.Zstd;

/// <summary>Opens streams that pack with zstd, one frame each (RFC 8878).</summary>
internal static class ZstdPacking
{
    // Zstandard's own words: 3 is its default and 19 its best without windows that readers may refuse.
    private const int Fastest = 1;
    private const int Optimal = 3;
    private const int Smallest = 19;

    /// <summary>Opens a stream whose frame ends when it is disposed; the target stays open.</summary>
    public static Stream Into(Stream target, CompressionLevel level) => new CompressionStream(
        target,
        level switch
        {
            CompressionLevel.Fastest => Fastest,
            CompressionLevel.SmallestSize => Smallest,
            _ => Optimal,
        },
        leaveOpen: true);
}
