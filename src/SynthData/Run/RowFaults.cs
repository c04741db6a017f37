using SynthData.Batches;
using SynthData.Numerics;
using SynthData.Planning;
using SynthData.Rules.Validation;

namespace SynthData.Run;

/// <summary>Makes repeats in a unique column: what an earlier row has.</summary>
/// <param name="isFaulty">Whether a row may have a fault itself, so that what it has may not be found in it.</param>
internal sealed class DuplicateFault(DatasetRun run, TablePlan table, CellPlan cell, StreamKey stream, Func<long, bool> isFaulty) : FaultMaker
{
    private const uint Tries = 16;

    public override void Make(Frame frame, IReadOnlyList<int> rows, Column[] targets, Span<bool> made)
    {
        long[] sources = [.. rows.Select(row => Source(frame.Rows[row]))];
        long[] found = [.. sources.Where(source => source >= 0).Distinct()];
        if (found.Length == 0)
            return;
        TableProgram program = run.Program(table.Index);
        Frame earlier = program.Evaluate(found, program.SliceFor([cell.Slot]), null);
        Column cells = earlier[cell.Slot];
        for (int index = 0; index < rows.Count; index++)
        {
            int place = Array.IndexOf(found, sources[index]);
            made[index] = place >= 0 && cells.States[place] == CellState.Value;
            if (made[index])
                targets[0].Copy(cells, place, rows[index]);
        }

        earlier.Return();
    }

    private long Source(long row)
    {
        for (uint word = 1; row > 0 && word <= Tries; word++)
        {
            long source = (long)stream.Below((ulong)row, row, 0, word);
            if (!isFaulty(source))
                return source;
        }

        return -1;
    }
}

/// <summary>Makes references to nobody: keys of rows behind the parent's last one.</summary>
internal sealed class OrphanFault : FaultMaker
{
    private readonly DatasetRun run;
    private readonly ReferencePlan reference;
    private readonly StreamKey stream;
    private readonly long first;
    private readonly long count;

    public OrphanFault(DatasetRun run, ReferencePlan reference, StreamKey stream)
    {
        this.run = run;
        this.reference = reference;
        this.stream = stream;
        TablePlan parent = run.Plan.Tables[reference.ParentTable];
        first = run.Plan.RowCount(parent.Index);
        count = reference.Targets.Min(slot => OrphanKeys.Count(parent.Cells[slot].Source, parent.Cells[slot].Type, first));
    }

    public override void Make(Frame frame, IReadOnlyList<int> rows, Column[] targets, Span<bool> made)
    {
        TableProgram parent = run.Program(reference.ParentTable);
        long[] nobody = [.. rows.Select(row => first + (long)stream.Below((ulong)count, frame.Rows[row], 0, 1))];
        Frame keys = parent.Evaluate(nobody, parent.SliceFor(reference.Targets), null);
        for (int index = 0; index < rows.Count; index++)
        {
            made[index] = reference.Targets.All(slot => !IsPinned(parent.Table.Cells[slot], keys[slot], index));
            for (int place = 0; made[index] && place < targets.Length; place++)
                targets[place].Copy(keys[reference.Targets[place]], index, rows[index]);
        }

        keys.Return();
    }

    // A parent's pinned key may lie where those of the rows that are not made would.
    private static bool IsPinned(CellPlan key, Column keys, int row)
    {
        if (key.Pins is not { } pins)
            return false;
        UInt128 hash = CellHash.OfAll([keys], row);
        return Enumerable.Range(0, pins.Rows.Length).Any(place => CellHash.OfAll([pins.Cells], place) == hash);
    }
}
