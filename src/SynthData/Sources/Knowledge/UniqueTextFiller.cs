using SynthData.Batches;
using SynthData.Planning;

namespace SynthData.Sources.Knowledge;

/// <summary>Gives each row a text of knowledge that no other row has.</summary>
/// <remarks>
/// <para>Drawn: nothing; the row's index is its place in the list of its combination, see <see cref="UniqueTexts"/>. A row that is drawn again keeps it.</para>
/// <para>Nulls: none of its own.</para>
/// <para>Errors: none; too few texts are refused before the first row (SD7029).</para>
/// </remarks>
internal sealed class UniqueTextFiller(UniqueTexts unique) : ICellFiller
{
    public UniqueTexts Unique => unique;

    public void Fill(in FillRows rows, Frame frame, Column target)
    {
        var texts = (TextColumn)target;
        using var combinations = new Rented<int>(rows.Count);
        unique.Find(frame, combinations.Span);
        for (int row = 0; row < rows.Count; row++)
            texts.Set(row, unique[combinations.Span[row], rows.Indices[row]]);
    }
}
