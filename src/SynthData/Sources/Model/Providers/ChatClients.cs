using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OpenAI;
using SynthData.Diagnostics;

namespace SynthData.Sources.Model.Providers;

/// <summary>Opens the chat client of a named model.</summary>
internal static class ChatClients
{
    private const string OpenAIKey = "OPENAI_API_KEY";
    private const string OllamaDefault = "http://localhost:11434";

    // Named here so that the retries of the SDK are visibly off: transport has one owner, and it is ours.
    private static readonly ClientRetryPolicy NoRetries = new(maxRetries: 0);

    /// <summary>Opens a client for <c>openai/NAME</c> or <c>ollama/NAME</c>; nothing is sent yet.</summary>
    /// <param name="baseUrl">What <c>--base-url</c> says, or null.</param>
    /// <param name="environment">Looks a variable up; null where it is not set.</param>
    /// <param name="networkTimeout">How long the network may be silent.</param>
    /// <exception cref="SchemaException">SD8002 to SD8006.</exception>
    public static ChatConnection Open(ModelName model, string? baseUrl, Func<string, string?> environment, TimeSpan networkTimeout) =>
        model.Provider switch
        {
            "openai" => OpenAI(model, baseUrl, environment, networkTimeout),
            "ollama" => Ollama(model, baseUrl, environment, networkTimeout),
            _ => throw Wrong(ProviderDiagnostics.UnknownProvider, model.Provider, Suggestion.For(model.Provider, ["openai", "ollama"])),
        };

    private static ChatConnection OpenAI(ModelName model, string? baseUrl, Func<string, string?> environment, TimeSpan networkTimeout)
    {
        (string source, string? text) = baseUrl is not null ? ("--base-url", baseUrl) : ("OPENAI_BASE_URL", Given(environment, "OPENAI_BASE_URL"));
        Uri? url = text is null ? null : ToUrl(text, source);
        string? key = Key(environment, OpenAIKey);
        if (key is null && url is not { IsLoopback: true })
            throw Wrong(ProviderDiagnostics.MissingKey, model.Provider, OpenAIKey);
        return Connect(model, url, key, networkTimeout);
    }

    private static ChatConnection Ollama(ModelName model, string? baseUrl, Func<string, string?> environment, TimeSpan networkTimeout)
    {
        if (baseUrl is not null)
            return Connect(model, ToUrl(baseUrl, "--base-url"), key: null, networkTimeout);

        // OLLAMA_HOST is written as Ollama itself reads it: scheme and port may be missing, and the protocol's path is not part of it.
        string host = Given(environment, "OLLAMA_HOST") ?? OllamaDefault;
        bool hasScheme = host.Contains("://", StringComparison.Ordinal);
        Uri url = ToUrl(hasScheme ? host : $"http://{host}", "OLLAMA_HOST");
        var builder = new UriBuilder(url);
        if (!hasScheme && url.IsDefaultPort && !host.EndsWith(":80", StringComparison.Ordinal))
            builder.Port = 11434;
        if (url.AbsolutePath is "/")
            builder.Path = "/v1";
        return Connect(model, builder.Uri, key: null, networkTimeout);
    }

    private static ChatConnection Connect(ModelName model, Uri? url, string? key, TimeSpan networkTimeout)
    {
        var options = new OpenAIClientOptions { RetryPolicy = NoRetries, NetworkTimeout = networkTimeout };
        if (url is not null)
            options.Endpoint = url;
        var client = new OpenAIClient(new ApiKeyCredential(key ?? "none"), options);
        return new ChatConnection(client.GetChatClient(model.Name).AsIChatClient(), model.ToString(), key);
    }

    private static string? Key(Func<string, string?> environment, string name)
    {
        if (Given(environment, name) is { } key)
            return key.Trim();
        if (Given(environment, name + "_FILE") is not { } path)
            return null;
        try
        {
            string text = File.ReadAllText(path).Trim();
            return text.Length > 0 ? text : throw Wrong(ProviderDiagnostics.UnreadableKeyFile, name + "_FILE", path, "it is empty.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Wrong(ProviderDiagnostics.UnreadableKeyFile, name + "_FILE", path, exception.Message);
        }
    }

    private static string? Given(Func<string, string?> environment, string name) =>
        environment(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    private static Uri ToUrl(string text, string source)
    {
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out Uri? url) || url.Scheme is not ("http" or "https"))
            throw Wrong(ProviderDiagnostics.MalformedUrl, source);
        if (url.UserInfo.Length > 0)
            throw Wrong(ProviderDiagnostics.UserInfoInUrl, url.Host);
        return url;
    }

    private static SchemaException Wrong(DiagnosticDescriptor descriptor, params object?[] args) => new([descriptor.At(null, args)]);
}
