using Microsoft.Extensions.AI;

namespace SynthData.Tests.Sources.Model;

/// <summary>A client with a bug of its own.</summary>
internal sealed class BrokenClient : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("out of order");

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("out of order");

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("home", null, "grown") : null;

    public void Dispose()
    {
    }
}
