using System.Collections.Immutable;
using SynthData.Planning;
using SynthData.Sources.Model.Prompts;

namespace SynthData.Sources.Model;

/// <summary>Neighbouring slots of a table that are asked together: in lanes until each row is right by itself, then in order until they are right beside each other.</summary>
internal sealed class Wave(TableDesk table, TextClaims claims, WaveSetting setting, long first, int count)
{
    private readonly ReplySize size = new();

    /// <param name="previous">The wave before, whose texts come first; null for the first wave.</param>
    /// <exception cref="Diagnostics.GenerationException">A slot stayed wrong, or model or journal failed (SD4, SD6).</exception>
    public async Task<WaveEnd> RunAsync(Task<WaveEnd>? previous, CancellationToken cancellationToken)
    {
        ImmutableArray<SlotState> slots = [.. table.Rows.Slots(first, count).Select(slot => new SlotState(slot))];
        int laneSize = setting.RowsPerCall * table.Options.CallsPerLane;
        int[] rowsPerCall = await Task.WhenAll(slots.Chunk(laneSize).Select(lane => RunLaneAsync([.. lane], setting.RowsPerCall, cancellationToken)));
        if (claims.AreNeeded)
        {
            if (previous is not null)
                await previous;
            int fewest = rowsPerCall.Min();
            for (ImmutableArray<SlotState> losers = claims.Claim(slots); !losers.IsEmpty; losers = claims.Claim(losers))
                fewest = await RunLaneAsync(losers, fewest, cancellationToken);
        }

        ImmutableArray<SlotState> filled = FallBack(slots);
        table.Tally.Settle(table.Table.Table, slots, filled);
        ImmutableArray<SlotState> wrong = [.. slots.Where(slot => !slot.IsRight)];
        if (!wrong.IsEmpty)
            throw WaveFailure.Of(table.Calls.Model, table.Calls.JournalPath, table.Table, wrong);
        return new WaveEnd(setting, [.. slots.Select(slot => slot.ToAnswer())], size);
    }

    // What a fallback gives has to be as right as an answer; it is not given twice.
    private ImmutableArray<SlotState> FallBack(ImmutableArray<SlotState> slots)
    {
        ImmutableArray<SlotState> filled = new UnsolvedRows(table).FallBack(slots.Where(slot => !slot.IsRight));
        new RowJudge(table).CheckRules(filled);
        if (claims.AreNeeded)
            claims.Claim(filled);
        return filled;
    }

    private Task<int> RunLaneAsync(ImmutableArray<SlotState> slots, int rowsPerCall, CancellationToken cancellationToken) =>
        new Lane(table, setting, slots, size).RunAsync(rowsPerCall, cancellationToken);
}

/// <summary>A wave that is done: what it was asked with, its answers in slot order, and how long its replies were.</summary>
internal sealed record WaveEnd(WaveSetting Setting, IReadOnlyList<PromptAnswer> Answers, ReplySize Size);
