using SynthData.Manifest;
using SynthData.Output;
using SynthData.Output.Csv;
using SynthData.Output.Json;
using SynthData.Output.Parquet;

namespace SynthData;

/// <summary>Opens the file format that options name. The one place that knows all of them.</summary>
internal static class OutputFormats
{
    /// <exception cref="ArgumentException">A name or level is none; the command line refuses those before.</exception>
    public static ITableFormat Of(string format, string? compression, string? csvFormula) => format switch
    {
        "csv" => new CsvFormat(Parse(compression ?? "none"), ParseFormula(csvFormula)),
        "jsonl" => new JsonFormat(Parse(compression ?? "none")),
        "parquet" => new ParquetFormat(Parse(compression ?? "snappy")),
        _ => throw new ArgumentException($"'{format}' is not csv, jsonl or parquet.", nameof(format)),
    };

    /// <summary>Opens the format a manifest was written with; there null is no compression.</summary>
    public static ITableFormat Of(ManifestOptions options) => Of(options.Format, options.Compression ?? "none", options.CsvFormula);

    /// <summary>The compression that options mean, as manifests name it; null for none.</summary>
    public static string? CompressionName(string format, string? compression) => Parse(compression ?? (format == "parquet" ? "snappy" : "none")).Name;

    private static FileCompression Parse(string text) => FileCompression.TryParse(text, out FileCompression compression)
        ? compression
        : throw new ArgumentException($"'{text}' is not a compression.", nameof(text));

    private static CsvFormula ParseFormula(string? text) => text switch
    {
        null or "keep" => CsvFormula.Keep,
        "escape" => CsvFormula.Escape,
        "reject" => CsvFormula.Reject,
        _ => throw new ArgumentException($"'{text}' is not keep, escape or reject.", nameof(text)),
    };
}
