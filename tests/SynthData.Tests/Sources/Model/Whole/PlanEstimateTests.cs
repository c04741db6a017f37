using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SynthData.SimulatedProvider;
using SynthData.Tests.Cli;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Sources.Model.Whole;

/// <summary>What <c>plan</c> says a model will take, beside what a run took.</summary>
public class PlanEstimateTests
{
    [Theory]
    [InlineData("bike-shop.yaml", "0.4")]
    [InlineData("hr.yaml", "0.4")]
    [InlineData("support-tickets.yaml", "0.2")]
    public async Task An_estimate_is_within_a_quarter_of_what_a_run_takes(string name, string scale)
    {
        await using SimulatedServer server = await SimulatedServer.StartAsync(new ProviderOptions { Script = _ => new Fault.Writes(Text) });
        using TemporaryFolder folder = new();
        string schema = folder.Write(name, await File.ReadAllTextAsync(Repository.PathOf("schemas", name), ModelBench.Token));
        string[] common = [schema, "--scale", scale, "--model", "openai/gpt-5-mini", "--base-url", server.BaseUrl.ToString(), "--json"];

        CommandLine planned = await CommandLine.RunAsync(["plan", .. common]);
        Assert.True(planned.ExitCode == 0, planned.Output);
        Assert.Empty(server.Requests);
        CommandLine run = await CommandLine.RunAsync(["generate", .. common, "-o", folder.At("made")]);
        Assert.True(run.ExitCode == 0, run.Output);

        JsonElement estimate = planned.Json().GetProperty("result").GetProperty("model");
        JsonElement used = run.Json().GetProperty("result").GetProperty("model").GetProperty("used");
        // The simulated provider counts messages; real ones count the answer's schema too, which is sent with each.
        long schemas = server.Requests.Sum(request => (long)TokenCounts.O200k(request.Get("response_format").GetProperty("json_schema").GetProperty("schema").GetRawText()));
        Assert.Equal("o200k_base", estimate.GetProperty("countedBy").GetString());
        AssertNear(server.Calls, estimate.GetProperty("calls").GetInt64(), "calls");
        AssertNear(used.GetProperty("tokensIn").GetInt64() + schemas, estimate.GetProperty("tokensIn").GetInt64(), "tokens in");
        AssertNear(used.GetProperty("tokensOut").GetInt64(), estimate.GetProperty("tokensOut").GetInt64(), "tokens out");
    }

    [Fact]
    public async Task Prices_and_limits_make_money_and_time_of_it()
    {
        using TemporaryFolder folder = new();
        string schema = folder.Write("desk.yaml", Desk.Schema);
        CommandLine run = await CommandLine.RunAsync(
            "plan", schema, "--rows", "products=2000", "--model", "openai/gpt-5-mini", "--price-in", "0.25", "--price-out", "2", "--tokens-per-minute", "50_000", "--json");

        JsonElement model = run.Json().GetProperty("result").GetProperty("model");
        long sent = model.GetProperty("tokensIn").GetInt64();
        long received = model.GetProperty("tokensOut").GetInt64();
        Assert.Equal(((sent * 0.25m) + (received * 2m)) / 1_000_000, model.GetProperty("money").GetDecimal());
        Assert.Equal((sent + received) / 50_000.0, model.GetProperty("leastMinutes").GetDouble(), 0.001);
        Assert.Equal(["products", "tickets"], model.GetProperty("tables").EnumerateArray().Select(table => table.GetProperty("name").GetString()));
        Assert.Equal(sent, model.GetProperty("tables").EnumerateArray().Sum(table => table.GetProperty("tokensIn").GetInt64()));
    }

    [Fact]
    public async Task An_estimate_reads_well_and_says_what_it_is()
    {
        using TemporaryFolder folder = new();
        string schema = folder.Write("desk.yaml", Desk.Schema);
        CommandLine known = await CommandLine.RunAsync(
            "plan", schema, "--model", "openai/gpt-5-mini", "--price-in", "0.25", "--price-out", "2", "--requests-per-minute", "3");
        CommandLine unknown = await CommandLine.RunAsync("plan", schema, "--model", "ollama/llama3.2");

        Assert.Equal((0, 0), (known.ExitCode, unknown.ExitCode));
        Snapshot.Match($"{Estimate(known)}\n{Estimate(unknown)}", "estimate");
    }

    [Fact]
    public async Task Without_rows_to_ask_for_nothing_is_estimated()
    {
        using TemporaryFolder folder = new();
        string schema = folder.Write("quiet.yaml", """
            synthdata: 1
            name: quiet
            tables: { notes: { rows: 40, key: id, columns: { id: { sequence: 1 }, text: { prompt: 'A note.', when: id > 100 } } } }
            """);
        CommandLine run = await CommandLine.RunAsync("plan", schema, "--model", "openai/gpt-5-mini", "--json");

        JsonElement model = run.Json().GetProperty("result").GetProperty("model");
        Assert.Equal((0, 0, 0), (model.GetProperty("cells").GetInt64(), model.GetProperty("calls").GetInt64(), model.GetProperty("tokensIn").GetInt64()));
    }

    private static void AssertNear(long actual, long estimate, string what) =>
        Assert.True(estimate >= 0.75 * actual && estimate <= 1.25 * actual, string.Create(CultureInfo.InvariantCulture, $"{what}: estimated {estimate}, took {actual}"));

    // What a person might write for the prompts of the ready-made schemas.
    private static string? Text(AskedSlot slot, string column) => column switch
    {
        "rides" => "\"Rides a folding bike to the office each morning because a parking space in town costs more than lunch.\"",
        "title" => $"\"Gazelle Ultimate C{slot.Id} HMB city e-bike, low step, 500 Wh\"",
        "comment" => "\"Reliable all year and quick to help newer colleagues. Should delegate more and write down what was agreed with other teams.\"",
        "subject" => "\"Export to CSV stops halfway since last update\"",
        "body" => "\"Since the update on Monday the export stops after about half of the rows. There is no message, the window just closes and the file is "
            + "left behind without its last lines. I have tried it on two machines and with a smaller project, and it is the same every time. "
            + "We need the figures by Friday, so please tell me how to get the old version back.\"",
        "text" => "\"Thank you for the details, they helped a lot. We could reproduce the problem with a large project and found the cause. "
            + "A corrected version comes out on Thursday; until then, exporting in two parts works.\"",
        _ => null,
    };

    // How many tokens a prompt has is for other tests to say.
    private static string Estimate(CommandLine run) => Regex.Replace(
        string.Join('\n', run.Output.Split('\n').SkipWhile(line => !line.Contains("an estimate", StringComparison.Ordinal))),
        @"[\d,.]+(?= (tokens|out\b|in money))", "#");
}
