using System.Text.Json;

namespace SynthData.Sources.Model.Prompts;

/// <summary>The shape of an answer as JSON Schema, flat: types and required members only, since servers differ in what else they take.</summary>
/// <remarks>
/// It is the same for all tables: a list of lists, of which the first holds names and each other one a row. Names of columns in every row
/// would cost more tokens than many a cell, and a schema with them more than what it guards, for cells are checked anyway.
/// </remarks>
internal static class WireSchema
{
    public static JsonElement Rows { get; } = JsonElement.Parse("""
        {"type":"object","properties":{"rows":{"type":"array","items":{"type":"array","items":{"type":["string","number","boolean","null"]}}}},"required":["rows"],"additionalProperties":false}
        """);
}
