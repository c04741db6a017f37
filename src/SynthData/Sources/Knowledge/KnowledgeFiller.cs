using SynthData.Batches;
using SynthData.Planning;

namespace SynthData.Sources.Knowledge;

/// <summary>Writes texts of knowledge.</summary>
/// <remarks>
/// <para>Drawn: the entry and its variant, see <see cref="PoolTable"/>; every column of a group draws the same.</para>
/// <para>Nulls: none of its own; a row in which cells are null takes only texts that do not name them.</para>
/// <para>Errors: a row every text of which names a null cell; that a pool has texts for all rows is checked by the plan (SD7024, SD7026).</para>
/// </remarks>
internal sealed class KnowledgeFiller(TextSampler sampler, int place) : ICellFiller
{
    private const int FirstBuffer = 512;
    private const int MostSites = 256;

    public void Fill(in FillRows rows, Frame frame, Column target)
    {
        var texts = (TextColumn)target;
        using var combinations = new Rented<int>(rows.Count);
        sampler.Combinations(frame, combinations.Span);
        Span<int> room = stackalloc int[MostSites];
        char[] buffer = new char[FirstBuffer];
        for (int row = 0; row < rows.Count; row++)
        {
            long index = rows.Indices[row];
            byte draw = rows.Draws[row];
            if (!sampler.TryDraw(frame, row, combinations.Span[row], index, draw, out EntryDraw drawn))
            {
                texts.States[row] = CellState.Error;
                continue;
            }

            int sites = drawn.Entry.Sites.Length;
            Span<int> digits = sites <= room.Length ? room[..sites] : new int[sites];
            drawn.Entry.Digits(drawn.Variant, digits);
            var text = new TextExpansion(frame, row, index, draw, drawn.Entry, digits, buffer);
            TextStep.Write(drawn.Entry.Texts[place], ref text);
            texts.Set(row, text.Written);
            buffer = text.Buffer;
        }
    }
}
