using SynthData.Manifest;
using SynthData.SimulatedProvider;
using SynthData.Tests.Cli;

namespace SynthData.Tests.Sources.Model.Whole;

/// <summary>Budgets and patience from the command line: a clear end, nothing half-made, and the same command goes on.</summary>
public class BudgetRunTests
{
    [Theory]
    [InlineData("--max-calls", "1")]
    [InlineData("--token-budget", "2400")]
    [InlineData("--max-cost", "0.003", "--price-in", "0.5", "--price-out", "2")]
    public async Task A_spent_budget_is_4_and_runs_in_a_row_give_what_one_gives(params string[] budget)
    {
        await using ModelBench whole = await ModelBench.StartAsync();
        RunManifest expected = await whole.MakeAsync(whole.Write("desk.yaml", Desk.Schema), "made");
        await using ModelBench bench = await ModelBench.StartAsync();
        string schema = bench.Write("desk.yaml", Desk.Schema);
        CommandLine run = await bench.GenerateAsync(schema, "made", budget);
        run.AssertRefused(4, "SD4211", "The budget of ", "Bought in this run: ", "Answered are ", bench.At("desk.journal.jsonl"));
        Assert.Equal(["desk.journal.jsonl", "desk.yaml"], Directory.EnumerateFileSystemEntries(bench.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));

        int runs = 1;
        for (; run.ExitCode == 4 && runs < 100; runs++)
            run = await bench.GenerateAsync(schema, "made", budget);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(whole.Server.Calls, bench.Server.Calls);
        Assert.InRange(runs, 2, whole.Server.Calls);
        Assert.Equal(ModelBench.Contents(expected), ModelBench.Contents(bench.ReadManifest("made")));
        Assert.Equal(expected.Model, bench.ReadManifest("made").Model);
    }

    [Fact]
    public async Task A_budget_that_is_just_enough_is_no_end()
    {
        await using ModelBench whole = await ModelBench.StartAsync();
        await whole.MakeAsync(whole.Write("desk.yaml", Desk.Schema), "made");
        await using ModelBench bench = await ModelBench.StartAsync();

        await bench.MakeAsync(bench.Write("desk.yaml", Desk.Schema), "made", "--max-calls", $"{whole.Server.Calls}");

        Assert.Equal(whole.Server.Calls, bench.Server.Calls);
    }

    [Fact]
    public async Task A_storm_of_refusals_delays_every_call_and_drops_none()
    {
        await using ModelBench whole = await ModelBench.StartAsync();
        RunManifest expected = await whole.MakeAsync(whole.Write("desk.yaml", Desk.Schema), "made", "--rows", "products=100");
        var tries = new System.Collections.Concurrent.ConcurrentDictionary<string, int>();
        await using ModelBench bench = await ModelBench.StartAsync(request => tries.AddOrUpdate(request.Body, 1, (_, count) => count + 1) switch
        {
            <= 4 => new Fault.Status(429),
            <= 8 => new Fault.Status(529),
            _ => null,
        });

        RunManifest made = await bench.MakeAsync(bench.Write("desk.yaml", Desk.Schema), "made", "--rows", "products=100");

        Assert.Equal(9 * whole.Server.Calls, bench.Server.Calls);
        Assert.Equal(ModelBench.Contents(expected), ModelBench.Contents(made));
    }

    [Fact]
    public async Task A_server_that_never_lets_a_call_through_is_6_when_patience_ends()
    {
        await using ModelBench bench = await ModelBench.StartAsync(_ => new Fault.Status(429, "slow down") { Header = ("Retry-After", "30") });

        CommandLine run = await bench.GenerateAsync(bench.Write("desk.yaml", Desk.Schema), "made", "--patience", "5min");

        run.AssertRefused(6, "SD6031", "patience is 300 s", "slow down");
    }

    [Fact]
    public async Task A_pause_longer_than_patience_is_6_at_once()
    {
        await using ModelBench bench = await ModelBench.StartAsync(_ => new Fault.Status(529, "full") { Header = ("Retry-After", "7200") });

        CommandLine run = await bench.GenerateAsync(bench.Write("desk.yaml", Desk.Schema), "made", "--patience", "1h", "--concurrency", "1");

        run.AssertRefused(6, "SD6032", "asks to wait 7200 s; patience is 3600 s");
        Assert.Equal(1, bench.Server.Calls);
    }

    [Theory]
    [InlineData("SD8106", "--max-calls", "0")]
    [InlineData("SD8106", "--token-budget", "many")]
    [InlineData("SD8106", "--max-cost", "-1", "--price-in", "1", "--price-out", "1")]
    [InlineData("SD8106", "--price-in", "free")]
    [InlineData("SD8106", "--price-out", "1,5")]
    [InlineData("SD8106", "--requests-per-minute", "0.5")]
    [InlineData("SD8106", "--tokens-per-minute", "-3")]
    [InlineData("SD8106", "--concurrency", "0")]
    [InlineData("SD8106", "--patience", "long")]
    [InlineData("SD8117", "--max-cost", "1")]
    [InlineData("SD8117", "--max-cost", "1", "--price-in", "1")]
    public async Task A_limit_that_is_none_is_usage(string code, params string[] options)
    {
        await using ModelBench bench = await ModelBench.StartAsync();

        (await bench.GenerateAsync(bench.Write("desk.yaml", Desk.Schema), "made", options)).AssertRefused(2, code, options[0]);

        Assert.Equal(0, bench.Server.Calls);
    }

    [Fact]
    public async Task A_limit_without_a_model_is_usage()
    {
        using var folder = new TemporaryFolder();

        (await CommandLine.RunAsync("generate", folder.Write("desk.yaml", Desk.Schema), "--max-calls", "3")).AssertRefused(2, "SD8117", "'--max-calls' does nothing without '--model'");
    }
}
