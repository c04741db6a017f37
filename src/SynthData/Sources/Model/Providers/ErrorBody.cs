using System.Text.Json;

namespace SynthData.Sources.Model.Providers;

/// <summary>The body of an HTTP error, as the servers we know write it.</summary>
/// <param name="Message">What it says, in one line; the body itself where it is no JSON.</param>
/// <param name="Code">Code or type, such as <c>insufficient_quota</c> or <c>overloaded_error</c>; empty where there is none.</param>
internal sealed record ErrorBody(string Message, string Code)
{
    private const int MostText = 2_000;

    /// <summary>Reads <c>{"error":{"message","code","type","param"}}</c>, <c>{"error":"…"}</c>, <c>{"message":"…"}</c>, <c>{"detail":"…"}</c> or any text.</summary>
    public static ErrorBody Read(string body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            JsonElement root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > 0)
                root = root[0];                         // some proxies wrap it
            return Of(root) ?? new ErrorBody(OneLine(body), "");
        }
        catch (JsonException)
        {
            return new ErrorBody(OneLine(body), "");
        }
    }

    private static ErrorBody? Of(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return null;
        JsonElement error = root.TryGetProperty("error", out JsonElement inner) ? inner : root;
        if (error.ValueKind == JsonValueKind.String)
            return new ErrorBody(OneLine(error.GetString()!), "");
        if (error.ValueKind != JsonValueKind.Object)
            return null;
        string? message = Text(error, "message") ?? Text(error, "detail");
        string code = string.Join(' ', new[] { Text(error, "code"), Text(error, "type") }.Where(word => word is not null));
        return message is null ? null : new ErrorBody(OneLine(Text(error, "param") is { } param && !message.Contains(param, StringComparison.Ordinal) ? $"{message} ({param})" : message), code);
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string OneLine(string text)
    {
        string line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MostText ? line : line[..MostText] + "…";
    }
}
