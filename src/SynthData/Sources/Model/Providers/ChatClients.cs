using SynthData.Diagnostics;

namespace SynthData.Sources.Model.Providers;

/// <summary>Opens the chat client of a named model.</summary>
internal static class ChatClients
{
    private const string OllamaDefault = "http://localhost:11434";
    private static readonly string[] Known = ["openai", "ollama", "anthropic"];

    /// <summary>Opens a client for <c>openai/NAME</c>, <c>ollama/NAME</c> or <c>anthropic/NAME</c>; nothing is sent yet.</summary>
    /// <param name="baseUrl">What <c>--base-url</c> says, or null.</param>
    /// <param name="environment">Looks a variable up; null where it is not set.</param>
    /// <param name="clock">Tells how far off a date is that a server names.</param>
    /// <exception cref="SchemaException">SD8002 to SD8006.</exception>
    public static ChatConnection Open(ModelName model, string? baseUrl, Func<string, string?> environment, TimeProvider clock) =>
        model.Provider switch
        {
            "openai" => OpenAI(model, baseUrl, environment, clock),
            "ollama" => Ollama(model, baseUrl, environment, clock),
            "anthropic" => Anthropic(model, baseUrl, environment, clock),
            _ => throw new SchemaException([ProviderDiagnostics.UnknownProvider.At(null, model.Provider, Suggestion.For(model.Provider, Known))]),
        };

    private static ChatConnection OpenAI(ModelName model, string? baseUrl, Func<string, string?> environment, TimeProvider clock)
    {
        (string source, string? text) = baseUrl is not null
            ? ("--base-url", baseUrl)
            : ("OPENAI_BASE_URL", ProviderKey.Given(environment, "OPENAI_BASE_URL"));
        Uri? url = text is null ? null : ServerUrl.Read(text, source);
        return OpenAIServer.Connect(model, url, ProviderKey.Find(environment, model.Provider, "OPENAI_API_KEY", url), clock);
    }

    private static ChatConnection Anthropic(ModelName model, string? baseUrl, Func<string, string?> environment, TimeProvider clock)
    {
        Uri? url = baseUrl is null ? null : ServerUrl.Read(baseUrl, "--base-url");
        return AnthropicServer.Connect(model, url, ProviderKey.Find(environment, model.Provider, "ANTHROPIC_API_KEY", url), clock);
    }

    private static ChatConnection Ollama(ModelName model, string? baseUrl, Func<string, string?> environment, TimeProvider clock)
    {
        if (baseUrl is not null)
            return OpenAIServer.Connect(model, ServerUrl.Read(baseUrl, "--base-url"), key: null, clock);

        // OLLAMA_HOST is written as Ollama itself reads it: scheme and port may be missing, and the protocol's path is not part of it.
        string host = ProviderKey.Given(environment, "OLLAMA_HOST") ?? OllamaDefault;
        bool hasScheme = host.Contains("://", StringComparison.Ordinal);
        Uri url = ServerUrl.Read(hasScheme ? host : $"http://{host}", "OLLAMA_HOST");
        var builder = new UriBuilder(url);
        if (!hasScheme && url.IsDefaultPort && !host.EndsWith(":80", StringComparison.Ordinal))
            builder.Port = 11434;
        if (url.AbsolutePath is "/")
            builder.Path = "/v1";
        return OpenAIServer.Connect(model, builder.Uri, key: null, clock);
    }
}
