using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OpenAI;

namespace SynthData.Sources.Model.Providers;

/// <summary>Connects to a server of the chat-completions protocol, OpenAI's or another.</summary>
internal static class OpenAIServer
{
    // Named here so that the retries of the library are visibly off: transport has one owner, and it is ours.
    private static readonly ClientRetryPolicy NoRetries = new(maxRetries: 0);

    /// <param name="url">Null for OpenAI's own.</param>
    public static ChatConnection Connect(ModelName model, Uri? url, string? key, TimeProvider clock)
    {
        HttpClient http = ProviderHandler.Connect(clock, out ProviderHandler handler);
        var options = new OpenAIClientOptions
        {
            RetryPolicy = NoRetries,
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            Transport = new HttpClientPipelineTransport(http),
        };
        if (url is not null)
            options.Endpoint = url;
        var client = new OpenAIClient(new ApiKeyCredential(key ?? "none"), options);
        return new ChatConnection(client.GetChatClient(model.Name).AsIChatClient(), model.ToString(), key) { Handler = handler };
    }
}
