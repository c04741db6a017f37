using System.Text.Json;
using System.Text.RegularExpressions;
using SynthData.Cli;
using SynthData.Manifest;
using SynthData.SimulatedProvider;
using SynthData.Tests.Cli;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Sources.Model.Whole;

/// <summary>What a person, or a program by <c>--json</c>, is told of the model when a run has ended.</summary>
public class ModelSummaryTests
{
    // Titles of the first call are wrong, weights of the second.
    private static Fault? Script(RecordedRequest request) => request.Number switch
    {
        1 => new Fault.Cells("title", "\"A forbidden thing\""),
        2 => new Fault.Cells("weight", "\"heavy\""),
        _ => null,
    };

    [Fact]
    public async Task The_summary_tells_what_was_used_bought_and_sent_back()
    {
        await using ModelBench bench = await ModelBench.StartAsync(Script);
        string schema = bench.Write("desk.yaml", Desk.Schema);
        CommandLine bought = await bench.GenerateAsync(schema, "made", "--concurrency", "1", "--price-in", "0.5", "--price-out", "2");
        CommandLine replayed = await bench.GenerateAsync(schema, "again", "--replay");

        Assert.Equal((0, 0), (bought.ExitCode, replayed.ExitCode));
        Snapshot.Match($"{OfModel(bought)}\nThe same from its journal:\n\n{OfModel(replayed)}", "summary");
    }

    [Fact]
    public async Task Json_tells_more_and_its_parts_add_up()
    {
        await using ModelBench bench = await ModelBench.StartAsync(Script);
        string schema = bench.Write("desk.yaml", Desk.Schema);
        CommandLine run = await bench.GenerateAsync(schema, "made", "--concurrency", "1", "--json");
        RunManifest manifest = bench.ReadManifest("made");

        JsonElement model = run.Json().GetProperty("result").GetProperty("model");
        Assert.Equal("openai/test", model.GetProperty("name").GetString());
        Assert.Equal(bench.At("desk.journal.jsonl"), model.GetProperty("journal").GetString());
        Assert.Equal(bench.Server.Calls, model.GetProperty("bought").GetProperty("calls").GetInt64());
        Assert.Equal(manifest.Model!.TokensIn, model.GetProperty("used").GetProperty("tokensIn").GetInt64());
        Assert.Equal(JsonValueKind.Null, model.GetProperty("bought").GetProperty("money").ValueKind);
        Assert.True(model.GetProperty("used").GetProperty("tokensCached").GetInt64() > 0);

        JsonElement products = Table(model, "products");
        Assert.Equal(24, products.GetProperty("rows").GetInt64());
        Assert.Equal(0, products.GetProperty("rightOnFirstAsk").GetInt64());      // 16 rows of the first call, 8 of the second
        Assert.Equal(2, products.GetProperty("asksPerRow").GetDouble());
        Assert.Equal(0, products.GetProperty("rowsOfFallbacks").GetInt64());
        Assert.Equal(
            manifest.Tables.Single(table => table.Name == "products").Rejected.Sum(rejection => rejection.Count),
            products.GetProperty("rejected").EnumerateArray().Sum(rejection => rejection.GetProperty("count").GetInt64()));
        JsonElement tickets = Table(model, "tickets");
        Assert.Equal(1, tickets.GetProperty("firstAskShare").GetDouble());
        Assert.Equal(["subject", "escalation"], tickets.GetProperty("texts").EnumerateArray().Select(text => text.GetProperty("column").GetString()));
    }

    [Fact]
    public async Task Texts_that_are_alike_are_told_by_column()
    {
        await using ModelBench bench = await ModelBench.StartAsync(_ => new Fault.Cells("subject", "\"The same as ever\""));
        string schema = bench.Write("desk.yaml", Desk.Schema);
        CommandLine run = await bench.GenerateAsync(schema, "made");
        JsonElement model = (await bench.GenerateAsync(schema, "again", "--json")).Json().GetProperty("result").GetProperty("model");

        JsonElement subject = Table(model, "tickets").GetProperty("texts").EnumerateArray().Single(text => text.GetProperty("column").GetString() == "subject");
        Assert.Equal(subject.GetProperty("rows").GetInt64() - 1, subject.GetProperty("duplicates").GetInt64());
        Assert.Matches(@"\n    alike: 9\d(\.\d)? % of subject, ", run.Error);
    }

    [Fact]
    public async Task What_the_provider_read_from_its_cache_is_kept_in_the_journal()
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        string schema = bench.Write("desk.yaml", Desk.Schema);
        JsonElement bought = (await bench.GenerateAsync(schema, "made", "--json")).Json().GetProperty("result").GetProperty("model");
        JsonElement replayed = (await bench.GenerateAsync(schema, "again", "--replay", "--json")).Json().GetProperty("result").GetProperty("model");

        Assert.Equal(bought.GetProperty("used").GetRawText(), replayed.GetProperty("used").GetRawText());
        Assert.Equal(replayed.GetProperty("used").GetRawText(), replayed.GetProperty("fromJournal").GetRawText());
        Assert.Equal(0, replayed.GetProperty("bought").GetProperty("calls").GetInt64());
    }

    [Fact]
    public async Task A_run_that_fails_tells_what_was_bought_and_that_it_is_kept()
    {
        await using ModelBench bench = await ModelBench.StartAsync(request => request.Number > 2 ? new Fault.Status(401) : null);
        string schema = bench.Write("desk.yaml", Desk.Schema);
        CommandLine run = await bench.GenerateAsync(schema, "made", "--concurrency", "1");
        CommandLine json = await bench.GenerateAsync(schema, "made", "--concurrency", "1", "--json");

        run.AssertRefused(6, "SD6001", "Bought in this run: 2 calls, ", $"Answers are kept in {bench.At("desk.journal.jsonl")}; the same command goes on from there.");
        Assert.Equal(ExitCode.Model, json.ExitCode);
        Assert.Equal(0, json.Json().GetProperty("result").GetProperty("model").GetProperty("bought").GetProperty("calls").GetInt64());
        Assert.DoesNotContain("Bought", json.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_was_interrupted_tells_that_answers_are_kept()
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(ModelBench.Token);
        await using ModelBench bench = await ModelBench.StartAsync(
            before: async (request, gone) => await (request.Number == 3 ? stop.CancelAsync() : Task.CompletedTask));
        string schema = bench.Write("desk.yaml", Desk.Schema);
        CommandLine run = await bench.RunAsync(
            ["generate", schema, "-o", bench.At("made"), "--model", "openai/test", "--base-url", bench.Server.BaseUrl.ToString(), "--concurrency", "1"], stop: stop.Token);

        Assert.Equal(130, run.ExitCode);
        Assert.Contains("Interrupted; nothing was put at its final name.\nBought in this run: 2 calls, ", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("the same command goes on from there.\n", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await bench.GenerateAsync(schema, "made")).ExitCode);
    }

    private static JsonElement Table(JsonElement model, string name) =>
        model.GetProperty("tables").EnumerateArray().Single(table => table.GetProperty("name").GetString() == name);

    // How many tokens a prompt has is for other tests to say.
    private static string OfModel(CommandLine run) => Regex.Replace(
        string.Join('\n', run.Error.Split('\n').SkipWhile(line => !line.Contains("comes from", StringComparison.Ordinal)).TakeWhile(line => line.Length > 0)) + "\n",
        @"[\d,.]+(?= (tokens|out\b|in money|%))", "#");
}
