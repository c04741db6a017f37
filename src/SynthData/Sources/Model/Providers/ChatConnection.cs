using System.Text;
using Microsoft.Extensions.AI;

namespace SynthData.Sources.Model.Providers;

/// <summary>A chat client, the name its replies are filed under, and the secret it must not tell.</summary>
internal sealed class ChatConnection(IChatClient client, string name, string? secret = null)
{
    /// <summary>A key shorter than that is a word that servers without keys take, such as <c>test</c>; blotted out, it would spoil what a model writes.</summary>
    private const int LeastSecret = 12;

    private readonly string[] secrets = secret is { Length: >= LeastSecret } ? SpellingsOf(secret) : [];

    public IChatClient Client { get; init; } = client;

    /// <summary>Provider and model, such as <c>openai/gpt-4o-mini</c>.</summary>
    public string Name { get; } = name;

    /// <summary>What sees the server's answers as HTTP; null for a client somebody else made.</summary>
    public ProviderHandler? Handler { get; init; }

    /// <summary>Wraps a client somebody else made; its metadata say what it is.</summary>
    public static ChatConnection Of(IChatClient client)
    {
        var metadata = client.GetService(typeof(ChatClientMetadata)) as ChatClientMetadata;
        return new ChatConnection(client, $"{metadata?.ProviderName ?? "chat"}/{metadata?.DefaultModelId ?? "default"}");
    }

    /// <summary>Blots the key out of a text a server or library wrote.</summary>
    public string Scrub(string text)
    {
        foreach (string spelling in secrets)
            text = text.Replace(spelling, "***", StringComparison.Ordinal);
        return text;
    }

    /// <summary>Whether the text, an exception's for example, holds the key.</summary>
    public bool Leaks(string text) => secrets.Any(spelling => text.Contains(spelling, StringComparison.Ordinal));

    // As it is, as URLs write it, and as headers of basic authentication do.
    private static string[] SpellingsOf(string secret) =>
        [.. new[] { secret, Uri.EscapeDataString(secret), Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)).TrimEnd('=') }.Distinct(StringComparer.Ordinal)];
}
