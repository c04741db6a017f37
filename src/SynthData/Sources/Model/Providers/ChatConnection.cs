using Microsoft.Extensions.AI;

namespace SynthData.Sources.Model.Providers;

/// <summary>A chat client, the name its replies are filed under, and the secret it must not tell.</summary>
internal sealed class ChatConnection(IChatClient client, string name, string? secret = null)
{
    public IChatClient Client { get; } = client;

    /// <summary>Provider and model, such as <c>openai/gpt-4o-mini</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Wraps a client somebody else made; its metadata say what it is.</summary>
    public static ChatConnection Of(IChatClient client)
    {
        var metadata = client.GetService(typeof(ChatClientMetadata)) as ChatClientMetadata;
        return new ChatConnection(client, $"{metadata?.ProviderName ?? "chat"}/{metadata?.DefaultModelId ?? "default"}");
    }

    /// <summary>Blots the key out of a text a server or library wrote.</summary>
    public string Scrub(string text) => secret is null ? text : text.Replace(secret, "***", StringComparison.Ordinal);

    /// <summary>Whether the text, an exception's for example, holds the key.</summary>
    public bool Leaks(string text) => secret is not null && text.Contains(secret, StringComparison.Ordinal);
}
