using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SynthData.SimulatedProvider;

namespace SynthData.Benchmarks.Orchestrator;

/// <summary>The shape of mostlyai-mock: 20 rows of all columns a call, column specifications and rows before as indented JSON.</summary>
/// <remarks>
/// After mostly-ai/mostlyai-mock, <c>mostlyai/mock/core.py</c> (<c>_create_system_prompt</c>, <c>_create_table_prompt</c>, batches of 20,
/// JSON answers with a top-level <c>rows</c>, the answer's schema sent along). The words are ours, about as many as theirs. Rows before are
/// those of the ten last, which it shows where one worker asks; several workers show none, so both are counted. It draws no column
/// locally, so its answers hold all of them. The two rows it asks for beyond the last batch are left out.
/// </remarks>
internal static class TwentyRowsPerCall
{
    /// <summary>Rows before that one worker shows.</summary>
    public const int Remembered = 10;

    private const int RowsPerCall = 20;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string System = """
        You generate data for tables: highly realistic values that fit their context and follow the definitions of a schema.

        What to do:

        1. Keep strictly to the constraints of the schema (data types, ranges, formats)
        2. Keep related tables and the keys between them logically consistent
        3. Write values that fit their context and follow patterns of the real world
        4. Make data diverse, without repetition and without obvious patterns
        5. Respect unique columns and other rules of integrity
        6. When enriching existing data, let new values be consistent with it
        7. Return well-formed JSON output that can be parsed as it is
        8. Use no markdown formatting

        For numeric fields, follow realistic distributions instead of drawing at random. For text fields, write content that fits its context. For dates and timestamps, keep to a logical order. References between tables always have to hold.

        When enriching existing data, study the patterns and relations of its columns, so that values for the missing ones are compatible and realistic.
        """;

    private const string Specifications = """
        {
          "id": {
            "prompt": "number of the review, counted from 1",
            "dtype": "integer"
          },
          "category": {
            "dtype": "category",
            "values": [
              "tent",
              "sleeping bag",
              "rucksack",
              "stove",
              "headlamp",
              "rain jacket"
            ]
          },
          "price": {
            "prompt": "price in euros, 9 to 600, two decimals, many low and few high",
            "dtype": "float"
          },
          "stars": {
            "prompt": "1 to 5, mostly 4 and 5",
            "dtype": "integer"
          },
          "product": {
            "prompt": "name of a product of the category at that price, brand first, 12 to 40 characters",
            "dtype": "string"
          },
          "material": {
            "prompt": "what the product is mainly made of, with a detail a hiker looks for, 15 to 50 characters",
            "dtype": "string"
          },
          "trip": {
            "prompt": "where and how the customer used it, 20 to 60 characters",
            "dtype": "string"
          },
          "title": {
            "prompt": "headline of a review with that many stars, 15 to 50 characters",
            "dtype": "string"
          },
          "body": {
            "prompt": "the review: two sentences that fit headline, trip and stars, 80 to 200 characters",
            "dtype": "string"
          },
          "answer": {
            "prompt": "what the shop answers in public, one sentence, by name of the product, 50 to 120 characters",
            "dtype": "string"
          }
        }
        """;

    private const string Schema = """{"type":"json_schema","json_schema":{"name":"TableRows","strict":true,"schema":{"$defs":{"TableRow":{"properties":{"id":{"anyOf":[{"type":"integer"},{"type":"null"}],"title":"Id"},"category":{"enum":["tent","sleeping bag","rucksack","stove","headlamp","rain jacket"],"title":"Category","type":"string"},"price":{"anyOf":[{"type":"number"},{"type":"null"}],"title":"Price"},"stars":{"anyOf":[{"type":"integer"},{"type":"null"}],"title":"Stars"},"product":{"anyOf":[{"type":"string"},{"type":"null"}],"title":"Product"},"material":{"anyOf":[{"type":"string"},{"type":"null"}],"title":"Material"},"trip":{"anyOf":[{"type":"string"},{"type":"null"}],"title":"Trip"},"title":{"anyOf":[{"type":"string"},{"type":"null"}],"title":"Title"},"body":{"anyOf":[{"type":"string"},{"type":"null"}],"title":"Body"},"answer":{"anyOf":[{"type":"string"},{"type":"null"}],"title":"Answer"}},"required":["id","category","price","stars","product","material","trip","title","body","answer"],"title":"TableRow","type":"object","additionalProperties":false}},"properties":{"rows":{"items":{"$ref":"#/$defs/TableRow"},"title":"Rows","type":"array"}},"required":["rows"],"title":"TableRows","type":"object","additionalProperties":false}}}""";

    /// <summary>Tokens of all calls for these rows.</summary>
    /// <param name="remembered">Rows before that a call shows.</param>
    public static long Tokens(IReadOnlyList<JsonElement> rows, int remembered)
    {
        long tokens = 0;
        for (int first = 0; first < rows.Count; first += RowsPerCall)
        {
            List<JsonElement> asked = [.. rows.Skip(first).Take(RowsPerCall)];
            List<JsonElement> before = [.. rows.Take(first).TakeLast(remembered)];
            tokens += TokenCounts.O200k(System) + TokenCounts.O200k(User(before, asked.Count)) + TokenCounts.O200k(Schema) + TokenCounts.O200k(Answer(asked));
        }

        return tokens;
    }

    private static string User(List<JsonElement> before, int count)
    {
        string prompt = $"# {ReviewTexts.Dataset}\n\n## Table to fill: `reviews`\n\n### Its primary key: `id`\n\n### Its columns:\n\n{Specifications}\n\n";
        if (before.Count > 0)
            prompt += string.Create(CultureInfo.InvariantCulture, $"\n## The `{before.Count}` rows of table `reviews` before:\n\n{Json(before, Indented)}\n\n");
        prompt += string.Create(CultureInfo.InvariantCulture, $"\n## What to do:\n\nGenerate data for the table `reviews`.\n\nHow many rows to generate: `{count}`.\n\n");
        if (before.Count > 0)
        {
            prompt += "Generate new rows that stay consistent with the rows before where that makes sense. Do not copy rows before into the output. "
                + "Pay no attention to how many rows before there are; more may have been generated than are shown.\n\n";
        }

        return prompt + "Use no code to generate the data.\n\nReturn the data as a JSON string. The JSON string should have the key 'rows' at its top level. "
            + "The value of 'rows' should be a list of JSON objects. Each JSON object should have the column names as keys and the values as column values.\n";
    }

    // Models answer in the compact form they are mostly trained on: a blank after colon and comma would only add to the count.
    private static string Answer(List<JsonElement> rows) => $"{{\"rows\":{Json(rows, JsonSerializerOptions.Default)}}}";

    private static string Json(List<JsonElement> rows, JsonSerializerOptions options) =>
        new JsonArray([.. rows.Select(row => JsonNode.Parse(row.GetRawText()))]).ToJsonString(options);
}
