using SynthData.SimulatedProvider;
using SynthData.Tests.Cli;
using SynthData.Tests.Sources.Model.Whole;

namespace SynthData.Tests.Sources.Model.Providers;

/// <summary>The messages protocol through its official client.</summary>
public class AnthropicTests
{
    private const string Model = "anthropic/claude-test";

    [Fact]
    public async Task A_run_asks_in_the_protocol_and_gives_right_rows()
    {
        await using ModelBench bench = await ModelBench.StartAsync(model: Model);

        await bench.MakeAsync(bench.Write("desk.yaml", Desk.Schema), "made");

        Desk.AssertRight(bench, "made", products: 24);
        RecordedRequest first = bench.Server.Requests[0];
        Assert.Equal(("/v1/messages", "claude-test", true), (first.Path, first.Model, first.IsStream));
        Assert.Equal("json_schema", first.Get("output_config").GetProperty("format").GetProperty("type").GetString());
        Assert.True(first.Get("max_tokens").GetInt32() >= 8_192);
        Assert.True(bench.ReadManifest("made").Model is { Name: Model, TokensIn: > 0, TokensOut: > 0 });
    }

    [Theory]
    [InlineData(401, "SD6001", "refused the key")]
    [InlineData(404, "SD6002", "does not know model")]
    [InlineData(400, "SD6017", "credit balance is too low")]
    public async Task What_waiting_does_not_help_ends_the_run_at_once(int status, string code, string word)
    {
        string message = status == 400 ? "Your credit balance is too low to access the API." : "no";
        await using ModelBench bench = await ModelBench.StartAsync(_ => new Fault.Status(status, message), model: Model);

        (await bench.GenerateAsync(bench.Write("desk.yaml", Desk.Schema), "made", "--rows", "products=8")).AssertRefused(6, code, word);

        Assert.Equal(1, bench.Server.Calls);
    }

    [Fact]
    public async Task Faults_of_all_kinds_cost_no_row()
    {
        Fault[] faults =
        [
            new Fault.Status(429) { Header = ("Retry-After", "2") }, new Fault.Status(529, "Overloaded"), new Fault.Status(500), new Fault.Reset(), new Fault.ResetMidBody(2),
            new Fault.Truncated(3), new Fault.Fenced(), new Fault.Missing(2), new Fault.Extra(), new Fault.Says("I cannot help with that."),
        ];
        await using ModelBench bench = await ModelBench.StartAsync(SimulatedServer.Sequence(faults), model: Model);

        await bench.MakeAsync(bench.Write("desk.yaml", Desk.Schema), "made");

        Desk.AssertRight(bench, "made", products: 24);
        Assert.Contains(TimeSpan.FromSeconds(2), bench.Clock.Pauses);
    }

    [Fact]
    public async Task Does_without_a_schema_where_the_server_refuses_it()
    {
        await using EngineBench bench = await EngineBench.StartAsync(request => request.Has("output_config") ? new Fault.Status(400, "output_config: Extra inputs are not permitted") : null);

        await bench.RunAsync(Shop.Products(), 4, model: Model);

        Assert.True(bench.Server.Requests[0].Has("output_config"));
        Assert.False(bench.Server.Requests[^1].Has("output_config"));
    }

    [Fact]
    public async Task A_limit_over_the_models_own_is_brought_down_to_it()
    {
        await using EngineBench bench = await EngineBench.StartAsync(request => request.Get("max_tokens").GetInt32() is var most && most > 8_192
            ? new Fault.Status(400, $"max_tokens: {most} > 8192, which is the maximum allowed number of output tokens for claude-test")
            : null);

        await bench.RunAsync(Shop.Products(), 40, model: Model);

        Assert.Equal(8_192, bench.Server.Requests[^1].Get("max_tokens").GetInt32());
    }

    [Theory]
    [InlineData("/v1")]
    [InlineData("/v1/")]
    [InlineData("")]
    public async Task The_address_may_hold_the_version_or_not(string end)
    {
        await using ModelBench bench = await ModelBench.StartAsync(model: Model);
        string url = bench.Server.BaseUrl.GetLeftPart(UriPartial.Authority) + end;

        CommandLine run = await bench.RunAsync(
            ["generate", bench.Write("desk.yaml", Desk.Schema), "-o", bench.At("made"), "--rows", "products=4", "--model", Model, "--base-url", url]);

        Assert.True(run.ExitCode == 0, run.Error);
    }

    [Fact]
    public async Task The_key_is_its_own_and_nothing_else_is_taken_from_the_environment()
    {
        await using ModelBench bench = await ModelBench.StartAsync(model: Model);
        string schema = bench.Write("desk.yaml", Desk.Schema);
        string[] args = ["generate", schema, "-o", bench.At("made"), "--rows", "products=4", "--model", Model];

        (await bench.RunAsync(args, name => name == "OPENAI_API_KEY" ? "sk-of-another" : null)).AssertRefused(2, "SD8003", "ANTHROPIC_API_KEY");
        CommandLine run = await bench.RunAsync(
            [.. args, "--base-url", bench.Server.BaseUrl.ToString()], name => name == "ANTHROPIC_API_KEY" ? "sk-ant-1" : name.EndsWith("TOKEN", StringComparison.Ordinal) ? "other" : null);

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.All(bench.Server.Requests, request => Assert.Equal("sk-ant-1", request.Credential));
    }
}
