using System.Text.Json;
using SynthData.Manifest;

namespace SynthData.Cli.Printing;

/// <summary>The part of a manifest that <c>--json</c> repeats.</summary>
internal static class TablesJson
{
    public static void WriteTables(Utf8JsonWriter json, RunManifest manifest, Func<string, string> pathOf)
    {
        json.WriteStartArray("tables");
        foreach (ManifestTable table in manifest.Tables)
            Write(json, table, pathOf);
        json.WriteEndArray();
    }

    /// <summary>Writes the model's totals as the member <c>model</c>.</summary>
    public static void WriteModel(Utf8JsonWriter json, RunManifest manifest)
    {
        if (manifest.Model is { } model)
        {
            json.WriteStartObject("model");
            json.WriteString("name", model.Name);
            json.WriteNumber("calls", model.Calls);
            json.WriteNumber("tokensIn", model.TokensIn);
            json.WriteNumber("tokensOut", model.TokensOut);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("model");
        }
    }

    private static void Write(Utf8JsonWriter json, ManifestTable table, Func<string, string> pathOf)
    {
        json.WriteStartObject();
        json.WriteString("name", table.Name);
        json.WriteNumber("rows", table.Rows);
        json.WriteString("content", table.Content);
        json.WriteStartArray("files");
        foreach (ManifestFile file in table.Files)
        {
            json.WriteStartObject();
            json.WriteString("path", pathOf(file.Path));
            json.WriteString("format", file.Format);
            json.WriteNumber("rows", file.Rows);
            json.WriteNumber("bytes", file.Bytes);
            json.WriteString("sha256", file.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("columns");
        foreach (ManifestColumn column in table.Columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("type", column.Type);
            json.WriteString("source", column.Source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        RejectionsJson.Write(json, table.Rejected);
        json.WriteNumber("faulty", table.Faulty);
        json.WriteEndObject();
    }
}
