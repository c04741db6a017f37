using System.Text.Json;

namespace SynthData.SimulatedProvider;

/// <summary>A call as it arrived; numbers count from 1 in the order of arrival.</summary>
public sealed record RecordedRequest(int Number, string Body, string? Authorization)
{
    private const string Bearer = "Bearer ";
    private readonly Lazy<JsonDocument> json = new(() => JsonDocument.Parse(Body));

    /// <summary>The path it came to, which says the protocol.</summary>
    public string Path { get; init; } = "";

    /// <summary>The header <c>x-api-key</c>.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The key, whichever header it came in.</summary>
    public string? Credential => ApiKey ?? (Authorization?.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) is true ? Authorization[Bearer.Length..] : Authorization);

    public string Model => json.Value.RootElement.GetProperty("model").GetString()!;

    public bool IsStream => json.Value.RootElement.TryGetProperty("stream", out JsonElement stream) && stream.GetBoolean();

    public bool Has(string member) => json.Value.RootElement.TryGetProperty(member, out _);

    public JsonElement Get(string member) => json.Value.RootElement.GetProperty(member);

    public string System => Has("system") ? Text(Get("system")) : MessageOf("system");

    public string User => MessageOf("user");

    /// <summary>The slots asked for.</summary>
    public IReadOnlyList<AskedSlot> Slots => AskedSlot.ReadAll(User);

    private string MessageOf(string role)
    {
        foreach (JsonElement message in json.Value.RootElement.GetProperty("messages").EnumerateArray())
        {
            if (message.GetProperty("role").GetString() == role)
                return Text(message.GetProperty("content"));
        }

        return "";
    }

    private static string Text(JsonElement content) => content.ValueKind == JsonValueKind.String
        ? content.GetString()!
        : string.Concat(content.EnumerateArray().Select(part => part.GetProperty("text").GetString()));
}
