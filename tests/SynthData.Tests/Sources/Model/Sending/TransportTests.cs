using System.Net;
using System.Net.Sockets;
using SynthData.Diagnostics;
using SynthData.SimulatedProvider;
using SynthData.Sources.Model;
using SynthData.Sources.Model.Journals;
using SynthData.Sources.Model.Providers;

namespace SynthData.Tests.Sources.Model.Sending;

public class TransportTests
{
    [Theory]
    [InlineData("Retry-After", "7", 7_000)]
    [InlineData("Retry-After", "Thu, 01 Jan 2026 12:00:09 GMT", 9_000)]
    [InlineData("retry-after-ms", "1500", 1_500)]
    public async Task Waits_as_long_as_the_server_says(string name, string value, int milliseconds)
    {
        await using EngineBench bench = await EngineBench.StartAsync(new Fault.Status(429) { Header = (name, value) });

        await bench.RunAsync(Shop.Products(), 4);

        Assert.Equal(2, bench.Server.Calls);
        Assert.Contains(TimeSpan.FromMilliseconds(milliseconds), bench.Clock.Pauses);
        Assert.Equal(bench.Server.Requests[0].Body, bench.Server.Requests[1].Body);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(409)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(529)]
    public async Task Tries_again_with_growing_pauses_when_the_server_names_none(int status)
    {
        await using EngineBench bench = await EngineBench.StartAsync(new Fault.Status(status), new Fault.Status(status));

        Run run = await bench.RunAsync(Shop.Products(), 4);

        Assert.Equal(3, bench.Server.Calls);
        Assert.Equal(1, run.Engine.Totals.Calls);
        Assert.Empty(run.Engine.Rejected);
    }

    [Fact]
    public async Task Tries_again_when_the_connection_is_dropped_or_stays_silent_before_the_first_character()
    {
        await using EngineBench bench = await EngineBench.StartAsync(new Fault.Reset(), new Fault.Hang());

        await bench.RunAsync(Shop.Products(), 4);

        Assert.Equal(3, bench.Server.Calls);
        Assert.Single(await File.ReadAllLinesAsync(bench.JournalPath, EngineBench.Token), line => line.Contains("\"kind\":\"reply\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Gives_up_after_the_last_retry()
    {
        await using EngineBench bench = await EngineBench.StartAsync(_ => new Fault.Status(503, "overloaded"));
        PromptEngineOptions options = bench.Options();

        GenerationException exception = await Assert.ThrowsAsync<GenerationException>(
            () => bench.RunAsync(Shop.Products(), 4, options with { Transport = options.Transport with { Retries = 2 } }));

        Assert.Equal("SD6004", exception.Diagnostic.Code);
        Assert.Equal(3, bench.Server.Calls);
        Assert.Contains("after 3 tries", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_not_wait_longer_than_it_may()
    {
        await using EngineBench bench = await EngineBench.StartAsync(_ => new Fault.Status(429) { Header = ("Retry-After", "86400") });

        GenerationException exception = await Assert.ThrowsAsync<GenerationException>(() => bench.RunAsync(Shop.Products(), 4));

        Assert.Equal("SD6032", exception.Diagnostic.Code);
        Assert.Contains("asks to wait 86400 s", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, bench.Server.Calls);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(529)]
    public async Task Being_told_to_come_later_is_borne_as_long_as_patience_lasts(int status)
    {
        await using EngineBench bench = await EngineBench.StartAsync(_ => new Fault.Status(status, "busy") { Header = ("Retry-After", "20") });
        PromptEngineOptions options = bench.Options();

        GenerationException exception = await Assert.ThrowsAsync<GenerationException>(
            () => bench.RunAsync(Shop.Products(), 4, options with { Transport = options.Transport with { Patience = TimeSpan.FromMinutes(5) } }));

        Assert.Equal("SD6031", exception.Diagnostic.Code);
        Assert.Contains("patience is 300 s. The last failure: ", exception.Message, StringComparison.Ordinal);
        Assert.InRange(bench.Server.Calls, 2, 16);
    }

    [Fact]
    public async Task Says_so_when_nobody_listens()
    {
        await using EngineBench bench = await EngineBench.StartAsync();
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        string url = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/v1";
        free.Stop();
        ChatConnection connection = ChatClients.Open(new ModelName("openai", "sim"), url, _ => null, TimeProvider.System);
        using Journal journal = Journal.Open(bench.JournalPath);
        using var engine = new PromptEngine(connection, journal, bench.Options());

        GenerationException exception = await Assert.ThrowsAsync<GenerationException>(() => EngineBench.CollectAsync(engine, Shop.Products(), Shop.Rows(Shop.Products()), 4));

        Assert.Equal("SD6004", exception.Diagnostic.Code);
    }

    [Theory]
    [InlineData(401, "SD6001")]
    [InlineData(403, "SD6001")]
    [InlineData(404, "SD6002")]
    [InlineData(400, "SD6003")]
    public async Task Ends_at_once_when_waiting_would_not_help_and_never_tells_the_key(int status, string code)
    {
        await using EngineBench bench = await EngineBench.StartAsync(_ => new Fault.Status(status, $"Incorrect key {EngineBench.Secret} provided"));

        GenerationException exception = await Assert.ThrowsAsync<GenerationException>(() => bench.RunAsync(Shop.Products(), 200));

        Assert.Equal(code, exception.Diagnostic.Code);
        Assert.Equal(1, bench.Server.Calls);
        Assert.Equal("Bearer " + EngineBench.Secret, bench.Server.Requests[0].Authorization);
        Assert.DoesNotContain(EngineBench.Secret, exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(EngineBench.Secret, await File.ReadAllTextAsync(bench.JournalPath, EngineBench.Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_the_failure_of_a_client_somebody_else_made()
    {
        await using EngineBench bench = await EngineBench.StartAsync();
        using Journal journal = Journal.Open(bench.JournalPath);
        var connection = ChatConnection.Of(new BrokenClient());
        using var engine = new PromptEngine(connection, journal, bench.Options());

        GenerationException exception = await Assert.ThrowsAsync<GenerationException>(() => EngineBench.CollectAsync(engine, Shop.Products(), Shop.Rows(Shop.Products()), 4));

        Assert.Equal("SD6006", exception.Diagnostic.Code);
        Assert.Contains("home/grown failed: out of order", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_for_the_wire_schema_strictly_and_does_without_once_it_is_refused()
    {
        await using EngineBench bench = await EngineBench.StartAsync(
            request => request.Has("response_format") ? new Fault.Status(400, "Unknown parameter: 'response_format'.") : null);

        Run run = await bench.RunAsync(Shop.Products(), 40);

        Assert.Equal("json_schema", bench.Server.Requests[0].Get("response_format").GetProperty("type").GetString());
        Assert.True(bench.Server.Requests[0].Get("response_format").GetProperty("json_schema").GetProperty("strict").GetBoolean());
        Assert.Equal("json_object", bench.Server.Requests[1].Get("response_format").GetProperty("type").GetString());
        Assert.All(bench.Server.Requests.Skip(2), request => Assert.False(request.Has("response_format")));
        Assert.Equal(5, bench.Server.Calls);
        Assert.Contains("\"kind\":\"capability\",\"key\":\"response_format\"", await File.ReadAllTextAsync(bench.JournalPath, EngineBench.Token), StringComparison.Ordinal);

        await bench.RestartAsync();
        Run more = await bench.RunAsync(Shop.Products(), 64);
        Assert.All(bench.Server.Requests, request => Assert.False(request.Has("response_format")));
        Assert.Equal(Shop.Texts(run.Answers), Shop.Texts(more.Answers)[..40]);
    }

    [Theory]
    [InlineData("seed")]
    [InlineData("temperature")]
    [InlineData("max_completion_tokens")]
    public async Task Does_without_a_parameter_the_server_refuses(string parameter)
    {
        await using EngineBench bench = await EngineBench.StartAsync(
            request => request.Has(parameter) ? new Fault.Status(400, $"Unsupported parameter: '{parameter}'.") : null);

        await bench.RunAsync(Shop.Products(), 4, bench.Options() with { Temperature = 0.8 });

        Assert.True(bench.Server.Requests[0].Has(parameter));
        Assert.Equal(2, bench.Server.Calls);
    }
}
