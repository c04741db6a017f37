using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace SynthData.Tests.Sources.Model;

/// <summary>Cancels a run once three rows of an answer have come.</summary>
internal sealed class StopAfterText(IChatClient inner, CancellationTokenSource stop) : DelegatingChatClient(inner)
{
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string text = "";
        await foreach (ChatResponseUpdate update in base.GetStreamingResponseAsync(messages, options, cancellationToken))
        {
            yield return update;
            text += update.Text;
            if (text.Split("],").Length > 4)
                await stop.CancelAsync();
        }
    }
}
