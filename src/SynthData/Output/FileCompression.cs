using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using SynthData.Output.Zstd;

namespace SynthData.Output;

/// <summary>A compression and its level, as <c>--compression NAME[:LEVEL]</c> writes it.</summary>
/// <remarks>
/// Such as <c>none</c>, <c>snappy</c>, <c>zstd:fastest</c>, <c>gzip:optimal</c>.
/// Levels are words, for the libraries below take no numbers: <c>fastest</c>, <c>optimal</c>, <c>smallest</c>. Without one
/// zstd takes fastest (measured: twice the speed of optimal for a tenth more bytes) and gzip optimal; snappy has none.
/// </remarks>
internal readonly record struct FileCompression
{
    private FileCompression(CompressionKind kind, CompressionLevel level)
    {
        Kind = kind;
        Level = level;
    }

    public static FileCompression None => new(CompressionKind.None, CompressionLevel.NoCompression);

    public static FileCompression Snappy => new(CompressionKind.Snappy, CompressionLevel.Optimal);

    public static FileCompression Zstd => new(CompressionKind.Zstd, CompressionLevel.Fastest);

    public static FileCompression Gzip => new(CompressionKind.Gzip, CompressionLevel.Optimal);

    public CompressionKind Kind { get; }

    public CompressionLevel Level { get; }

    /// <summary>The name for the manifest, null for none.</summary>
    public string? Name => Kind switch
    {
        CompressionKind.None => null,
        CompressionKind.Snappy => "snappy",
        CompressionKind.Zstd => $"zstd:{LevelName}",
        _ => $"gzip:{LevelName}",
    };

    private string LevelName => Level switch
    {
        CompressionLevel.Fastest => "fastest",
        CompressionLevel.SmallestSize => "smallest",
        _ => "optimal",
    };

    /// <summary>What it adds to the name of a file of text, with its dot; nothing for none.</summary>
    public string Ending => Kind switch
    {
        CompressionKind.Gzip => ".gz",
        CompressionKind.Zstd => ".zst",
        _ => "",
    };

    /// <summary>Opens a stream that packs what is written to it, and ends when it is disposed; null for none. The target stays open.</summary>
    public Stream? PackingInto(Stream target) => Kind switch
    {
        CompressionKind.Gzip => new EvenBlocks(new GZipStream(target, Level, leaveOpen: true)),
        CompressionKind.Zstd => ZstdPacking.Into(target, Level),
        _ => null,
    };

    /// <summary>Unpacks a stream of bytes, or gives it as it is.</summary>
    public Stream ReadingFrom(Stream stream) => Kind switch
    {
        CompressionKind.Gzip => new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true),
        CompressionKind.Zstd => new ZstdUnpacking(stream),
        _ => stream,
    };

    public static bool TryParse([NotNullWhen(true)] string? text, out FileCompression compression)
    {
        string[] parts = text?.Split(':') ?? [];
        compression = (parts.Length > 0 ? parts[0] : "") switch
        {
            "snappy" => Snappy,
            "zstd" => Zstd,
            "gzip" => Gzip,
            _ => None,
        };
        if (parts.Length == 1)
            return compression.Kind != CompressionKind.None || parts[0] == "none";
        if (parts.Length != 2 || compression.Kind is CompressionKind.None or CompressionKind.Snappy)
            return false;

        CompressionLevel? level = parts[1] switch
        {
            "fastest" => CompressionLevel.Fastest,
            "optimal" => CompressionLevel.Optimal,
            "smallest" => CompressionLevel.SmallestSize,
            _ => null,
        };
        compression = new FileCompression(compression.Kind, level ?? CompressionLevel.Optimal);
        return level is not null;
    }
}
