using Microsoft.Extensions.AI;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Manifest;
using SynthData.Output;
using SynthData.SimulatedProvider;

namespace SynthData.Tests.Sources.Model.Whole;

/// <summary>A schema and any chat client in, files out.</summary>
public class LibraryRunTests
{
    [Fact]
    public async Task A_client_given_to_the_run_answers_the_prompts()
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        using IChatClient chat = bench.Client();
        GenerationPlan plan = Dataset.Open(bench.Copy("bike-shop.yaml")).Plan(new GenerationRequest { Rows = { ["customers"] = 20, ["products"] = 20 } });

        RunManifest manifest = await plan.WriteAsync(OutputTarget.Folder(bench.At("made")), new RunOptions { Chat = chat }, ModelBench.Token);

        Assert.Equal("openai/test", manifest.Model!.Name);
        Assert.Equal(4, bench.Server.Calls);
        Assert.Equal("model", Source(manifest, "products", "title"));
        Assert.Equal(20, ModelBench.Count($"(SELECT DISTINCT title FROM {bench.Csv("made", "products")})"));

        RunManifest replayed = await plan.WriteAsync(OutputTarget.Folder(bench.At("again")), new RunOptions { Replay = true }, ModelBench.Token);
        Assert.Equal(4, bench.Server.Calls);
        Assert.Equal(ModelBench.Contents(manifest), ModelBench.Contents(replayed));
    }

    [Fact]
    public async Task A_request_for_the_fallbacks_leaves_the_client_alone()
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        using IChatClient chat = bench.Client();
        var request = new GenerationRequest { Text = TextSource.Fallback, Rows = { ["customers"] = 5, ["products"] = 5 } };

        RunManifest manifest = await Dataset.Open(bench.Copy("bike-shop.yaml")).Plan(request).WriteAsync(OutputTarget.Folder(bench.At("made")), new RunOptions { Chat = chat }, ModelBench.Token);

        Assert.Equal(0, bench.Server.Calls);
        Assert.Null(manifest.Model);
        Assert.Equal("fallback", Source(manifest, "products", "title"));
    }

    [Fact]
    public async Task One_plan_serves_several_runs_at_once_without_mixing_their_answers()
    {
        await using ModelBench bench = await ModelBench.StartAsync(request => new Fault.Writes((slot, column) => column == "title" ? $"\"{request.Model} {slot.Id}\"" : null), FaultMix.Dawdle);
        GenerationPlan plan = Dataset.Open(bench.Write("desk.yaml", Desk.Schema)).Plan(new GenerationRequest { Text = TextSource.Row });

        await Task.WhenAll(((string[])["ant", "bee", "cat"]).Select(async model =>
        {
            using IChatClient chat = bench.Client(model);
            var options = new RunOptions { Chat = chat, JournalPath = bench.At(model + ".jsonl") };
            await plan.WriteAsync(OutputTarget.Folder(bench.At(model)), options, ModelBench.Token);
        }));

        Assert.All(["ant", "bee", "cat"], model =>
        {
            Assert.Equal(0, ModelBench.Count($"{bench.Csv(model, "notes")} WHERE thing NOT LIKE '{model} %'"));
            Assert.All(Desk.Faults(bench, model), fault => Assert.Equal(0, ModelBench.Count(fault)));
        });
    }

    [Fact]
    public async Task Nobody_to_ask_and_rows_that_only_a_written_run_can_have_are_told()
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        GenerationPlan plan = Dataset.Open(bench.Write("desk.yaml", Desk.Schema)).Plan(new GenerationRequest { Text = TextSource.Row });

        GenerationException alone = await Assert.ThrowsAsync<GenerationException>(() => plan.WriteAsync(OutputTarget.Folder(bench.At("made")), cancellationToken: ModelBench.Token));
        Assert.Equal("SD6016", alone.Diagnostic.Code);
        Assert.False(Directory.Exists(bench.At("made")));

        foreach (string table in (string[])["products", "tickets", "notes"])
        {
            GenerationException unwritten = await Assert.ThrowsAsync<GenerationException>(async () =>
            {
                await foreach (RowBatch batch in plan.ReadBatchesAsync(table, ModelBench.Token))
                    Assert.NotNull(batch);
            });
            Assert.Equal("SD6015", unwritten.Diagnostic.Code);
        }
    }

    private static string Source(RunManifest manifest, string table, string column) =>
        manifest.Tables.Single(made => made.Name == table).Columns.Single(one => one.Name == column).Source;
}
