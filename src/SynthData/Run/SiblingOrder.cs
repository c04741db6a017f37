using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Planning;

namespace SynthData.Run;

/// <summary>Makes rows of a table that follow from rows before them of the same parent: each parent's in order, many parents side by side.</summary>
/// <remarks>
/// One for a slice of a table. Thread-safe. Memory: the rows asked for and <see cref="MaxTogether"/> more; rows that are only on the way
/// to those asked for leave their state and are forgotten.
/// </remarks>
internal sealed class SiblingOrder
{
    private const int MaxTogether = 32_768;

    // Shorter chains are made again sooner than looked up.
    private const long LongChain = 512;

    private readonly TableProgram program;
    private readonly DatasetRun run;
    private readonly Slice slice;
    private readonly TablePlan table;
    private readonly ImmutableArray<int> alone;
    private readonly int[] distinct;
    private readonly int[] carried;
    private readonly bool carriesLate;
    private readonly RowStates<SiblingState> states = new(256);

    public SiblingOrder(TableProgram program, DatasetRun run, Slice slice)
    {
        this.program = program;
        this.run = run;
        this.slice = slice;
        table = program.Table;
        var follows = new bool[table.Cells.Length];
        foreach (int slot in slice.Slots)
            follows[slot] = table.Cells[slot].ReadsSiblings || table.Cells[slot].Inputs.Any(input => follows[input]);
        alone = [.. slice.Slots.Where(slot => !follows[slot])];
        distinct = [.. slice.Slots.Where(slot => table.Cells[slot].Source is ReferenceRowCells { IsDistinct: true })];
        carried = [.. slice.All.Select(slot => table.Cells[slot].Source).OfType<PreviousCells>().Select(previous => previous.Slot).Distinct()];
        carriesLate = carried.Any(slot => table.Cells[slot].IsLate);
    }

    /// <summary>Makes rows; those before them of the same parent are made as well, since they decide what follows.</summary>
    public Frame Evaluate(ReadOnlySpan<long> rows, RejectionLedger? ledger)
    {
        Dictionary<long, int> asked = [];
        List<(int Place, int First)> repeated = [];
        for (int place = 0; place < rows.Length; place++)
        {
            if (!asked.TryAdd(rows[place], place))
                repeated.Add((place, asked[rows[place]]));
        }

        var gather = new RowGather(table, program.EmptyFrame(), rows, slice.Slots);
        RejectionLedger? counted = ledger?.Only([.. asked.Keys]);
        List<SiblingChain> together = [];
        int count = 0;
        foreach (SiblingChain chain in Chains(rows))
        {
            CatchUp(chain, counted);
            if (together.Count > 0 && count + chain.Count > MaxTogether)
            {
                Make(together, counted, asked, gather);
                (together, count) = ([], 0);
            }

            together.Add(chain);
            count += chain.Count;
        }

        Make(together, counted, asked, gather);
        foreach ((int place, int first) in repeated)
            gather.Take(gather.Frame, first, place);
        program.Finish(gather.Frame, slice);
        return gather.Frame;
    }

    private IEnumerable<SiblingChain> Chains(ReadOnlySpan<long> rows)
    {
        var parents = new long[rows.Length];
        var positions = new long[rows.Length];
        run.Children(table.Index).Locate(rows, parents, positions);
        var chains = new Dictionary<long, SiblingChain>();
        for (int row = 0; row < rows.Length; row++)
        {
            if (!chains.TryGetValue(parents[row], out SiblingChain? chain))
                chains[parents[row]] = chain = new SiblingChain(rows[row] - positions[row] + 1);
            chain.FirstAsked = Math.Min(chain.FirstAsked, rows[row]);
            chain.End = Math.Max(chain.End, rows[row] + 1);
        }

        return chains.Values;
    }

    // Goes on from the nearest state that is kept, to the first row asked for, in steps of bounded size.
    private void CatchUp(SiblingChain chain, RejectionLedger? counted)
    {
        if (chain.FirstAsked > chain.First && states.Last(chain.First, chain.FirstAsked) is { } kept)
            (chain.Start, chain.State) = (kept.Row + 1, Copy(kept.State));
        long end = chain.End;
        while (chain.FirstAsked - chain.Start > MaxTogether)
        {
            chain.End = chain.Start + MaxTogether;
            Make([chain], counted, null, null);
            chain.Start = chain.End;
        }

        chain.End = end;
    }

    private void Make(List<SiblingChain> chains, RejectionLedger? counted, Dictionary<long, int>? asked, RowGather? gather)
    {
        if (chains.Count == 0)
            return;

        // What follows from no sibling is made for all rows at once; the rest row by row, and the chains that have ended stand last.
        chains.Sort((one, other) => other.Count.CompareTo(one.Count));
        Frame ready = Ready(chains, out int[] places);
        int active = chains.Count;
        Frame? before = null;
        for (int step = 0; step < chains[0].Count; step++)
        {
            bool hasEnded = chains[active - 1].Count <= step;
            while (chains[active - 1].Count <= step)
                active--;
            Frame made = Round(chains, ready, places, step, active);
            program.Draw(made, slice, counted);
            if (carriesLate)
                program.Finish(made, slice);
            for (int row = 0; row < active; row++)
            {
                Pass(chains[row].State, made, row);
                if (asked is not null && asked.TryGetValue(made.Rows[row], out int place))
                    gather!.Take(made, row, place);
            }

            // A parent that has ended is still read through the frame of its last row.
            if (!hasEnded)
                before?.Return();
            before = made;
        }

        ready.Return();

        long last = chains.Max(chain => chain.End);
        foreach (SiblingChain chain in chains.Where(chain => chain.End == last || chain.End - chain.First >= LongChain))
            states.Keep(chain.End - 1, Copy(chain.State));
    }

    private Frame Ready(List<SiblingChain> chains, out int[] places)
    {
        places = new int[chains.Count];
        var rows = new long[chains.Sum(chain => chain.Count)];
        int next = 0;
        for (int index = 0; index < chains.Count; index++)
        {
            places[index] = next;
            for (int step = 0; step < chains[index].Count; step++)
                rows[next++] = chains[index].Start + step;
        }

        Frame ready = program.EmptyFrame();
        ready.Reset(rows);
        program.Fill(ready, alone);
        return ready;
    }

    // The next row of each chain that has one, with what is ready of it.
    private Frame Round(List<SiblingChain> chains, Frame ready, int[] places, int step, int active)
    {
        var rows = new long[active];
        var known = new SiblingState[active];
        for (int row = 0; row < active; row++)
            (rows[row], known[row]) = (chains[row].Start + step, chains[row].State);
        Frame round = program.EmptyFrame();
        round.Reset(rows);
        round.Siblings = new Siblings(known);
        foreach (int slot in alone)
        {
            Column cells = round.Empty(slot, table.Cells[slot].Type);
            if (cells is TextColumn text && ready[slot] is TextColumn { Pool: { } pool })
                text.UsePool(pool);
            for (int row = 0; row < active; row++)
                cells.Copy(ready[slot], places[row] + step, row);
            round[slot] = cells;
        }

        return round;
    }

    private void Pass(SiblingState state, Frame made, int row)
    {
        state.Pass(made, row);
        foreach (int slot in distinct)
        {
            var picked = (Int64Column)made[slot];
            if (!picked.IsNull(row))
                state.Taken(slot).Add(picked[row]);
        }
    }

    private SiblingState Copy(SiblingState state) => state.Copy(carried, slot => Column.For(table.Cells[slot].Type));
}
