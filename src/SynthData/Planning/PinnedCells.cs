using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;

namespace SynthData.Planning;

/// <summary>Cells of a slot that the schema gives, whatever its source draws: those of pinned rows, and those that coverage takes.</summary>
/// <param name="Rows">Indices of their rows, ascending.</param>
/// <param name="Cells">A cell for each of these rows.</param>
/// <param name="Texts">The cells as texts, for messages.</param>
/// <param name="Positions">Where each is written.</param>
internal sealed record PinnedCells(ImmutableArray<long> Rows, Column Cells, ImmutableArray<string> Texts, ImmutableArray<SourcePosition> Positions)
{
    /// <summary>The place of a row among these, or below 0.</summary>
    public int Find(long row) => Rows.BinarySearch(row);

    /// <summary>These and others of later rows.</summary>
    public static PinnedCells Join(PinnedCells? first, PinnedCells second, Column empty)
    {
        if (first is null)
            return second;
        empty.Reset(first.Rows.Length + second.Rows.Length);
        if (empty is TextColumn text && first.Cells is TextColumn { Pool: { } pool } && second.Cells is TextColumn other && ReferenceEquals(other.Pool, pool))
            text.UsePool(pool);
        for (int place = 0; place < first.Rows.Length; place++)
            empty.Copy(first.Cells, place, place);
        for (int place = 0; place < second.Rows.Length; place++)
            empty.Copy(second.Cells, place, first.Rows.Length + place);
        return new PinnedCells([.. first.Rows, .. second.Rows], empty, [.. first.Texts, .. second.Texts], [.. first.Positions, .. second.Positions]);
    }
}
