using SynthData.Batches;
using SynthData.Planning;

namespace SynthData.Run;

/// <summary>Makes rows of a table whose references differ within a parent: rows of one parent in order, all parents of a call side by side.</summary>
internal sealed class SiblingOrder(TableProgram program, DatasetRun run)
{
    private readonly TablePlan table = program.Table;
    private readonly Dictionary<int, Dictionary<long, HashSet<long>>> picks = [];

    /// <summary>Makes rows; those before them of the same parent are made as well, since they decide what is left.</summary>
    public Frame Evaluate(ReadOnlySpan<long> rows, Slice slice, RejectionLedger? ledger)
    {
        var parents = new long[rows.Length];
        var positions = new long[rows.Length];
        run.Children(table.Index).Locate(rows, parents, positions);
        SortedDictionary<long, List<long>> byPosition = Siblings(rows, positions, out HashSet<long> asked);

        var made = new Dictionary<long, (Frame Frame, int Row)>();
        foreach (List<long> round in byPosition.Values)
        {
            long[] indices = [.. round];
            Frame frame = program.EvaluateTogether(indices, slice, Taken, ledger?.Only(asked));
            for (int row = 0; row < indices.Length; row++)
                made[indices[row]] = (frame, row);
            Remember(frame, slice);
        }

        return Gather(rows, slice, made);
    }

    private static SortedDictionary<long, List<long>> Siblings(ReadOnlySpan<long> rows, long[] positions, out HashSet<long> asked)
    {
        asked = [.. rows];
        var all = new SortedDictionary<long, List<long>>();
        var seen = new HashSet<long>();
        for (int row = 0; row < rows.Length; row++)
        {
            for (long back = positions[row] - 1; back >= 0; back--)
            {
                long sibling = rows[row] - back;
                if (!seen.Add(sibling))
                    continue;
                long position = positions[row] - back;
                if (!all.TryGetValue(position, out List<long>? round))
                    all[position] = round = [];
                round.Add(sibling);
            }
        }

        return all;
    }

    private SiblingPicks Taken(ReadOnlySpan<long> rows)
    {
        var parents = new long[rows.Length];
        run.Children(table.Index).Locate(rows, parents, new long[rows.Length]);
        return new SiblingPicks(DistinctSlots().ToDictionary(
            slot => slot,
            slot => parents.Select(parent => picks.GetValueOrDefault(slot)?.GetValueOrDefault(parent) ?? []).ToArray()));
    }

    private void Remember(Frame frame, Slice slice)
    {
        var parents = (Int64Column)frame[table.Per!.RowSlot];
        foreach (int slot in DistinctSlots().Where(slice.Slots.Contains))
        {
            if (!picks.TryGetValue(slot, out Dictionary<long, HashSet<long>>? byParent))
                picks[slot] = byParent = [];
            var picked = (Int64Column)frame[slot];
            for (int row = 0; row < frame.Count; row++)
            {
                if (picked.IsNull(row))
                    continue;
                if (!byParent.TryGetValue(parents[row], out HashSet<long>? taken))
                    byParent[parents[row]] = taken = [];
                taken.Add(picked[row]);
            }
        }
    }

    private IEnumerable<int> DistinctSlots() =>
        table.Cells.Where(cell => cell.Source is ReferenceRowCells { IsDistinct: true }).Select(cell => cell.Slot);

    private Frame Gather(ReadOnlySpan<long> rows, Slice slice, Dictionary<long, (Frame Frame, int Row)> made)
    {
        var frame = new Frame(table.Cells.Length);
        frame.Reset(rows);
        foreach (int slot in slice.Slots)
        {
            Column column = Column.For(table.Cells[slot].Type);
            column.Reset(rows.Length);
            for (int row = 0; row < rows.Length; row++)
            {
                (Frame source, int sourceRow) = made[rows[row]];
                if (row == 0 && column is TextColumn text && source[slot] is TextColumn { Pool: { } pool })
                    text.UsePool(pool);
                column.Copy(source[slot], sourceRow, row);
            }

            frame[slot] = column;
        }

        return frame;
    }
}
