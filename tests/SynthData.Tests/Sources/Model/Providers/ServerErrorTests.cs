using Microsoft.Extensions.AI;
using SynthData.SimulatedProvider;
using SynthData.Sources.Model.Journals;
using SynthData.Sources.Model.Providers;
using SynthData.Tests.Cli;
using SynthData.Tests.Sources.Model.Whole;

namespace SynthData.Tests.Sources.Model.Providers;

/// <summary>What a server is or takes, found by trying it through the real client.</summary>
public class ServerErrorTests
{
    [Theory]
    [InlineData(301)]
    [InlineData(307)]
    public async Task A_redirect_is_never_followed_since_the_key_would_go_along(int status)
    {
        await using ModelBench elsewhere = await ModelBench.StartAsync();
        string place = elsewhere.Server.BaseUrl + "/chat/completions";
        await using ModelBench bench = await ModelBench.StartAsync(_ => new Fault.Status(status) { Header = ("Location", place) });

        CommandLine run = await bench.GenerateAsync(bench.Write("desk.yaml", Desk.Schema), "made", "--rows", "products=8");

        run.AssertRefused(6, "SD6018", "redirects to 127.0.0.1");
        Assert.Equal((1, 0), (bench.Server.Calls, elsewhere.Server.Calls));
    }

    [Theory]
    [InlineData(429, "You exceeded your current quota, please check your plan and billing details.")]
    [InlineData(400, "Your credit balance is too low to access the API.")]
    public async Task A_quota_that_is_spent_ends_the_run_at_once(int status, string message)
    {
        await using ModelBench bench = await ModelBench.StartAsync(_ => new Fault.Status(status, message));

        CommandLine run = await bench.GenerateAsync(bench.Write("desk.yaml", Desk.Schema), "made", "--rows", "products=8");

        run.AssertRefused(6, "SD6017", message);
        Assert.Equal(1, bench.Server.Calls);
    }

    [Fact]
    public async Task A_model_that_is_not_there_may_be_told_with_400()
    {
        await using ModelBench bench = await ModelBench.StartAsync(_ => new Fault.Status(400, "The model `test` does not exist or you do not have access to it."));

        (await bench.GenerateAsync(bench.Write("desk.yaml", Desk.Schema), "made", "--rows", "products=8")).AssertRefused(6, "SD6002", "HTTP 400");
    }

    [Fact]
    public async Task The_older_name_of_the_token_limit_is_found_by_trying()
    {
        await using EngineBench bench = await EngineBench.StartAsync(request => request.Has("max_completion_tokens")
            ? new Fault.Status(400, "Unsupported parameter: 'max_completion_tokens' is not supported with this model. Use 'max_tokens' instead.")
            : null);

        await bench.RunAsync(Shop.Products(), 40);

        Assert.Equal(4, bench.Server.Calls);
        Assert.All(bench.Server.Requests.Skip(1), request => Assert.True(request.Get("max_tokens").GetInt32() > 8_000));
    }

    [Fact]
    public async Task A_token_limit_over_the_servers_own_is_brought_down_to_it()
    {
        await using EngineBench bench = await EngineBench.StartAsync(request => request.Get("max_completion_tokens").GetInt32() > 4_096
            ? new Fault.Status(400, "max_tokens is too large: 99999. This model supports at most 4,096 completion tokens.")
            : null);

        await bench.RunAsync(Shop.Products(), 40);
        await bench.RestartAsync();
        await bench.RunAsync(Shop.Products(), 64);

        Assert.Equal(4_096, bench.Server.Requests[0].Get("max_completion_tokens").GetInt32());      // the journal remembers
    }

    [Fact]
    public async Task A_limit_that_is_more_than_the_context_is_left_out()
    {
        await using EngineBench bench = await EngineBench.StartAsync(request => request.Has("max_completion_tokens") || request.Has("max_tokens")
            ? new Fault.Status(400, "This model's maximum context length is 4096 tokens. However, you requested 9000 tokens (500 in the messages, 8500 in the completion).")
            : null);

        await bench.RunAsync(Shop.Products(), 4);

        Assert.Equal(3, bench.Server.Calls);
    }

    [Fact]
    public async Task A_server_that_does_not_stream_is_asked_for_whole_answers()
    {
        await using EngineBench bench = await EngineBench.StartAsync(request => request.IsStream ? new Fault.Status(400, "stream is not supported") : null);

        Run run = await bench.RunAsync(Shop.Products(), 40);

        Assert.Equal([true, false, false, false], bench.Server.Requests.Select(request => request.IsStream));
        Assert.True(run.Engine.Totals.TokensOut > 0);
    }

    [Fact]
    public async Task A_client_that_cannot_stream_is_asked_for_whole_answers()
    {
        await using EngineBench bench = await EngineBench.StartAsync();
        using Journal journal = Journal.Open(bench.JournalPath);
        using var client = new WholeClient(bench.Connect().Client);
        using var engine = new SynthData.Sources.Model.PromptEngine(ChatConnection.Of(client), journal, bench.Options());

        Run run = await EngineBench.CollectAsync(engine, Shop.Products(), Shop.Rows(Shop.Products()), 16);

        Assert.Equal(16, Shop.Texts(run.Answers).Distinct().Count());
        Assert.False(Assert.Single(bench.Server.Requests).IsStream);
    }

    [Fact]
    public async Task What_a_server_asks_for_in_its_error_may_be_long_and_is_cut()
    {
        await using ModelBench bench = await ModelBench.StartAsync(_ => new Fault.Status(400, new string('x', 200_000)));

        CommandLine run = await bench.GenerateAsync(bench.Write("desk.yaml", Desk.Schema), "made", "--rows", "products=8");

        run.AssertRefused(6, "SD6003");
        Assert.True(run.Error.Length < 2_000, "the message is long");
    }

    private sealed class WholeClient(IChatClient inner) : DelegatingChatClient(inner)
    {
        public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException("This client does not stream.");
    }
}
