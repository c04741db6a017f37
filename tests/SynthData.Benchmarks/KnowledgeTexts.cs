using System.Text;
using System.Text.Json;
using SynthData.Batches;
using SynthData.Schema;

namespace SynthData.Benchmarks;

/// <summary>A column of texts from knowledge, and the same column drawn from a pool of whole texts.</summary>
internal static class KnowledgeTexts
{
    private const int PooledTexts = 1_000;

    private const string Industries = "technology, finance, healthcare, education, retail, manufacturing, logistics, construction, hospitality, public-sector";

    private const string Schema = $$"""
        synthdata: 1
        generator: 2
        name: companies
        seed: 1
        tables:
          companies:
            rows: 1000
            columns:
              id:          { sequence: 1 }
              industry:    { values: [{{Industries}}] }
              description: { {0} }

        """;

    private const string Knowledge = """
        synthdata-knowledge: 1
        columns:
          companies.description: { pack: company-descriptions }

        """;

    public static async Task<Contest> ContestAsync(int rows)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("synthdata-knowledge-");
        try
        {
            GenerationPlan known = Plan(folder, "known", "prompt: 'What a company of the industry {industry} does.'", rows);
            string[] texts = await TextsAsync(known);
            GenerationPlan pooled = Plan(folder, "pooled", $"values: {JsonSerializer.Serialize(texts, BenchmarkJson.Default.StringArray)}", rows);
            var ours = new Candidate("texts of knowledge", rows, stream => Shapes.WriteAsync(known, "csv", stream));
            var plain = new Candidate($"{PooledTexts:N0} whole texts, drawn", rows, stream => Shapes.WriteAsync(pooled, "csv", stream));
            return new Contest("D, knowledge, CSV", $"3 columns, {rows:N0} rows, a text of {texts.Average(text => text.Length):N0} characters, no compression", [ours, plain], [new Aim(ours, plain, 0.5)]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static GenerationPlan Plan(DirectoryInfo folder, string name, string source, int rows)
    {
        string path = Path.Combine(folder.FullName, name + ".yaml");
        File.WriteAllText(path, Schema.Replace("{0}", source, StringComparison.Ordinal), Encoding.UTF8);
        if (source.StartsWith("prompt", StringComparison.Ordinal))
            File.WriteAllText(Path.Combine(folder.FullName, name + ".knowledge.yaml"), Knowledge);
        return Dataset.Open(path).Plan(new GenerationRequest { Rows = { ["companies"] = rows } });
    }

    private static async Task<string[]> TextsAsync(GenerationPlan plan)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        await foreach (RowBatch batch in plan.ReadBatchesAsync("companies"))
        {
            for (int row = 0; row < batch.RowCount && texts.Count < PooledTexts; row++)
                texts.Add(CellText.Format(batch.Cells(2), row, ColumnType.Text));
            if (texts.Count == PooledTexts)
                break;
        }

        return [.. texts];
    }
}

[System.Text.Json.Serialization.JsonSerializable(typeof(string[]))]
internal sealed partial class BenchmarkJson : System.Text.Json.Serialization.JsonSerializerContext;
