using System.Collections.Immutable;
using Parquet;
using SynthData.Batches;

namespace SynthData.Output.Parquet;

/// <summary>Parquet with row groups of about 16 MB before compression.</summary>
internal sealed class ParquetFormat(FileCompression compression, long rowGroupBytes = ParquetFormat.DefaultRowGroupBytes) : ITableFormat
{
    public const long DefaultRowGroupBytes = 16L << 20;

    public string Name => "parquet";

    public string Extension => ".parquet";

    public static CompressionMethod MethodOf(CompressionKind kind) => kind switch
    {
        CompressionKind.None => CompressionMethod.None,
        CompressionKind.Zstd => CompressionMethod.Zstd,
        CompressionKind.Gzip => CompressionMethod.Gzip,
        _ => CompressionMethod.Snappy,
    };

    public ITableWriter OpenWriter(TableLayout table, Stream stream) => new ParquetTableWriter(table, compression, rowGroupBytes, stream);

    public ITableReader OpenReader(string table, ImmutableArray<BatchColumn> columns, Stream stream, string path) =>
        new ParquetTableReader(table, columns, stream, path);

    public ValueTask<ImmutableArray<BatchColumn>> FindColumnsAsync(Stream stream, string path, CancellationToken cancellationToken) =>
        ParquetTableReader.FindColumnsAsync(stream, path, cancellationToken);

    /// <summary>Reads the parts and writes their rows, so that row groups keep their size.</summary>
    public async ValueTask ConcatenateAsync(TableLayout table, IReadOnlyList<string> parts, Stream target, CancellationToken cancellationToken)
    {
        await using ITableWriter writer = OpenWriter(table, target);
        foreach (string part in parts)
        {
            await using FileStream stream = new(part, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true);
            await using ITableReader reader = OpenReader(table.Name, table.Columns, stream, part);
            await foreach (ReadRows rows in reader.ReadAsync(cancellationToken))
            {
                if (rows.Problems.Length > 0 || reader.HeaderProblems.Count > 0)
                    throw ParquetTableReader.Unreadable(part, "its columns are not those of the manifest.");
                await writer.AppendAsync(writer.Encode(rows.Rows), cancellationToken);
            }
        }

        await writer.CompleteAsync(cancellationToken);
    }
}
