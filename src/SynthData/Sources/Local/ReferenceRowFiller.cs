using SynthData.Batches;
using SynthData.Numerics;
using SynthData.Planning;

namespace SynthData.Sources.Local;

/// <summary>Picks the row of a parent: uniform, by popularity, one-to-one, or earlier in the own table.</summary>
/// <remarks>
/// <para>Drawn: one word a cell. Popularity ranks go through a permutation, so that the popular parents are not the first rows.</para>
/// <para>Nulls: row 0 of an `earlier` reference.</para>
/// <para>Errors: none; a table without rows is refused by the plan (SD2027).</para>
/// </remarks>
internal sealed class ReferenceRowFiller : ICellFiller
{
    private readonly StreamKey stream;
    private readonly int slot;
    private readonly ReferenceRowCells plan;
    private readonly long parents;
    private readonly Permutation permutation;
    private readonly ZipfDistribution? zipf;

    public ReferenceRowFiller(StreamKey stream, int slot, ReferenceRowCells plan, long parents)
    {
        this.slot = slot;
        this.stream = stream;
        this.plan = plan;
        this.parents = parents;
        permutation = new Permutation(stream.Derive("rank"), Math.Max(parents, 1));
        zipf = plan.Zipf is { } exponent ? new ZipfDistribution(exponent, Math.Max(parents, 1)) : null;
    }

    public void Fill(in FillRows rows, Frame frame, Column target)
    {
        var cells = (Int64Column)target;
        for (int row = 0; row < rows.Count; row++)
        {
            long index = rows.Indices[row];
            long bound = plan.IsEarlier ? index : parents;
            if (bound == 0)
                target.States[row] = CellState.Null;
            else
                cells[row] = Pick(index, rows.Draws[row], 0, bound);
        }

        if (plan.IsDistinct)
            KeepDistinct(rows, frame.Siblings ?? throw new InvalidOperationException("A distinct reference needs its siblings."), cells);
    }

    private long Pick(long index, byte draw, uint word, long bound)
    {
        if (plan.IsOneToOne)
            return permutation.Forward(index);
        if (zipf is null)
            return (long)stream.Below((ulong)bound, index, draw, word);
        long rank = (long)zipf.Quantile(stream.Uniform(index, draw, word)) - 1;
        return plan.IsEarlier ? rank % bound : permutation.Forward(rank);
    }

    // Earlier siblings' parents are known; a row draws again, with the next word, until its own is new.
    private void KeepDistinct(in FillRows rows, Siblings siblings, Int64Column cells)
    {
        for (int row = 0; row < rows.Count; row++)
        {
            if (cells.States[row] != CellState.Value)
                continue;
            HashSet<long> taken = siblings.Rows.Span[row].Taken(slot);
            long bound = plan.IsEarlier ? rows.Indices[row] : parents;
            if (taken.Count >= bound)
            {
                cells.States[row] = CellState.Error;
                continue;
            }

            for (uint word = 1; taken.Contains(cells[row]) && word <= 64; word++)
                cells[row] = Pick(rows.Indices[row], rows.Draws[row], word, bound);
            while (taken.Contains(cells[row]))
                cells[row] = (cells[row] + 1) % bound;
        }
    }
}
