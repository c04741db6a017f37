using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using SynthData.SimulatedProvider;

namespace SynthData.Tests.SimulatedProviders;

/// <summary>The stand-in for a provider keeps the limits and times it is given, or what is measured against it means nothing.</summary>
public class ProviderTests
{
    private const string Columns = "Columns to fill; {x} stands for what the row has in column x:\n- \"title\" (text): A title.\n- \"note\" (text): A note.\n\nEnd.";
    private const string Slots = "Fill 2 rows.\n[\"id\"]\n[0]\n[1]";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_protocols_answer_the_same_rows_streamed_and_whole()
    {
        await using SimulatedServer server = await SimulatedServer.StartAsync(new ProviderOptions());
        using HttpClient client = new();
        string whole = Member(await TextAsync(await AskAsync(client, server, stream: false)), "choices", "0", "message", "content");

        Assert.StartsWith("{\"rows\":[[\"id\",\"title\",\"note\"],[0,\"", whole, StringComparison.Ordinal);
        Assert.Equal(whole, Member(await TextAsync(await AskAnthropicAsync(client, server, stream: false)), "content", "0", "text"));
        string[] chunks = Events(await TextAsync(await AskAsync(client, server, stream: true)));
        Assert.Equal(whole, string.Concat(chunks.Where(chunk => chunk.Contains("\"content\"", StringComparison.Ordinal)).Select(chunk => Member(chunk, "choices", "0", "delta", "content"))));
        string[] events = Events(await TextAsync(await AskAnthropicAsync(client, server, stream: true)));
        Assert.Equal(["message_start", "content_block_start", "content_block_delta", "content_block_stop", "message_delta", "message_stop"], events.Select(text => Member(text, "type")).Distinct());
        Assert.Equal(whole, string.Concat(events.Where(text => Member(text, "type") == "content_block_delta").Select(text => Member(text, "delta", "text"))));
    }

    [Fact]
    public async Task Tokens_are_those_of_o200k_and_a_system_message_seen_before_comes_from_the_cache()
    {
        await using SimulatedServer server = await SimulatedServer.StartAsync(new ProviderOptions());
        using HttpClient client = new();
        int system = TokenCounts.O200k(Columns);
        int all = TokenCounts.O200k(Columns + Slots);
        using JsonDocument first = JsonDocument.Parse(await TextAsync(await AskAsync(client, server, stream: false)));
        using JsonDocument second = JsonDocument.Parse(await TextAsync(await AskAnthropicAsync(client, server, stream: false)));

        JsonElement usage = first.RootElement.GetProperty("usage");
        Assert.Equal(all, usage.GetProperty("prompt_tokens").GetInt32());
        Assert.Equal(0, usage.GetProperty("prompt_tokens_details").GetProperty("cached_tokens").GetInt32());
        usage = second.RootElement.GetProperty("usage");
        Assert.Equal((all - system, system), (usage.GetProperty("input_tokens").GetInt32(), usage.GetProperty("cache_read_input_tokens").GetInt32()));
        Assert.Equal(13, TokenCounts.O200k("Tokens are what the two sides of a call are paid by."));
    }

    [Theory]
    [InlineData(true, "x-ratelimit-remaining-requests", "x-ratelimit-reset-requests", "40s")]
    [InlineData(false, "anthropic-ratelimit-requests-remaining", "anthropic-ratelimit-requests-reset", "2026-01-01T00:00:40Z")]
    public async Task More_requests_than_the_minute_allows_are_refused_until_the_bucket_has_refilled(bool isOpenAI, string left, string reset, string expected)
    {
        FakeTimeProvider clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using SimulatedServer server = await SimulatedServer.StartAsync(new ProviderOptions { RequestsPerMinute = 3, Clock = clock });
        using HttpClient client = new();
        Task<HttpResponseMessage> Ask() => isOpenAI ? AskAsync(client, server, stream: false) : AskAnthropicAsync(client, server, stream: false);

        Assert.Equal("2", Header(await Ask(), left));
        HttpResponseMessage answered = await Ask();
        Assert.Equal(("1", expected), (Header(answered, left), Header(answered, reset)));
        await Ask();
        HttpResponseMessage refused = await Ask();
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(20), refused.Headers.RetryAfter!.Delta);
        clock.Advance(TimeSpan.FromSeconds(19));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Ask()).StatusCode);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await Ask()).StatusCode);
        Assert.Equal([200, 200, 200, 429, 429, 200], server.Ledger.Calls.Select(call => call.Status));
        Assert.Equal(2, server.Ledger.Calls.Count(call => call.IsOverRate));
    }

    [Fact]
    public async Task Tokens_in_and_out_are_charged_against_the_minute_and_headers_may_be_left_out()
    {
        FakeTimeProvider clock = new();
        int size;
        using HttpClient client = new();
        await using (SimulatedServer open = await SimulatedServer.StartAsync(new ProviderOptions()))
        {
            await AskAsync(client, open, stream: false);
            CallRecord call = Assert.Single(open.Ledger.Calls);
            size = call.TokensIn + call.TokensOut;
        }

        await using SimulatedServer server = await SimulatedServer.StartAsync(new ProviderOptions { TokensPerMinute = (size * 2) + 1, SaysLimits = false, Clock = clock });
        HttpResponseMessage answered = await AskAsync(client, server, stream: false);
        Assert.DoesNotContain(answered.Headers, header => header.Key.Contains("ratelimit", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(client, server, stream: false)).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync(client, server, stream: false)).StatusCode);
        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(client, server, stream: false)).StatusCode);
    }

    [Fact]
    public async Task An_answer_takes_the_time_to_its_first_token_and_that_of_each()
    {
        FakeTimeProvider clock = new();
        await using SimulatedServer server = await SimulatedServer.StartAsync(new ProviderOptions
        {
            Clock = clock,
            Latency = new Latency(TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(100)),
        });
        using HttpClient client = new();
        Task<HttpResponseMessage> asking = AskAsync(client, server, stream: false);
        while (!asking.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Delay(1, Token);
        }

        CallRecord call = Assert.Single(server.Ledger.Calls);
        TimeSpan due = TimeSpan.FromSeconds(2 + (0.1 * call.TokensOut));
        Assert.InRange(call.Ended - call.Arrived, due, TimeSpan.MaxValue);
    }

    [Fact]
    public void Times_that_differ_at_random_do_so_within_their_spread_and_repeat_with_their_seed()
    {
        Latency latency = new(TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(10), Spread: 0.5, Seed: 3);
        TimeSpan[] times = [.. Enumerable.Range(0, 200).Select(call => latency.Of($"call {call}", 1).FirstToken)];

        Assert.All(times, time => Assert.InRange(time, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1.5)));
        Assert.True(times.Distinct().Count() > 190);
        Assert.Equal(times, Enumerable.Range(0, 200).Select(call => latency.Of($"call {call}", 1).FirstToken));
        Assert.NotEqual(times[0], latency.Of("call 0", 2).FirstToken);
        Assert.NotEqual(times[0], (latency with { Seed = 4 }).Of("call 0", 1).FirstToken);
    }

    [Theory]
    [InlineData(true, 503)]
    [InlineData(false, 529)]
    public async Task Calls_beyond_those_answered_at_once_wait_or_are_refused(bool isOpenAI, int status)
    {
        foreach (bool refuses in (bool[])[false, true])
        {
            FakeTimeProvider clock = new();
            await using SimulatedServer server = await SimulatedServer.StartAsync(new ProviderOptions
            {
                Clock = clock,
                Concurrency = 1,
                RefusesCrowd = refuses,
                Latency = new Latency(TimeSpan.FromSeconds(1), TimeSpan.Zero),
            });
            using HttpClient client = new();
            Task<HttpResponseMessage[]> asking = Task.WhenAll(Enumerable.Range(0, 3).Select(_ => isOpenAI ? AskAsync(client, server, stream: true) : AskAnthropicAsync(client, server, stream: true)));
            while (server.Calls < 3 || (refuses && server.Ledger.Calls.Count < 2))
                await Task.Delay(1, Token);
            while (!asking.IsCompleted)
            {
                clock.Advance(TimeSpan.FromMilliseconds(100));
                await Task.Delay(1, Token);
            }

            await asking;
            Assert.Equal(refuses ? [status, status, 200] : [200, 200, 200], server.Ledger.Calls.Select(call => call.Status));
            Assert.All(server.Ledger.Calls.Where(call => call.Status == 200), call => Assert.Equal(1, call.AtOnce));
        }
    }

    [Fact]
    public async Task Faults_reach_both_protocols_in_the_words_of_each()
    {
        await using SimulatedServer server = await SimulatedServer.StartAsync(new ProviderOptions
        {
            Script = SimulatedServer.Sequence(new Fault.Status(529, "Overloaded"), new Fault.Truncated(1), new Fault.Refuses("No."), new Fault.Status(529, "Overloaded")),
        });
        using HttpClient client = new();
        HttpResponseMessage refused = await AskAnthropicAsync(client, server, stream: true);
        Assert.Equal(529, (int)refused.StatusCode);
        Assert.Equal("overloaded_error", Member(await TextAsync(refused), "error", "type"));
        Assert.Equal("max_tokens", Member(await TextAsync(await AskAnthropicAsync(client, server, stream: false)), "stop_reason"));
        Assert.Equal("refusal", Member(await TextAsync(await AskAnthropicAsync(client, server, stream: false)), "stop_reason"));
        Assert.Equal("Overloaded", Member(await TextAsync(await AskAsync(client, server, stream: false)), "error", "message"));
        Assert.Equal(["Status", "Truncated", "Refuses", "Status"], server.Ledger.Calls.Select(call => call.Fault));
        Assert.Equal(2, server.Ledger.Cells.Count);         // the one whole row of the answer that was cut
        Assert.All(server.Requests.Take(3), request => Assert.Equal(("/v1/messages", "key", Columns, 2), (request.Path, request.Credential, request.System, request.Slots.Count)));
        Assert.Equal("key", server.Requests[3].Credential);
    }

    [Fact]
    public void A_mix_of_faults_is_decided_by_the_call_and_not_by_its_order()
    {
        RecordedRequest[] calls = [.. Enumerable.Range(0, 2_000).Select(number => new RecordedRequest(number, $"body {number}", null))];
        Fault[] kinds = [.. FaultMix.Kinds.Values];
        FaultMix forwards = new(seed: 1, 0.05, kinds), backwards = new(seed: 1, 0.05, kinds), other = new(seed: 2, 0.05, kinds);
        Fault?[] faults = [.. calls.Select(forwards.Script)];

        Assert.InRange(faults.Count(fault => fault is not null), 70, 130);
        Assert.Equal(FaultMix.Kinds.Count, faults.OfType<Fault>().Distinct().Count());
        Assert.Equal(faults, calls.Reverse().Select(backwards.Script).Reverse());
        Assert.NotEqual(faults, calls.Select(other.Script));
        Assert.NotEqual(faults, calls.Select(forwards.Script));     // sent again, they are other calls
    }

    private static Task<HttpResponseMessage> AskAsync(HttpClient client, SimulatedServer server, bool stream) => PostAsync(
        client,
        new Uri(server.BaseUrl + "/chat/completions"),
        $$"""{"model":"m","stream":{{(stream ? "true" : "false")}},"messages":[{"role":"system","content":{{JsonSerializer.Serialize(Columns)}}},{"role":"user","content":{{JsonSerializer.Serialize(Slots)}}}]}""",
        ("Authorization", "Bearer key"));

    private static Task<HttpResponseMessage> AskAnthropicAsync(HttpClient client, SimulatedServer server, bool stream) => PostAsync(
        client,
        new Uri(server.AnthropicUrl, "v1/messages"),
        $$"""{"model":"m","max_tokens":4000,"stream":{{(stream ? "true" : "false")}},"system":[{"type":"text","text":{{JsonSerializer.Serialize(Columns)}}}],"messages":[{"role":"user","content":[{"type":"text","text":{{JsonSerializer.Serialize(Slots)}}}]}]}""",
        ("x-api-key", "key"));

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, Uri url, string body, (string Name, string Value) key)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add(key.Name, key.Value);
        return await client.SendAsync(request, Token);
    }

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(Token);

    private static string Header(HttpResponseMessage answer, string name) => Assert.Single(answer.Headers.GetValues(name));

    private static string[] Events(string stream) =>
        [.. stream.Split('\n').Where(line => line.StartsWith("data: {", StringComparison.Ordinal)).Select(line => line["data: ".Length..])];

    private static string Member(string json, params string[] path)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        JsonElement at = document.RootElement;
        foreach (string name in path)
            at = at.ValueKind == JsonValueKind.Array ? at[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)] : at.GetProperty(name);
        return at.GetString()!;
    }
}
