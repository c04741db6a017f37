using System.Text.Json;
using SynthData.SimulatedProvider;
using SynthData.Tests.Cli;
using SynthData.Tests.Sources.Model.Whole;

namespace SynthData.Tests.Jobs;

/// <summary>Jobs whose datasets ask a model: its limits, its failures, and what is kept between runs.</summary>
public class JobModelTests
{
    private const string Key = "sk-simulated-0123456789";

    [Fact]
    public async Task A_model_is_asked_as_generate_asks_it_and_never_by_plan()
    {
        await using ModelBench whole = await ModelBench.StartAsync();
        await whole.MakeAsync(whole.Write("desk.yaml", Desk.Schema), "made");
        await using ModelBench bench = await ModelBench.StartAsync();
        Write(bench, "desk: { schema: desk.yaml, output: made, model: openai/test, base_url: '${env:MODELS}', timeout: 1d, limits: { patience: 1d } }");

        CommandLine plan = await RunAsync(bench, "plan");
        Assert.Equal((0, 0), (plan.ExitCode, bench.Server.Calls));
        CommandLine run = await RunAsync(bench);

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(whole.Server.Calls, bench.Server.Calls);
        Assert.Equal(ModelBench.Contents(whole.ReadManifest("made")), ModelBench.Contents(bench.ReadManifest("made")));
        Assert.Contains("desk bought ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", run.Error + plan.Output + plan.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_ends_one_dataset_and_the_next_run_buys_only_the_rest()
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        Write(bench, """
            desk: { schema: desk.yaml, output: made, model: openai/test, base_url: '${env:MODELS}', timeout: 1d, on_failure: continue, limits: { calls: '${calls}', patience: 1d } }
            plain: { schema: plain.yaml, output: plain }
            """);

        CommandLine first = await RunAsync(bench, "run", "--set", "calls=2", "--json");
        int bought = bench.Server.Calls;
        CommandLine second = await RunAsync(bench, "run", "--set", "calls=500", "--resume");

        Assert.Equal((4, 2), (first.ExitCode, bought));
        Assert.Equal("desk:failed plain:made", States(first));
        Assert.Equal("SD4211", Datasets(first)[0].GetProperty("diagnostics")[0].GetProperty("code").GetString());
        Assert.Equal(2, Datasets(first)[0].GetProperty("model").GetProperty("bought").GetProperty("calls").GetInt32());
        Assert.True(second.ExitCode == 0, second.Error);
        Assert.Equal(bench.Server.Requests.Count, bench.Server.Requests.Select(request => request.Body).Distinct().Count());
        Desk.AssertRight(bench, "made", 24);
    }

    [Fact]
    public async Task A_model_that_fails_is_tried_again_and_a_rule_is_not()
    {
        await using ModelBench bench = await ModelBench.StartAsync(request => request.Number <= 1 ? new Fault.Status(404) : null);
        Write(bench, """
            desk: { schema: desk.yaml, output: made, model: openai/test, base_url: '${env:MODELS}', timeout: 1d, retries: 3, limits: { concurrency: 1, patience: 1d } }
            hopeless: { schema: hopeless.yaml, output: hopeless, retries: 3 }
            """);

        CommandLine run = await RunAsync(bench, "run", "--json");

        Assert.Equal("desk:made hopeless:failed", States(run));
        Assert.Equal([2, 1], Datasets(run).Select(dataset => dataset.GetProperty("tries").GetInt32()));
        Assert.Contains(TimeSpan.FromSeconds(10), bench.Clock.Pauses);
        Assert.Equal(4, run.ExitCode);
    }

    [Fact]
    public async Task A_key_that_is_missing_is_told_before_the_first_row_and_one_that_is_there_never()
    {
        await using ModelBench bench = await ModelBench.StartAsync(_ => new Fault.Status(401));
        Write(bench, """
            plain: { schema: plain.yaml, output: plain }
            far: { schema: desk.yaml, output: far, model: openai/test, base_url: https://models.test/v1 }
            """);
        (await RunAsync(bench)).AssertRefused(2, "SD8003", "job.yaml(6,");
        Assert.False(Directory.Exists(bench.At("plain")));

        Write(bench, "desk: { schema: desk.yaml, output: made, model: openai/test, base_url: '${env:MODELS}' }");
        CommandLine refused = await RunAsync(bench, "run", "--json", "--verbose");

        Assert.Equal(6, refused.ExitCode);
        Assert.Equal("SD6001", Datasets(refused)[0].GetProperty("diagnostics")[0].GetProperty("code").GetString());
        Assert.DoesNotContain(Key, refused.Output + refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", refused.Output + refused.Error, StringComparison.Ordinal);
    }

    private static void Write(ModelBench bench, string datasets)
    {
        bench.Write("desk.yaml", Desk.Schema);
        bench.Write("plain.yaml", JobFolder.People);
        bench.Write("hopeless.yaml", JobFolder.Hopeless);
        bench.Write("job.yaml", $"synthdata-job: 1\nname: nightly\nparams: {{ calls: 100 }}\ndatasets:\n{string.Concat(datasets.Split('\n').Select(line => $"  {line}\n"))}");
    }

    // Only a server on this machine gets the key of the tests.
    private static Task<CommandLine> RunAsync(ModelBench bench, string command = "run", params string[] more) => CommandLine.RunAsync(
        [command, bench.At("job.yaml"), .. more],
        name => name switch { "MODELS" => bench.Server.BaseUrl.ToString(), "OPENAI_API_KEY" when more.Contains("--verbose") => Key, _ => null },
        ModelBench.Token, bench.Clock);

    private static JsonElement[] Datasets(CommandLine run) => [.. run.Json().GetProperty("result").GetProperty("datasets").EnumerateArray()];

    private static string States(CommandLine run) => string.Join(' ', Datasets(run).Select(dataset => $"{dataset.GetProperty("name").GetString()}:{dataset.GetProperty("state").GetString()}"));
}
