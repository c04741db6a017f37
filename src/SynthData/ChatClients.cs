using Microsoft.Extensions.AI;

namespace SynthData;

/// <summary>Opens clients of chat models from what a command line and an environment say.</summary>
internal static class ChatClients
{
    /// <summary>Opens a client; nothing is sent.</summary>
    /// <exception cref="Diagnostics.SchemaException">The provider is unknown, its key missing, or the URL refused (SD80).</exception>
    public static IChatClient Open(ChatAddress address) => throw new NotSupportedException(address.ToString());
}

/// <summary>Which model, and where.</summary>
/// <param name="Model">Provider and model, such as <c>openai/gpt-5</c>.</param>
/// <param name="BaseUrl">The server, or null for the environment's or the provider's own.</param>
/// <param name="Timeout">The longest that one answer may take, or null for the default.</param>
/// <param name="Environment">Looks an environment variable up; null where it is not set.</param>
internal sealed record ChatAddress(string Model, string? BaseUrl, TimeSpan? Timeout, Func<string, string?> Environment);
