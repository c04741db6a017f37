using SynthData.Batches;
using SynthData.Numerics;
using SynthData.Planning;
using SynthData.Sources.Local.Entities;

namespace SynthData.Sources.Local;

/// <summary>Fills one attribute of a coherent entity, tagged with the permuted row index when it is unique.</summary>
internal sealed class SemanticFiller : ICellFiller
{
    private readonly EntityColumn attribute;
    private readonly Permutation? tags;
    private readonly int? sexSlot;

    /// <param name="plan">What to fill.</param>
    /// <param name="generator">Decides which lists a locale has.</param>
    /// <param name="entity">The stream that all attributes of the entity share.</param>
    /// <param name="tag">The stream that keys the tags.</param>
    /// <param name="count">Rows of the table.</param>
    public SemanticFiller(SemanticCells plan, int generator, StreamKey entity, StreamKey tag, long count)
    {
        attribute = EntityColumns.For(plan.Type, plan.Locale, generator, entity);
        tags = plan.IsTagged ? new Permutation(tag, Math.Max(count, 1)) : null;
        sexSlot = plan.SexSlot;
    }

    public void Fill(in FillRows rows, Frame frame, Column target)
    {
        using var tagged = new Rented<long>(tags is null ? 0 : rows.Count);
        tags?.Forward(rows.Indices, tagged.Span);
        using var sexes = new Rented<sbyte>(sexSlot is null ? 0 : rows.Count);
        if (sexSlot is { } slot)
            Sexes(frame[slot], sexes.Span);
        attribute.Fill(new EntityRows(rows.Indices, rows.Draws, tagged.Span, sexes.Span), target);
    }

    // A text that names no sex leaves it to the draw.
    private static void Sexes(Column given, Span<sbyte> sexes)
    {
        for (int row = 0; row < sexes.Length; row++)
            sexes[row] = given is TextColumn texts && !given.IsNull(row) && Sex.TryRead(texts[row], out sbyte sex) ? sex : (sbyte)-1;
    }
}
