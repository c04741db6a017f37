namespace SynthData.Output;

/// <summary>Joins files whose bytes may simply follow each other: CSV and JSON lines, plain, as members of one gzip file (RFC 1952) or as frames of one zstd file (RFC 8878).</summary>
internal static class FileConcatenation
{
    public static async ValueTask RunAsync(IReadOnlyList<string> parts, Stream target, CancellationToken cancellationToken)
    {
        foreach (string part in parts)
        {
            await using FileStream source = new(part, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
            await source.CopyToAsync(target, 1 << 17, cancellationToken);
        }
    }
}
