using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Planning;
using SynthData.Sources.Model.Journals;
using SynthData.Sources.Model.Prompts;
using SynthData.Sources.Model.Providers;
using SynthData.Sources.Model.Replies;
using SynthData.Sources.Model.Sending;
using SynthData.Sources.Model.Sending.Limits;
using SynthData.Sources.Model.Sending.Spending;

namespace SynthData.Sources.Model;

/// <summary>Answers a call: from the journal by its call key, else cell by cell, and what is left by asking. Thread-safe.</summary>
internal sealed class CallDesk : IDisposable
{
    private readonly ChatConnection? connection;
    private readonly string model;
    private readonly Journal journal;
    private readonly PromptEngineOptions options;
    private readonly RequestFeatures features;
    private readonly CallLine? line;
    private readonly AnswerStream? stream;
    private readonly AnsweredRows answered = new();

    /// <param name="connection">Null for a replay.</param>
    public CallDesk(ChatConnection? connection, string model, Journal journal, PromptEngineOptions options)
    {
        this.connection = connection;
        this.model = model;
        this.journal = journal;
        this.options = options;
        features = new RequestFeatures(journal, model);
        if (connection is null)
            return;
        line = new CallLine(connection, options.Sending, options.Transport, options.Log);
        stream = new AnswerStream(connection.Client, options.Transport);
    }

    /// <summary>The name replies are filed under.</summary>
    public string Model => model;

    public string JournalPath => journal.Path;

    /// <summary>How sending stands.</summary>
    public SendingFigures Sending => line?.Figures ?? SendingFigures.None;

    /// <exception cref="GenerationException">SD4211, SD5904, SD6001 to SD6006, SD6031, SD6032.</exception>
    public async Task<CallAnswer> AnswerAsync(TablePrompt prompt, WaveSetting setting, IReadOnlyList<SlotAsk> asks, CancellationToken cancellationToken)
    {
        var answer = new CallAnswer();
        if (journal.Find(Compose(prompt, setting, asks).Key) is { } known)
        {
            answer.Take(asks, prompt.Columns, known);
            answered.Note(prompt, asks, known);
            return answer;
        }

        List<SlotAsk> left = TakeKnownCells(prompt, asks, answer);
        if (left.Count > 0)
            answer.Take(left, prompt.Columns, await AskAsync(prompt, setting, left, cancellationToken));
        return answer;
    }

    public void Dispose() => line?.Dispose();

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
                else if (answer.Take(ask, column, cell.Reply, cell.Column) is { } found && CellReader.Read(found, prompt.Table.Columns[column], out string text) is null)
                    have[column] = text;
            }

            if (columns.Count > 0)
                left.Add(ask with { Columns = columns.DrainToImmutable(), Have = [.. have] });
            else
                answered.Note(prompt.Table.Table, ask.RowIndex);
        }

        return left;
    }

    private async Task<Reply> AskAsync(TablePrompt prompt, WaveSetting setting, List<SlotAsk> asks, CancellationToken cancellationToken)
    {
        if (line is null)
            throw new GenerationException(ModelDiagnostics.ReplyMissing.At(null, prompt.Table.Table, asks[0].RowIndex, asks[^1].RowIndex));

        var size = new CallSize(prompt.Table.Table, prompt.System.Length + prompt.WriteSlots(asks, setting.Memory).Length, asks.Sum(ask => ask.Columns.Length));
        try
        {
            using CallTry sending = await line.OpenAsync(size, setting.Number, cancellationToken);
            while (true)
            {
                Call? call = null;
                Reply? came = await line.SendAsync(sending, lease => AttemptAsync(call = Compose(prompt, setting, asks), lease, cancellationToken), cancellationToken);
                if ((came is null ? journal.Find(Compose(prompt, setting, asks).Key) : await KeepAsync(call!, asks, came, sending)) is not { } reply)
                    continue;
                cancellationToken.ThrowIfCancellationRequested();
                return reply;
            }
        }
        catch (BudgetSpentException spent)
        {
            throw new GenerationException(SendingDiagnostics.BudgetSpent.At(
                null, spent.Shortage, spent.Spent, answered.Count(prompt.Table.Table), prompt.Table.RowCount, prompt.Table.Table, JournalPath));
        }
    }

    /// <summary>Sends a call once.</summary>
    /// <returns>Null where its answer is known by now, or the server refused a part of the request: it is composed anew.</returns>
    private async Task<Reply?> AttemptAsync(Call call, Lease lease, CancellationToken cancellationToken)
    {
        if (journal.Find(call.Key) is not null)
            return null;
        PromptTable table = call.Prompt.Table;
        journal.AppendAsk(call.Key, model, table.Table, call.Cells, call.User);
        options.Log.CallSent(model, call.Cells.Length, table.Table, call.Cells[0].RowIndex, call.Cells[^1].RowIndex);
        options.Log.Content(call.User);
        int limit = RequestForm.LimitFor(call, features.MostTokens);
        try
        {
            return await stream!.ReceiveAsync(call, RequestForm.Of(call, options.Temperature, limit), lease, cancellationToken);
        }
        catch (NotSupportedException) when (call.Sent.Contains(Feature.Stream))
        {
            features.LearnWhole();
            options.Log.FeatureRefused(model, Feature.Stream);
            return null;
        }
        catch (Exception exception) when (TransportFault.Of(exception, options.Transport.Clock) is { IsPassing: false } fault)
        {
            if (features.Learn(fault, call.Sent, limit) is not { } feature)
                throw ModelFailures.Of(exception, connection!, options.Transport);
            options.Log.FeatureRefused(model, feature);
            return null;
        }
    }

    /// <summary>Puts a reply into the journal, before anybody reads it.</summary>
    private async Task<Reply> KeepAsync(Call call, List<SlotAsk> asks, Reply came, CallTry sending)
    {
        Reply scrubbed = connection!.Leaks(came.Text) ? new Reply(connection.Scrub(came.Text), came.End, came.Finish, came.TokensIn, came.TokensOut) { TokensCached = came.TokensCached } : came;
        Reply reply = await journal.AppendReplyAsync(call.Key, scrubbed);
        options.Log.ReplyCame(model, reply.End, reply.TokensIn, reply.TokensOut);
        options.Log.Content(reply.Text);
        answered.Note(call.Prompt, asks, reply);
        line!.Buy(sending, reply);
        return reply;
    }

    private Call Compose(TablePrompt prompt, WaveSetting setting, IReadOnlyList<SlotAsk> asks) => new(prompt, setting, asks, model, features.Sent(options.UsesWireSchema, options.Temperature is not null), options.Temperature);
}
