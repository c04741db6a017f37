using SynthData.Output;
using SynthData.Output.Csv;
using SynthData.Output.Json;
using SynthData.Output.Parquet;

namespace SynthData.Tests.Output;

internal static class Formats
{
    public static ITableFormat Of(string name) => name switch
    {
        "csv" => new CsvFormat(FileCompression.None),
        "csv.gz" => new CsvFormat(FileCompression.Gzip),
        "csv.zst" => new CsvFormat(FileCompression.Zstd),
        "jsonl" => new JsonFormat(FileCompression.None),
        "jsonl.gz" => new JsonFormat(FileCompression.Gzip),
        "jsonl.zst" => new JsonFormat(FileCompression.Zstd),
        "parquet" => new ParquetFormat(FileCompression.Snappy),
        "parquet small groups" => new ParquetFormat(FileCompression.Zstd, rowGroupBytes: 200),
        _ => throw new ArgumentException(name),
    };
}
