using System.Collections.Immutable;
using SynthData.Sources.Model.Prompts;
using SynthData.Sources.Model.Replies;

namespace SynthData.Sources.Model;

/// <summary>A few calls' slots of a wave, asked until their rows are right by themselves or may not be asked again.</summary>
/// <remarks>Lanes wait for nobody: what a lane asks follows from its own slots and replies, so that a slow call holds up no other lane.</remarks>
internal sealed class Lane(TableDesk table, WaveSetting setting, ImmutableArray<SlotState> slots, ReplySize size)
{
    private readonly RowJudge judge = new(table);
    private readonly UnsolvedRows unsolved = new(table);

    /// <summary>Asks and judges in rounds; each asks only for cells still open.</summary>
    /// <param name="rowsPerCall">Slots of a call to begin with.</param>
    /// <returns>The slots of a call that its replies came down to.</returns>
    public async Task<int> RunAsync(int rowsPerCall, CancellationToken cancellationToken)
    {
        do
        {
            judge.CheckRules(slots);                            // of rows that need no answer
            rowsPerCall = await AskAsync(rowsPerCall, cancellationToken);
        }
        while (unsolved.Redraw(slots));
        return rowsPerCall;
    }

    private async Task<int> AskAsync(int rowsPerCall, CancellationToken cancellationToken)
    {
        for (ImmutableArray<SlotAsk> open = Open(); !open.IsEmpty; open = Open())
        {
            if (open.Any(ask => ask.State.Asks > 0))
                table.Options.Log.AskedAgain(table.Table.Table, open.Length, open[0].RowIndex, open[^1].RowIndex);
            table.Tally.Ask(table.Table.Table, open.Length);
            SlotAsk[][] calls = Calls(open, rowsPerCall);
            CallAnswer[] answers = await Task.WhenAll(calls.Select(call => table.Calls.AnswerAsync(table.Prompt, setting, call, cancellationToken)));
            for (int call = 0; call < calls.Length; call++)
                Take(calls[call], answers[call]);
            judge.CheckRules(slots);
            if (answers.Any(answer => answer.Replies.Any(reply => reply.IsTooLong)))
                rowsPerCall = Math.Max(1, rowsPerCall / 2);
        }

        return rowsPerCall;
    }

    private ImmutableArray<SlotAsk> Open() =>
        [.. slots.Where(slot => !slot.IsComplete && !slot.IsSpent(table.Options.AsksPerSlot, table.Options.UnheardPerSlot)).Select(SlotAsk.Of)];

    // Rows that are asked in other words are asked apart: the others were never declined.
    private static SlotAsk[][] Calls(ImmutableArray<SlotAsk> open, int rowsPerCall)
    {
        ILookup<bool, SlotAsk> byWords = open.ToLookup(ask => ask.State.IsReworded);
        return [.. byWords[false].Chunk(rowsPerCall), .. byWords[true].Chunk(rowsPerCall)];
    }

    private void Take(SlotAsk[] call, CallAnswer answer)
    {
        foreach (Reply reply in answer.Replies)
        {
            table.Tally.Use(reply, table.Table.Table);
            size.Add(reply);
        }

        foreach (SlotAsk ask in call)
            judge.Read(ask, answer);
    }
}
