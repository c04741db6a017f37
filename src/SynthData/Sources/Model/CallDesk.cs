using System.Collections.Immutable;
using Microsoft.Extensions.AI;
using SynthData.Diagnostics;
using SynthData.Sources.Model.Journals;
using SynthData.Sources.Model.Prompts;
using SynthData.Sources.Model.Providers;
using SynthData.Sources.Model.Replies;
using SynthData.Sources.Model.Sending;

namespace SynthData.Sources.Model;

/// <summary>Answers a call: from the journal by its call key, else cell by cell, and what is left by asking. Thread-safe.</summary>
internal sealed class CallDesk : IDisposable
{
    private const string SchemaName = "rows";

    private readonly ChatConnection? connection;
    private readonly string model;
    private readonly Journal journal;
    private readonly PromptEngineOptions options;
    private readonly RequestFeatures features;
    private readonly Transport? transport;
    private readonly SemaphoreSlim lines;
    private volatile GenerationException? failure;

    /// <param name="connection">Null for a replay.</param>
    public CallDesk(ChatConnection? connection, string model, Journal journal, PromptEngineOptions options)
    {
        this.connection = connection;
        this.model = model;
        this.journal = journal;
        this.options = options;
        features = new RequestFeatures(journal, model);
        transport = connection is null ? null : new Transport(connection.Client, options.Transport, options.Log);
        lines = new SemaphoreSlim(options.Concurrency);
    }

    /// <summary>The name replies are filed under.</summary>
    public string Model => model;

    public string JournalPath => journal.Path;

    /// <exception cref="GenerationException">SD5904, SD6001 to SD6006.</exception>
    public async Task<CallAnswer> AnswerAsync(TablePrompt prompt, WaveSetting setting, IReadOnlyList<SlotAsk> asks, CancellationToken cancellationToken)
    {
        var answer = new CallAnswer();
        if (journal.Find(new Call(prompt, setting, asks, model, Sent(), options.Temperature).Key) is { } known)
        {
            answer.Take(asks, prompt.Columns, known);
            return answer;
        }

        List<SlotAsk> left = TakeKnownCells(prompt, asks, answer);
        if (left.Count > 0)
            answer.Take(left, prompt.Columns, await AskAsync(prompt, setting, left, cancellationToken));
        return answer;
    }

    public void Dispose() => lines.Dispose();

    private List<SlotAsk> TakeKnownCells(TablePrompt prompt, IReadOnlyList<SlotAsk> asks, CallAnswer answer)
    {
        var left = new List<SlotAsk>();
        foreach (SlotAsk ask in asks)
        {
            ImmutableArray<int>.Builder columns = ImmutableArray.CreateBuilder<int>();
            string?[] have = [.. ask.Have];
            foreach (int column in ask.Columns)
            {
                if (journal.FindCell(Call.CellKey(prompt, ask, column, model)) is not { } cell)
                    columns.Add(column);
                else if (answer.Take(ask, column, cell.Reply, cell.Column) is { IsNull: false } found)
                    have[column] = found.Text;
            }

            if (columns.Count > 0)
                left.Add(ask with { Columns = columns.DrainToImmutable(), Have = [.. have] });
        }

        return left;
    }

    private async Task<Reply> AskAsync(TablePrompt prompt, WaveSetting setting, List<SlotAsk> asks, CancellationToken cancellationToken)
    {
        if (transport is null || connection is null)
            throw new GenerationException(ModelDiagnostics.ReplyMissing.At(null, prompt.Table.Table, asks[0].RowIndex, asks[^1].RowIndex));

        await lines.WaitAsync(cancellationToken);
        try
        {
            while (true)
            {
                if (failure is { } earlier)     // calls that waited meanwhile would only fail alike
                    throw new GenerationException(earlier.Diagnostic, earlier);
                ImmutableArray<Feature> sent = Sent();
                var call = new Call(prompt, setting, asks, model, sent, options.Temperature);
                if (journal.Find(call.Key) is { } known)
                    return known;
                journal.AppendAsk(call.Key, model, prompt.Table.Table, call.Cells, call.User);
                options.Log.CallSent(model, asks.Count, prompt.Table.Table, asks[0].RowIndex, asks[^1].RowIndex);
                options.Log.Content(call.User);
                try
                {
                    Reply reply = await transport.SendAsync(call.Messages, () => ToOptions(call, sent), cancellationToken);
                    if (connection.Leaks(reply.Text))
                        reply = new Reply(connection.Scrub(reply.Text), reply.End, reply.Finish, reply.TokensIn, reply.TokensOut);
                    reply = journal.AppendReply(call.Key, reply);
                    options.Log.ReplyCame(model, reply.End, reply.TokensIn, reply.TokensOut);
                    options.Log.Content(reply.Text);
                    cancellationToken.ThrowIfCancellationRequested();
                    return reply;
                }
                catch (Exception exception) when (exception is not (OperationCanceledException or GenerationException))
                {
                    if (RequestFeatures.RefusedBy(TransportFault.Of(exception, options.Transport.Clock), sent) is not { } feature)
                        throw failure = ModelFailures.Of(exception, connection, options.Transport);
                    features.Refuse(feature);
                    options.Log.FeatureRefused(model, feature);
                }
                catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
                {
                    throw ModelFailures.Of(exception, connection, options.Transport);
                }
            }
        }
        finally
        {
            lines.Release();
        }
    }

    private ImmutableArray<Feature> Sent()
    {
        ImmutableArray<Feature>.Builder sent = ImmutableArray.CreateBuilder<Feature>();
        if (options.UsesWireSchema && features.Has(Feature.WireSchema))
            sent.Add(Feature.WireSchema);
        if (features.Has(Feature.Seed))
            sent.Add(Feature.Seed);
        if (options.Temperature is not null && features.Has(Feature.Temperature))
            sent.Add(Feature.Temperature);
        return sent.DrainToImmutable();
    }

    private ChatOptions ToOptions(Call call, ImmutableArray<Feature> sent)
    {
        var chat = new ChatOptions();
        if (sent.Contains(Feature.WireSchema))
        {
            chat.ResponseFormat = ChatResponseFormat.ForJsonSchema(call.Prompt.Schema, SchemaName);
            chat.AdditionalProperties = new AdditionalPropertiesDictionary { ["strict"] = true };
        }

        if (sent.Contains(Feature.Seed))
            chat.Seed = call.Seed;
        if (sent.Contains(Feature.Temperature))
            chat.Temperature = (float?)options.Temperature;
        return chat;
    }
}
