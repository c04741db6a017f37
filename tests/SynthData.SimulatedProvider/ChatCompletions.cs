using System.Globalization;
using System.Text.Json;

namespace SynthData.SimulatedProvider;

/// <summary>The chat-completions protocol of OpenAI and the servers like it.</summary>
internal sealed class ChatCompletions : Protocol
{
    public override string Path => "/v1/chat/completions";

    public override int CrowdedStatus => StatusCodes.Status503ServiceUnavailable;

    public override string ErrorBody(int status, string message) =>
        $$$"""{"error":{"message":{{{JsonSerializer.Serialize(message)}}},"type":"simulated","code":null}}""";

    public override void WriteLimit(IHeaderDictionary headers, string what, RateLevel level, DateTimeOffset now)
    {
        headers[$"x-ratelimit-limit-{what}"] = level.Limit.ToString("0", CultureInfo.InvariantCulture);
        headers[$"x-ratelimit-remaining-{what}"] = Math.Floor(level.Left).ToString("0", CultureInfo.InvariantCulture);
        headers[$"x-ratelimit-reset-{what}"] = level.Reset < TimeSpan.FromSeconds(1)
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(level.Reset.TotalMilliseconds):0}ms")
            : string.Create(CultureInfo.InvariantCulture, $"{level.Reset.TotalSeconds:0.###}s");
    }

    public override async Task StreamAsync(Exchange exchange)
    {
        await foreach (string piece in exchange.PiecesAsync())
            await SendAsync(exchange, Delta(exchange.Answer, piece), finish: null);
    }

    public override async Task EndAsync(Exchange exchange)
    {
        await SendAsync(exchange, "{}", Finish(exchange.Answer));
        await exchange.WriteAsync($"data: {{\"id\":\"s\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":{JsonSerializer.Serialize(exchange.Request.Model)},\"choices\":[],\"usage\":{UsageOf(exchange)}}}\n\n");
        await exchange.WriteAsync("data: [DONE]\n\n");
    }

    public override Task WriteWholeAsync(Exchange exchange) => exchange.WriteAsync($$$"""
        {"id":"s","object":"chat.completion","created":1,"model":{{{JsonSerializer.Serialize(exchange.Request.Model)}}},
        "choices":[{"index":0,"message":{{{Delta(exchange.Answer, exchange.Answer.Text)}}},"finish_reason":"{{{Finish(exchange.Answer)}}}"}],
        "usage":{{{UsageOf(exchange)}}}}
        """);

    private static Task SendAsync(Exchange exchange, string delta, string? finish)
    {
        string json = $$$"""{"id":"s","object":"chat.completion.chunk","created":1,"model":{{{JsonSerializer.Serialize(exchange.Request.Model)}}},"choices":[{"finish_reason":{{{JsonSerializer.Serialize(finish)}}},"delta":{{{delta}}},"index":0}]}""";
        return exchange.WriteAsync($"data: {json}\n\n");
    }

    private static string Delta(Answer answer, string text)
    {
        string json = JsonSerializer.Serialize(text);
        return answer.End == AnswerEnd.Refusal ? $"{{\"role\":\"assistant\",\"content\":null,\"refusal\":{json}}}" : $"{{\"role\":\"assistant\",\"content\":{json}}}";
    }

    private static string Finish(Answer answer) => answer.End == AnswerEnd.Length ? "length" : "stop";

    private static string UsageOf(Exchange exchange)
    {
        Usage usage = exchange.Usage;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"prompt_tokens\":{usage.In},\"completion_tokens\":{usage.Out},\"total_tokens\":{usage.In + usage.Out},\"prompt_tokens_details\":{{\"cached_tokens\":{usage.Cached}}}}}");
    }
}
