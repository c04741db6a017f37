using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SynthData.Manifest;

/// <summary>Prints a manifest as canonical JSON: equal manifests give equal bytes.</summary>
/// <remarks>
/// Keys in the order written here, maps by code point, two blanks of indent, line feeds, numbers in shortest form, one line
/// feed at the end.
/// </remarks>
internal static class ManifestJson
{
    public const int NewestVersion = 1;

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Print(RunManifest manifest)
    {
        ArrayBufferWriter<byte> buffer = new(4096);
        using (Utf8JsonWriter writer = new(buffer, Options))
        {
            Write(writer, manifest);
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, RunManifest manifest)
    {
        writer.WriteStartObject();
        writer.WriteNumber("synthdata", manifest.Synthdata);
        writer.WriteString("dataset", manifest.Dataset);
        writer.WriteNumber("generator", manifest.Generator);
        writer.WriteString("tool", manifest.Tool);
        WriteHash(writer, "schema", manifest.SchemaSha256);
        WriteHash(writer, "knowledge", manifest.KnowledgeSha256);
        writer.WriteStartObject("params");
        foreach ((string name, string value) in ByCodePoint(manifest.Params))
            writer.WriteString(name, value);
        writer.WriteEndObject();
        writer.WriteNumber("seed", manifest.Seed);
        writer.WriteString("as_of", manifest.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        WriteOptions(writer, manifest.Options);
        WriteShard(writer, manifest.Shard);
        writer.WriteStartArray("tables");
        foreach (ManifestTable table in manifest.Tables)
            WriteTable(writer, table);
        writer.WriteEndArray();
        WriteModel(writer, manifest.Model);
        writer.WriteEndObject();
    }

    private static void WriteHash(Utf8JsonWriter writer, string name, string? sha256)
    {
        if (sha256 is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteString("sha256", sha256);
        writer.WriteEndObject();
    }

    private static void WriteOptions(Utf8JsonWriter writer, ManifestOptions options)
    {
        writer.WriteStartObject("options");
        writer.WriteString("format", options.Format);
        writer.WriteString("compression", options.Compression);
        writer.WriteString("csvFormula", options.CsvFormula);
        WriteNumbers(writer, "rows", options.Rows);
        if (!options.RowsFrom.IsEmpty)
            WriteNumbers(writer, "rowsFrom", options.RowsFrom);
        if (!options.SequenceStarts.IsEmpty)
            WriteNumbers(writer, "sequenceStarts", options.SequenceStarts);

        // The division takes the trailing zeros off a decimal: 1.50 becomes 1.5.
        writer.WriteNumber("scale", options.Scale / 1.0000000000000000000000000000m);
        writer.WriteStartArray("tables");
        foreach (string table in options.Tables)
            writer.WriteStringValue(table);
        writer.WriteEndArray();
        if (options.Create)
            writer.WriteBoolean("create", true);
        writer.WriteString("text", options.Text);
        if (options.TextRows is { } textRows)
            writer.WriteNumber("textRows", textRows);
        writer.WriteString("model", options.Model);
        writer.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter writer, string key, ImmutableSortedDictionary<string, long> numbers)
    {
        writer.WriteStartObject(key);
        foreach ((string name, long number) in ByCodePoint(numbers))
            writer.WriteNumber(name, number);
        writer.WriteEndObject();
    }

    private static void WriteShard(Utf8JsonWriter writer, ManifestShard? shard)
    {
        if (shard is null)
        {
            writer.WriteNull("shard");
            return;
        }

        writer.WriteStartObject("shard");
        writer.WriteNumber("number", shard.Number);
        writer.WriteNumber("of", shard.Of);
        writer.WriteEndObject();
    }

    private static void WriteTable(Utf8JsonWriter writer, ManifestTable table)
    {
        writer.WriteStartObject();
        writer.WriteString("name", table.Name);
        writer.WriteNumber("rows", table.Rows);
        writer.WriteNumber("firstRow", table.FirstRow);
        writer.WriteString("content", table.Content);
        writer.WriteStartArray("columns");
        foreach (ManifestColumn column in table.Columns)
        {
            writer.WriteStartObject();
            writer.WriteString("name", column.Name);
            writer.WriteString("type", column.Type);
            writer.WriteString("source", column.Source);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("files");
        foreach (ManifestFile file in table.Files)
        {
            writer.WriteStartObject();
            writer.WriteString("path", file.Path);
            writer.WriteString("format", file.Format);
            writer.WriteNumber("rows", file.Rows);
            writer.WriteNumber("bytes", file.Bytes);
            writer.WriteString("sha256", file.Sha256);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("rejected");
        foreach (ManifestRejection rejection in table.Rejected)
        {
            writer.WriteStartObject();
            writer.WriteString("code", rejection.Code);
            writer.WriteString("rule", rejection.Rule);
            writer.WriteNumber("count", rejection.Count);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("faulty", table.Faulty);
        writer.WriteEndObject();
    }

    private static void WriteModel(Utf8JsonWriter writer, ManifestModel? model)
    {
        if (model is null)
        {
            writer.WriteNull("model");
            return;
        }

        writer.WriteStartObject("model");
        writer.WriteString("name", model.Name);
        writer.WriteNumber("calls", model.Calls);
        writer.WriteNumber("tokensIn", model.TokensIn);
        writer.WriteNumber("tokensOut", model.TokensOut);
        writer.WriteEndObject();
    }

    // UTF-16 order differs from code point order beyond the first plane; UTF-8 order does not.
    private static IEnumerable<KeyValuePair<string, T>> ByCodePoint<T>(ImmutableSortedDictionary<string, T> map) =>
        map.OrderBy(pair => Encoding.UTF8.GetBytes(pair.Key), Comparer<byte[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right)));
}
