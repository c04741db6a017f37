using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Planning;

namespace SynthData.Rules.Validation;

/// <summary>Checks that the rows of each parent are numbered 1, 2, 3, in any order and without a gap.</summary>
/// <remarks>Keeps one number a parent; rows out of order wait until their number's turn has come.</remarks>
internal sealed class PositionCheck(CheckContext context, CellPlan cell, ImmutableArray<int> parent) : IRowsCheck
{
    private readonly Dictionary<UInt128, long> counted = [];
    private readonly Dictionary<UInt128, SortedDictionary<long, long>> waiting = [];

    public void Check(Frame frame)
    {
        var positions = (Int64Column)frame[cell.Slot];
        for (int row = 0; row < frame.Count; row++)
        {
            if (positions.IsNull(row) || CellHash.Of(frame, parent, row, out UInt128 hash) != CellState.Value)
                continue;
            ref long last = ref CollectionsMarshal.GetValueRefOrAddDefault(counted, hash, out _);
            if (positions[row] == last + 1)
                last++;
            else if (positions[row] <= last || !Wait(hash, positions[row], frame.Rows[row]))
                Tell(frame.Rows[row], positions[row], "a number that no other row has");
            Catch(hash, ref last);
        }
    }

    public void Close(long rows)
    {
        foreach ((UInt128 hash, SortedDictionary<long, long> early) in waiting)
        {
            long next = counted[hash] + 1;
            foreach ((long position, long row) in early)
            {
                if (position != next)
                    Tell(row, position, next.ToString(CultureInfo.InvariantCulture));
                next = position + 1;
            }
        }
    }

    private bool Wait(UInt128 hash, long position, long row)
    {
        if (!waiting.TryGetValue(hash, out SortedDictionary<long, long>? early))
            waiting[hash] = early = [];
        return early.TryAdd(position, row);
    }

    private void Catch(UInt128 hash, ref long last)
    {
        if (waiting.Count == 0 || !waiting.TryGetValue(hash, out SortedDictionary<long, long>? early))
            return;
        while (early.Remove(last + 1))
            last++;
        if (early.Count == 0)
            waiting.Remove(hash);
    }

    private void Tell(long row, long position, string expected) => context.Add(DataDiagnostics.PositionOff, cell.Name, cell.Position, () =>
        [context.Places.Of(row), context.Name(cell.Slot), context.Show(position.ToString(CultureInfo.InvariantCulture), cell.Type), expected]);
}
