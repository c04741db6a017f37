using SynthData.Diagnostics;
using SynthData.Output;
using SynthData.Output.Csv;
using SynthData.Output.Json;
using SynthData.Output.Parquet;

namespace SynthData;

/// <summary>Turns the names of a format, a compression and a formula mode into the format that writes.</summary>
internal static class FormatChoice
{
    /// <exception cref="SchemaException">A name is not known, or format and compression do not go together (SD8).</exception>
    public static ITableFormat Open(string? format, string? compression, string csvFormula)
    {
        string name = format ?? "csv";
        FileCompression chosen = name == "parquet" ? FileCompression.Snappy : FileCompression.None;
        if (compression is not null && !FileCompression.TryParse(compression, out chosen))
            throw Wrong("--compression", compression, "none, gzip, snappy or zstd, with a level such as zstd:fastest");
        if (name != "parquet" && chosen.Kind is CompressionKind.Snappy or CompressionKind.Zstd)
            throw Wrong("--compression", compression, $"none or gzip, as {name} takes no other");
        return name switch
        {
            "csv" => new CsvFormat(chosen, Formula(csvFormula)),
            "jsonl" => new JsonFormat(chosen),
            "parquet" => new ParquetFormat(chosen),
            _ => throw Wrong("--format", name, "csv, parquet or jsonl"),
        };
    }

    /// <summary>The compression's name as manifests keep it; null for none.</summary>
    public static string? CompressionOf(string? format, string? compression)
    {
        FileCompression chosen = format == "parquet" ? FileCompression.Snappy : FileCompression.None;
        return compression is not null && FileCompression.TryParse(compression, out FileCompression named) ? named.Name : chosen.Name;
    }

    private static CsvFormula Formula(string mode) => mode switch
    {
        "keep" => CsvFormula.Keep,
        "escape" => CsvFormula.Escape,
        "reject" => CsvFormula.Reject,
        _ => throw Wrong("--csv-formula", mode, "keep, escape or reject"),
    };

    private static SchemaException Wrong(string option, string? value, string expected) =>
        new([UsageDiagnostics.InvalidValue.At(null, option, value, expected)]);
}
