using System.Text.Json.Nodes;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Documents.Reference;

/// <summary>What <c>schemas/synthdata.schema.json</c> says of the language's keys.</summary>
internal static class EditorSchema
{
    private static readonly JsonObject Root = (JsonObject)JsonNode.Parse(File.ReadAllText(Repository.PathOf("schemas", "synthdata.schema.json")))!;

    private static readonly JsonObject Definitions = (JsonObject)Root["definitions"]!;

    /// <summary>The keys at the top of a schema, of a table, and of a column.</summary>
    public static JsonObject Dataset => (JsonObject)Root["properties"]!;

    public static JsonObject Table => (JsonObject)Definitions["table"]!["properties"]!;

    public static JsonObject Column => (JsonObject)Definitions["column"]!["properties"]!;

    /// <summary>The kinds of rules, with the shape of each.</summary>
    public static JsonObject Rules { get; } = new(
        ((JsonArray)Table["rules"]!["items"]!["anyOf"]!).Where(shape => shape!["required"] is not null)
            .Select(shape => KeyValuePair.Create((string)shape!["required"]![0]!, shape["properties"]![(string)shape["required"]![0]!]?.DeepClone())));

    /// <summary>The sentence that an editor shows beside a key.</summary>
    public static string Description(JsonObject keys, string key) => (string?)Resolved(keys[key]!)["description"] ?? "";

    /// <summary>The keys that may stand inside of a key, at any depth; what has pages of its own is left out.</summary>
    public static IReadOnlyList<string> Inside(JsonObject keys, string key)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        Collect(Resolved(keys[key]!), found, []);
        return [.. found];
    }

    private static JsonObject Resolved(JsonNode node) =>
        node["$ref"] is { } reference ? (JsonObject)Definitions[((string)reference!)["#/definitions/".Length..]]! : (JsonObject)node;

    private static bool HasPage(string? target) =>
        target is "#/definitions/column" or "#/definitions/table" or "#/definitions/distribution"
        || target?.StartsWith("#/definitions/key_", StringComparison.Ordinal) == true;

    private static void Collect(JsonNode? node, SortedSet<string> found, HashSet<string> seen)
    {
        if (node is JsonArray list)
        {
            foreach (JsonNode? item in list)
                Collect(item, found, seen);
        }
        else if (node is JsonObject map)
        {
            string? target = (string?)map["$ref"]?.AsValue();
            if (target is not null && !HasPage(target) && seen.Add(target))
                Collect(Resolved(map), found, seen);
            foreach ((string name, JsonNode? value) in map.Where(pair => pair.Key != "not"))
            {
                if (name == "properties" && value is JsonObject properties)
                    found.UnionWith(properties.Where(property => !HasPage((string?)property.Value!["$ref"])).Select(property => property.Key));
                Collect(value, found, seen);
            }
        }
    }
}
