using System.Text;
using Microsoft.Extensions.AI;
using Polly;
using Polly.Retry;
using SynthData.Sources.Model.Replies;

namespace SynthData.Sources.Model.Sending;

/// <summary>Sends one call and brings its reply, trying again what the network broke. The one owner of retries.</summary>
/// <remarks>
/// A failure before the first character of the answer is tried again with the same bytes. Once text has come, whatever came is a
/// reply. Thread-safe.
/// </remarks>
internal sealed class Transport
{
    /// <summary>Models that run away end in blanks; nothing we ask for holds so many.</summary>
    private const int MostBlanks = 1_000;

    /// <summary>UTF-16 units of an answer.</summary>
    private const int MostText = 4 << 20;

    private readonly IChatClient client;
    private readonly TransportOptions options;
    private readonly ResiliencePipeline<Reply> pipeline;

    public Transport(IChatClient client, TransportOptions options, ModelLog log)
    {
        this.client = client;
        this.options = options;
        var builder = new ResiliencePipelineBuilder<Reply> { TimeProvider = options.Clock };
        if (options.Retries > 0)
            builder.AddRetry(Retry(options, log));
        pipeline = builder.Build();
    }

    /// <summary>Sends the messages until an answer comes.</summary>
    /// <param name="makeOptions">Makes fresh options for each try: a client may change what it gets.</param>
    /// <returns>The reply. When the token is cancelled after text came, that text as a cut reply: it is paid for.</returns>
    public async Task<Reply> SendAsync(IReadOnlyList<ChatMessage> messages, Func<ChatOptions> makeOptions, CancellationToken cancellationToken) =>
        await pipeline.ExecuteAsync(async token => await ReceiveAsync(messages, makeOptions(), token), cancellationToken);

    private async ValueTask<Reply> ReceiveAsync(IReadOnlyList<ChatMessage> messages, ChatOptions chatOptions, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var tail = new ReplyTail();
        using var silence = new CancellationTokenSource(options.Silence, options.Clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token);
        try
        {
            await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync(messages, chatOptions, stop.Token))
            {
                silence.CancelAfter(options.Silence);
                tail.Take(update);
                text.Append(update.Text);
                if (text.Length > MostText || EndsInBlanks(text))
                    return tail.ToReply(text, ReplyEnd.Cut);
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

    private static RetryStrategyOptions<Reply> Retry(TransportOptions options, ModelLog log) => new()
    {
        MaxRetryAttempts = options.Retries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = options.FirstPause,
        MaxDelay = options.LongestPause,
        ShouldHandle = arguments => ValueTask.FromResult(
            arguments.Outcome.Exception is { } exception
            && !arguments.Context.CancellationToken.IsCancellationRequested
            && TransportFault.Of(exception, options.Clock) is { IsPassing: true } fault
            && !(fault.Pause > options.LongestWait)),
        DelayGenerator = arguments => ValueTask.FromResult(
            arguments.Outcome.Exception is { } exception ? TransportFault.Of(exception, options.Clock).Pause : null),
        OnRetry = arguments =>
        {
            if (arguments.Outcome.Exception is { } exception)
                log.TriedAgain(arguments.AttemptNumber + 1, arguments.RetryDelay, TransportFault.Of(exception, options.Clock).Message);
            return ValueTask.CompletedTask;
        },
    };
}

/// <summary>What a stream says beside its text.</summary>
internal sealed class ReplyTail
{
    private long tokensIn;
    private long tokensOut;
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
            }

            isRefused |= content is ErrorContent;
        }
    }

    public Reply ToReply(StringBuilder text, ReplyEnd end) =>
        new(text.ToString(), end, isRefused ? Reply.RefusedFinish : Finish, tokensIn, tokensOut);
}
