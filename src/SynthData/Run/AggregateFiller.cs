using SynthData.Batches;
using SynthData.Expressions;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Run;

/// <summary>Makes the children of each row once more, as they are written, and folds what is read of them.</summary>
/// <remarks>
/// <para>Memory: some thousand children at a time, however many there are of one row.</para>
/// <para>Nulls: of no children, for all but sums and counts.</para>
/// <para>Errors: where what is read of a child fails, and sums beyond the type.</para>
/// </remarks>
internal sealed class AggregateFiller(DatasetRun run, AggregateCells plan, ColumnType type) : ICellFiller
{
    private const int ChunkRows = 8_192;

    private readonly ColumnType read = plan.Argument?.Type.Column ?? ColumnType.Int64;

    public void Fill(in FillRows rows, Frame frame, Column target)
    {
        using var firsts = new Rented<long>(rows.Count);
        using var counts = new Rented<long>(rows.Count);
        run.Children(plan.ChildTable).Find(rows.Indices, firsts.Span, counts.Span);
        var fold = new AggregateFold(plan.Kind, type);
        if (plan.Argument is null)
            AddRows(fold, counts.Span);
        else
            AddCells(fold, firsts.Span, counts.Span);
        for (int row = 0; row < rows.Count; row++)
            fold.Write(row, target, row);
    }

    private static void AddRows(AggregateFold fold, ReadOnlySpan<long> counts)
    {
        for (int row = 0; row < counts.Length; row++)
            fold.AddRows(row, counts[row]);
    }

    // Children of many rows are made together, and those of one row with many in several chunks.
    private void AddCells(AggregateFold fold, ReadOnlySpan<long> firsts, ReadOnlySpan<long> counts)
    {
        using var chunk = new Rented<long>(ChunkRows);
        using var groups = new Rented<int>(ChunkRows);
        int used = 0;
        for (int row = 0; row < firsts.Length; row++)
        {
            for (long child = 0; child < counts[row]; child++)
            {
                chunk.Span[used] = firsts[row] + child;
                groups.Span[used++] = row;
                if (used < ChunkRows)
                    continue;
                AddChunk(fold, chunk.Span, groups.Span);
                used = 0;
            }
        }

        if (used > 0)
            AddChunk(fold, chunk.Span[..used], groups.Span[..used]);
    }

    private void AddChunk(AggregateFold fold, ReadOnlySpan<long> rows, ReadOnlySpan<int> groups)
    {
        TableProgram children = run.Program(plan.ChildTable);
        Frame frame = children.Evaluate(rows, children.SliceFor(plan.ChildSlots), null);
        Column cells = frame.Scratch.Take(read, rows.Length);
        plan.Argument!.EvaluateInto(frame, cells, read);
        for (int row = 0; row < rows.Length; row++)
            fold.Add(cells, row, groups[row]);
        frame.Scratch.Return(cells);
        frame.Return();
    }
}
