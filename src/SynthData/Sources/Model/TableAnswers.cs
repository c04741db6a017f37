using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SynthData.Diagnostics;
using SynthData.Planning;
using SynthData.Sources.Model.Prompts;
using SynthData.Sources.Model.Replies;
using SynthData.Sources.Model.Variety;

namespace SynthData.Sources.Model;

/// <summary>Answers the slots of one table, wave by wave.</summary>
/// <remarks>
/// Two waves overlap: a wave's first calls go out while the one before is still being asked again, but its replies are judged only when
/// that one has ended. So what is asked, and who owns a unique value, follows from plan and replies, never from time.
/// </remarks>
internal sealed class TableAnswers(TablePrompt prompt, IPromptRows rows, CallDesk desk, RunTally tally, UniqueCells unique, PromptEngineOptions options)
{
    private PromptTable Table => prompt.Table;

    public async IAsyncEnumerable<IReadOnlyList<PromptAnswer>> RunAsync(
        long first, long count, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var underWay = new Queue<Task<WaveEnd>>(2);
        int rowsPerCall = options.RowsPerCall;
        Task<WaveEnd>? newest = null;
        try
        {
            for (long start = first; start < first + count;)
            {
                WaveEnd? end = underWay.Count == 2 ? await underWay.Dequeue() : null;
                rowsPerCall = Math.Min(rowsPerCall, end?.RowsPerCall ?? rowsPerCall);

                // Waves lie on multiples of their size, so that another range of the same table asks the same.
                long next = Math.Min(first + count, ((start / options.WaveSize) + 1) * options.WaveSize);
                newest = RunWaveAsync(start, (int)(next - start), rowsPerCall, newest, stop.Token);
                underWay.Enqueue(newest);
                start = next;
                if (end is not null)
                    yield return end.Answers;
            }

            while (underWay.Count > 0)
                yield return (await underWay.Dequeue()).Answers;
        }
        finally
        {
            await stop.CancelAsync();
            await ((Task)Task.WhenAll(underWay)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<WaveEnd> RunWaveAsync(long first, int count, int rowsPerCall, Task<WaveEnd>? previous, CancellationToken cancellationToken)
    {
        ImmutableArray<SlotState> slots = [.. rows.Slots(first, count).Select(slot => new SlotState(slot))];
        ImmutableArray<SlotAsk> open = Open(slots);
        do
        {
            SlotAsk[][] calls = [.. open.Chunk(rowsPerCall)];
            CallAnswer[] answers = await Task.WhenAll(calls.Select(call => desk.AnswerAsync(prompt, call, cancellationToken)));
            if (previous is not null)
                await previous;
            previous = null;

            for (int call = 0; call < calls.Length; call++)
            {
                foreach (Reply reply in answers[call].Replies)
                    tally.Use(reply, Table.Table);
                foreach (SlotAsk ask in calls[call])
                    ReadCells(ask, answers[call]);
            }

            ClaimUnique(open);
            CheckRules(slots);
            if (answers.Any(answer => answer.Replies.Any(reply => reply.IsTooLong)))
                rowsPerCall = Math.Max(1, rowsPerCall / 2);
            open = Open(slots);
            if (!open.IsEmpty)
                options.Log.AskedAgain(Table.Table, open.Length, first, first + count - 1);
        }
        while (!open.IsEmpty);

        ImmutableArray<SlotState> wrong = [.. slots.Where(slot => slot.IsStuck || !slot.IsComplete)];
        if (!wrong.IsEmpty)
            throw WaveFailure.Of(desk.Model, desk.JournalPath, Table, wrong);
        return new WaveEnd([.. slots.Select(slot => slot.ToAnswer())], rowsPerCall);
    }

    private ImmutableArray<SlotAsk> Open(ImmutableArray<SlotState> slots) =>
        [.. slots.Where(slot => !slot.IsComplete && !slot.IsSpent(options.AsksPerSlot, options.UnheardPerSlot)).Select(SlotAsk.Of)];

    private void ReadCells(SlotAsk ask, CallAnswer answer)
    {
        SlotState slot = ask.State;
        slot.Problems.Clear();
        foreach (int column in ask.Columns)
        {
            PromptColumn wanted = Table.Columns[column];
            CellOutcome outcome = answer[ask.RowIndex, column];
            slot.CountAsk(column, isHeard: outcome.HasRow || !outcome.Reply.EndsEarly);
            if (!outcome.HasRow)
                RejectOnce(slot, SlotProblem.Of(outcome.Reply.IsRefusal ? ModelDiagnostics.Refused : ModelDiagnostics.RowNotAnswered, "row"));
            else if (outcome.Cell is not { } cell)
                Reject(slot, SlotProblem.Of(ModelDiagnostics.MissingCell, wanted.Name, wanted.Name));
            else if (CellReader.Read(cell, wanted, out string text) is { } problem)
                Reject(slot, problem);
            else
                slot.Settle(column, text);
        }
    }

    private void ClaimUnique(ImmutableArray<SlotAsk> asks)
    {
        foreach (SlotAsk ask in asks)
        {
            foreach (int column in ask.Columns)
            {
                PromptColumn wanted = Table.Columns[column];
                if (!wanted.IsUnique || ask.State[column] is not { } text || unique.Claim(column, text, ask.RowIndex))
                    continue;
                ask.State.Open(column);
                Reject(ask.State, SlotProblem.Of(ModelDiagnostics.NotUnique, wanted.Name, wanted.Name, CellReader.Shown(text)));
            }
        }
    }

    private void CheckRules(ImmutableArray<SlotState> slots)
    {
        ImmutableArray<SlotState> complete = [.. slots.Where(slot => slot is { IsRight: false, IsComplete: true })];
        foreach (SlotState slot in complete)
            slot.IsRight = true;
        if (complete.IsEmpty)
            return;
        ILookup<long, PromptViolation> violations = rows.Check([.. complete.Select(slot => slot.ToAnswer())]).ToLookup(violation => violation.RowIndex);
        foreach (SlotState slot in complete)
        {
            foreach (PromptViolation violation in violations[slot.Slot.RowIndex])
            {
                Reject(slot, new SlotProblem(violation.Code, violation.Rule, violation.Message));
                Reopen(slot, violation.Rule);
            }
        }
    }

    // The columns a rule mentions are asked again; where that cannot be told, the whole row.
    private void Reopen(SlotState slot, string ruleName)
    {
        PromptRule? rule = Table.Rules.FirstOrDefault(rule => rule.Name == ruleName);
        int[] asked = [.. Enumerable.Range(0, Table.Columns.Length).Where(column => slot.Slot.IsAsked[column])];
        int[] mentioned = rule is null ? asked : [.. asked.Where(column => rule.Columns.Contains(Table.Columns[column].Name))];
        slot.IsStuck |= mentioned.Length == 0;
        foreach (int column in mentioned)
        {
            if (slot[column] is { } text)
                unique.Release(column, text, slot.Slot.RowIndex);
            slot.Open(column);
        }
    }

    private void RejectOnce(SlotState slot, SlotProblem problem)
    {
        if (!slot.Problems.Contains(problem))
            Reject(slot, problem);
    }

    private void Reject(SlotState slot, SlotProblem problem)
    {
        slot.Problems.Add(problem);
        tally.Reject(Table.Table, problem);
    }
}

/// <summary>A wave that is done: its answers in slot order, and the rows per call it came down to.</summary>
internal sealed record WaveEnd(IReadOnlyList<PromptAnswer> Answers, int RowsPerCall);
