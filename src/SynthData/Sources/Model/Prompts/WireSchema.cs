using System.Collections.Immutable;
using System.Text.Json;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Sources.Model.Prompts;

/// <summary>The shape of an answer as JSON Schema, flat: types and required members only, since servers differ in what else they take.</summary>
/// <remarks>Every cell may be null because one schema serves all calls of a table, also those that ask for some columns only.</remarks>
internal static class WireSchema
{
    public static JsonElement For(PromptTable table, ImmutableArray<string> names)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            Open(json, "object");
            json.WriteStartObject("properties");
            json.WriteStartObject("rows");
            json.WriteString("type", "array");
            json.WriteStartObject("items");
            WriteRow(json, table, names);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
            Close(json, ["rows"]);
            json.WriteEndObject();
        }

        using JsonDocument document = JsonDocument.Parse(stream.ToArray());
        return document.RootElement.Clone();
    }

    private static void WriteRow(Utf8JsonWriter json, PromptTable table, ImmutableArray<string> names)
    {
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        json.WriteStartObject("id");
        json.WriteString("type", "integer");
        json.WriteEndObject();
        for (int index = 0; index < names.Length; index++)
        {
            json.WriteStartObject(names[index]);
            json.WriteStartArray("type");
            json.WriteStringValue(TypeOf(table.Columns[index].Type));
            json.WriteStringValue("null");
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
        Close(json, ["id", .. names]);
    }

    private static void Open(Utf8JsonWriter json, string type)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
    }

    private static void Close(Utf8JsonWriter json, ImmutableArray<string> required)
    {
        json.WriteStartArray("required");
        foreach (string name in required)
            json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteBoolean("additionalProperties", false);
    }

    private static string TypeOf(ColumnType type) => type.Kind switch
    {
        ColumnKind.Bool => "boolean",
        ColumnKind.Int32 or ColumnKind.Int64 => "integer",
        ColumnKind.Double or ColumnKind.Decimal => "number",
        _ => "string",
    };
}
