using System.Globalization;
using System.Text.Json;

namespace SynthData.SimulatedProvider;

/// <summary>The messages protocol of Anthropic.</summary>
internal sealed class MessagesProtocol : Protocol
{
    public override string Path => "/v1/messages";

    public override int CrowdedStatus => 529;

    public override string ErrorBody(int status, string message) =>
        $$$"""{"type":"error","error":{"type":"{{{TypeOf(status)}}}","message":{{{JsonSerializer.Serialize(message)}}}},"request_id":"req_simulated"}""";

    public override void WriteLimit(IHeaderDictionary headers, string what, RateLevel level, DateTimeOffset now)
    {
        headers[$"anthropic-ratelimit-{what}-limit"] = level.Limit.ToString("0", CultureInfo.InvariantCulture);
        headers[$"anthropic-ratelimit-{what}-remaining"] = Math.Floor(level.Left).ToString("0", CultureInfo.InvariantCulture);

        // In whole seconds, and not before it is true.
        headers[$"anthropic-ratelimit-{what}-reset"] = (now + level.Reset + TimeSpan.FromSeconds(0.999)).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }

    public override async Task StreamAsync(Exchange exchange)
    {
        bool isBegun = false;
        await foreach (string piece in exchange.PiecesAsync())
        {
            if (!isBegun)
                await BeginAsync(exchange);
            isBegun = true;
            await SendAsync(exchange, "content_block_delta", $$$""","index":0,"delta":{"type":"text_delta","text":{{{JsonSerializer.Serialize(piece)}}}}""");
        }

        if (!isBegun)
            await BeginAsync(exchange);
    }

    public override async Task EndAsync(Exchange exchange)
    {
        await SendAsync(exchange, "content_block_stop", ""","index":0""");
        await SendAsync(exchange, "message_delta", $$$""","delta":{"stop_reason":"{{{Stop(exchange.Answer)}}}","stop_sequence":null},"usage":{"output_tokens":{{{exchange.Usage.Out}}}}""");
        await SendAsync(exchange, "message_stop", "");
    }

    public override Task WriteWholeAsync(Exchange exchange)
    {
        string content = $$$"""[{"type":"text","text":{{{JsonSerializer.Serialize(exchange.Answer.Text)}}}}]""";
        return exchange.WriteAsync(Message(exchange, content, $"\"{Stop(exchange.Answer)}\"", exchange.Usage.Out));
    }

    private static async Task BeginAsync(Exchange exchange)
    {
        await SendAsync(exchange, "message_start", $",\"message\":{Message(exchange, "[]", "null", tokensOut: 1)}");
        await SendAsync(exchange, "content_block_start", ""","index":0,"content_block":{"type":"text","text":""}""");
    }

    private static Task SendAsync(Exchange exchange, string kind, string members) => exchange.WriteAsync($"event: {kind}\ndata: {{\"type\":\"{kind}\"{members}}}\n\n");

    private static string Message(Exchange exchange, string content, string stop, int tokensOut)
    {
        Usage usage = exchange.Usage;
        string tokens = string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"input_tokens\":{usage.In - usage.Cached},\"cache_creation_input_tokens\":0,\"cache_read_input_tokens\":{usage.Cached},\"output_tokens\":{tokensOut}}}");
        return $$$"""{"id":"msg_s","type":"message","role":"assistant","model":{{{JsonSerializer.Serialize(exchange.Request.Model)}}},"content":{{{content}}},"stop_reason":{{{stop}}},"stop_sequence":null,"usage":{{{tokens}}}}""";
    }

    private static string Stop(Answer answer) => answer.End switch
    {
        AnswerEnd.Length => "max_tokens",
        AnswerEnd.Refusal => "refusal",
        _ => "end_turn",
    };

    private static string TypeOf(int status) => status switch
    {
        401 => "authentication_error",
        403 => "permission_error",
        404 => "not_found_error",
        413 => "request_too_large",
        429 => "rate_limit_error",
        529 => "overloaded_error",
        >= 500 => "api_error",
        _ => "invalid_request_error",
    };
}
