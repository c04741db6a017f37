using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.AI;
using SynthData.Sources.Model.Prompts;
using SynthData.Sources.Model.Providers;
using SynthData.Sources.Model.Replies;
using SynthData.Sources.Model.Sending.Limits;

namespace SynthData.Sources.Model.Sending;

/// <summary>Receives the answer to one attempt, character by character. Once text has come, whatever came is a reply. Thread-safe.</summary>
internal sealed class AnswerStream(IChatClient client, TransportOptions options)
{
    /// <summary>Models that run away end in blanks; nothing we ask for holds so many.</summary>
    private const int MostBlanks = 1_000;

    /// <summary>UTF-16 units of an answer.</summary>
    private const int MostText = 4 << 20;

    /// <summary>Sends the messages and receives what comes.</summary>
    /// <returns>The reply. When the token is cancelled after text came, that text as a cut reply: it is paid for.</returns>
    public async Task<Reply> ReceiveAsync(Call call, ChatOptions chatOptions, Lease lease, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var tail = new ReplyTail();
        var watch = new RunawayWatch();
        using var silence = new CancellationTokenSource(options.Silence, options.Clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token);
        try
        {
            lease.Begin();
            await foreach (ChatResponseUpdate update in UpdatesAsync(call, chatOptions, stop.Token))
            {
                silence.CancelAfter(options.Silence);
                tail.Take(update);
                text.Append(update.Text);
                if (text.Length > 0)
                    lease.FirstWord();
                if (text.Length > MostText || EndsInBlanks(text) || watch.Sees(update.Text))
                    return tail.ToReply(text, ReplyEnd.Cut) with { Finish = Reply.RunawayFinish };
            }
        }
        catch (Exception) when (text.Length > 0)
        {
            bool isOurs = stop.IsCancellationRequested;
            return tail.ToReply(text, isOurs ? ReplyEnd.Cut : ReplyEnd.Broken);
        }
        catch (OperationCanceledException) when (silence.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new SilenceException();
        }

        if (text.Length == 0 && tail.Finish is null)
            throw new NoReplyException();
        return tail.ToReply(text, tail.Finish is "length" ? ReplyEnd.Cut : ReplyEnd.Whole);
    }

    private async IAsyncEnumerable<ChatResponseUpdate> UpdatesAsync(Call call, ChatOptions chatOptions, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (call.Sent.Contains(Feature.Stream))
        {
            await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync(call.Messages, chatOptions, cancellationToken))
                yield return update;
            yield break;
        }

        ChatResponse whole = await client.GetResponseAsync(call.Messages, chatOptions, cancellationToken);
        foreach (ChatResponseUpdate update in whole.ToChatResponseUpdates())
            yield return update;
    }

    private static bool EndsInBlanks(StringBuilder text)
    {
        if (text.Length < MostBlanks)
            return false;
        for (int back = 1; back <= MostBlanks; back++)
        {
            if (!char.IsWhiteSpace(text[^back]))
                return false;
        }

        return true;
    }
}
