using System.IO.Compression;
using System.Security.Cryptography;
using SynthData.Diagnostics;
using SynthData.Schema.Reading;

namespace SynthData.Knowledge;

/// <summary>Where the entries of a pool are that is too large to stand in its file: beside it, as compressed YAML.</summary>
/// <param name="Path">Relative to the knowledge file, such as <c>shop.knowledge/1f0a….yaml.gz</c>.</param>
/// <param name="Sha256">Of the text before it was compressed, 64 lower-case hex digits.</param>
internal sealed record PoolFile(string Path, string Sha256)
{
    /// <summary>Reads the list of entries; null where that is not possible, which is told.</summary>
    public ListNode? Read(SourcePosition position, SchemaReading reading)
    {
        string full = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(reading.File) ?? "", Path);
        if (System.IO.Path.IsPathRooted(Path) || Path.Split('/', '\\').Contains(".."))
            return Tell("lies outside the folder of its knowledge file");
        try
        {
            if (Unpack(full) is not { } bytes)
                return Tell($"has more than {KnowledgeLimits.MaxPoolBytes} bytes when it is unpacked");
            if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != Sha256)
                return Tell("is not the text that its hash says");
            if (SourceBytes.Decode(bytes, reading, KnowledgeLimits.MaxPoolBytes) is not { } source)
                return null;
            return new NodeReader(new SourceText(full, source.Text), reading).Read() is ListNode { Items.IsEmpty: false } list ? list : Tell("holds no list of entries");
        }
        catch (Exception refused) when (refused is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return Tell($"cannot be read: {refused.Message}");
        }

        ListNode? Tell(string why)
        {
            reading.Report(KnowledgeDiagnostics.PoolFile, position, Path, why);
            return null;
        }
    }

    /// <summary>Compresses the text of a pool.</summary>
    public static byte[] Pack(byte[] text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(text);
        return packed.ToArray();
    }

    private static byte[]? Unpack(string path)
    {
        using FileStream file = File.OpenRead(path);
        using var gzip = new GZipStream(file, CompressionMode.Decompress);
        using var text = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int count; (count = gzip.Read(buffer)) > 0;)
        {
            text.Write(buffer, 0, count);
            if (text.Length > KnowledgeLimits.MaxPoolBytes)
                return null;
        }

        return text.ToArray();
    }
}
