using SynthData.Batches;
using SynthData.Numerics;
using SynthData.Numerics.Patterns;
using SynthData.Planning;

namespace SynthData.Sources.Local;

/// <summary>Writes texts of a pattern: permuted ranks when unique, uniform ranks else.</summary>
/// <remarks>
/// <para>Drawn: two words a cell, or the permuted row index.</para>
/// <para>Nulls: none.</para>
/// <para>Errors: none; a pattern too small for its rows is refused by the plan (SD2022).</para>
/// </remarks>
internal sealed class PatternFiller(StreamKey stream, PatternCells plan) : ICellFiller
{
    private readonly RankPermutation? ranks = plan.IsUnique ? new RankPermutation(stream, plan.Pattern.Capacity) : null;

    public void Fill(in FillRows rows, Frame frame, Column target)
    {
        var texts = (TextColumn)target;
        char[] buffer = new char[plan.Pattern.MaxLength];
        Pattern pattern = plan.Pattern;
        for (int row = 0; row < rows.Count; row++)
        {
            long index = rows.Indices[row];
            UInt128 rank = ranks?.Forward(index)
                ?? Wide.Below(pattern.Capacity, stream.Word(index, rows.Draws[row], 0), stream.Word(index, rows.Draws[row], 1));
            texts.Set(row, buffer.AsSpan(0, pattern.Write(rank, buffer)));
        }
    }
}
