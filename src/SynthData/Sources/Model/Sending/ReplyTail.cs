using System.Text;
using Microsoft.Extensions.AI;
using SynthData.Sources.Model.Replies;

namespace SynthData.Sources.Model.Sending;

/// <summary>What a stream says beside its text.</summary>
internal sealed class ReplyTail
{
    private long tokensIn;
    private long tokensOut;
    private long tokensCached;
    private bool isRefused;

    public string? Finish { get; private set; }

    public void Take(ChatResponseUpdate update)
    {
        if (update.FinishReason is { } reason)
            Finish = reason.Value;
        foreach (AIContent content in update.Contents)
        {
            if (content is UsageContent usage)
            {
                tokensIn += usage.Details.InputTokenCount ?? 0;
                tokensOut += usage.Details.OutputTokenCount ?? 0;
                tokensCached += usage.Details.CachedInputTokenCount ?? 0;
            }

            isRefused |= content is ErrorContent;
        }
    }

    public Reply ToReply(StringBuilder text, ReplyEnd end) =>
        new(text.ToString(), end, isRefused ? Reply.RefusedFinish : Finish, tokensIn, tokensOut) { TokensCached = tokensCached };
}
