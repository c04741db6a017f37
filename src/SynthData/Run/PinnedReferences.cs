using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Planning;
using SynthData.Rules.Validation;

namespace SynthData.Run;

/// <summary>Finds the parents that pinned references name, so that the reference's row is pinned and its columns follow.</summary>
internal static class PinnedReferences
{
    private const int BlockRows = 8192;

    /// <summary>Pins the row slots of a table's references.</summary>
    /// <param name="run">Has the programs of the parents, and that of the table itself as if nothing were pinned.</param>
    /// <exception cref="SchemaException">A pinned key is no parent's, or that of a row that is not earlier.</exception>
    public static TablePlan Resolve(DatasetRun run, TablePlan table)
    {
        ReferencePlan[] pinned = [.. ReferencePlan.Of(table).Where(reference => table.Cells[reference.Columns[0]].Pins is not null)];
        if (pinned.Length == 0)
            return table;
        var bag = new DiagnosticBag();
        ImmutableArray<CellPlan> cells = table.Cells;
        foreach (ReferencePlan reference in pinned)
            cells = cells.SetItem(reference.RowSlot, cells[reference.RowSlot] with { Pins = Rows(run, table, reference, bag) });
        bag.ThrowIfErrors();
        return table with { Cells = cells };
    }

    private static PinnedCells Rows(DatasetRun run, TablePlan table, ReferencePlan reference, DiagnosticBag bag)
    {
        PinnedCells first = table.Cells[reference.Columns[0]].Pins!;
        Column[] columns = [.. reference.Columns.Select(slot => table.Cells[slot].Pins!.Cells)];
        var wanted = new Dictionary<UInt128, long?>();
        for (int place = 0; place < first.Rows.Length; place++)
        {
            if (!columns[0].IsNull(place))
                wanted[CellHash.OfAll(columns, place)] = null;
        }

        Find(run, reference, wanted);
        var rows = new Int64Column();
        rows.Reset(first.Rows.Length);
        for (int place = 0; place < first.Rows.Length; place++)
        {
            long? found = columns[0].IsNull(place) ? null : wanted[CellHash.OfAll(columns, place)];
            rows[place] = found ?? 0;
            rows.States[place] = found is null ? CellState.Null : CellState.Value;
            bool isLate = reference.ParentTable == table.Index && found >= first.Rows[place];
            if (!columns[0].IsNull(place) && (found is null || isLate))
            {
                string values = string.Join(", ", reference.Columns.Select(slot => table.Cells[slot].Pins!.Texts[place]));
                string target = string.Join(", ", reference.Targets.Select(slot => run.Plan.Tables[reference.ParentTable].Cells[slot].Name));
                bag.Add(
                    ListDiagnostics.PinIsOrphan, first.Positions[place], $"{table.Name}.{table.Cells[reference.Columns[0]].Name}", values, target,
                    run.Plan.Tables[reference.ParentTable].Name, isLate ? $", or is that of row {found + 1}, which is not earlier" : "");
            }
        }

        return first with { Cells = rows };
    }

    // Keys are made block by block until all are found.
    private static void Find(DatasetRun run, ReferencePlan reference, Dictionary<UInt128, long?> wanted)
    {
        long count = run.Plan.RowCount(reference.ParentTable);
        TableProgram parent = run.Program(reference.ParentTable);
        Slice slice = parent.SliceFor(reference.Targets);
        int missing = wanted.Count;
        for (long start = 0; start < count && missing > 0; start += BlockRows)
        {
            Frame frame = parent.Evaluate(RowIndices.From(start, Math.Min(BlockRows, count - start)), slice, null);
            Column[] keys = [.. reference.Targets.Select(slot => frame[slot])];
            for (int row = 0; row < frame.Count; row++)
            {
                UInt128 hash = CellHash.OfAll(keys, row);
                if (!wanted.TryGetValue(hash, out long? found) || found is not null)
                    continue;
                wanted[hash] = start + row;
                missing--;
            }

            frame.Return();
        }
    }
}
