using System.Data.Common;
using SynthData.Batches;
using SynthData.Manifest;
using SynthData.Output;
using SynthData.Tests.Codegen.Generated.BikeShop;

namespace SynthData.Tests.Documents;

/// <summary>README's C#, compiled: what stands between the marks is what README shows, but for the three names of the parameters.</summary>
internal static class ReadmeSample
{
    public static async Task RunAsync(string schemaPath, string outFolder, TextWriter output)
    {
        // README begins
        Dataset shop = Dataset.Open(schemaPath);
        GenerationPlan plan = shop.Plan(new GenerationRequest { Seed = 7, Rows = { ["customers"] = 50 } });

        RunManifest done = await plan.WriteAsync(OutputTarget.Folder(outFolder));
        foreach (ManifestTable table in done.Tables)
            output.WriteLine($"{table.Name}: {table.Rows} rows");

        IReadOnlyList<Order> orders = plan.Read<Order>();               // records of `synthdata codegen schemas/bike-shop.yaml`
        output.WriteLine($"{orders.Count} orders, {orders.Count(order => order.ShippedAt is null)} of them not shipped");

        await foreach (RowBatch batch in plan.ReadBatchesAsync("customers"))
            output.WriteLine($"{batch.RowCount} rows, the first of {batch.GetValue(row: 0, column: 1)}");

        await using DbDataReader reader = plan.OpenReader("orders");    // for SqlBulkCopy, Npgsql, DataTable
        // README ends
        Assert.True(await reader.ReadAsync(TestContext.Current.CancellationToken));
    }
}
