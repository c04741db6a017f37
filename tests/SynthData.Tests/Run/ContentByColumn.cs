using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Manifest;
using SynthData.Output;
using SynthData.Planning;
using SynthData.Schema;
using SynthData.Schema.Reading;

namespace SynthData.Tests.Run;

/// <summary>The content of each visible column of a dataset by itself, so that it can be told which column changed.</summary>
internal static class ContentByColumn
{
    /// <summary>Gives the sum of the cells by <c>table.column</c>.</summary>
    public static async Task<SortedDictionary<string, string>> OfAsync(GenerationPlan plan)
    {
        var sums = new Dictionary<string, ContentSum>(StringComparer.Ordinal);
        foreach (TablePlan table in plan.Run.Plan.Tables)
        {
            await foreach (RowBatch batch in plan.ReadBatchesAsync(table.Name, TestContext.Current.CancellationToken))
            {
                for (int index = 0; index < batch.Columns.Length; index++)
                {
                    BatchColumn column = batch.Columns[index];
                    var alone = new RowBatch(batch.Table, batch.FirstRowIndex, batch.RowCount, [column], [batch.Cells(index)]);
                    string name = $"{table.Name}.{column.Name}";
                    sums[name] = sums.GetValueOrDefault(name) + new ContentHash([column]).Of(alone);
                }
            }
        }

        return new SortedDictionary<string, string>(sums.ToDictionary(sum => sum.Key, sum => sum.Value.ToString()), StringComparer.Ordinal);
    }

    /// <summary>Reads a schema from text; null when it is refused.</summary>
    public static GenerationPlan? Plan(string text, GenerationRequest request)
    {
        var bag = new DiagnosticBag();
        DatasetSchema? schema = SchemaReader.ReadText(text, bag, "schema.json");
        if (schema is null || bag.HasErrors)
            return null;
        try
        {
            return new Dataset(schema).Plan(request);
        }
        catch (SchemaException)
        {
            return null;
        }
    }
}
