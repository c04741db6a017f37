using SynthData.Batches;
using SynthData.Numerics;
using SynthData.Planning;
using SynthData.Schema;
using SynthData.Sources.Local.Entities;

namespace SynthData.Sources.Local;

/// <summary>Fills one attribute of a coherent entity, tagged with the permuted row index when it is unique.</summary>
/// <remarks>Where columns decide the locale, each locale's rows are filled together and then put where they belong.</remarks>
internal sealed class SemanticFiller : ICellFiller
{
    private readonly ColumnType type;
    private readonly int generator;
    private readonly GivenIndex given;
    private readonly EntityColumn[] attributes;
    private readonly int[] attributeOf;
    private readonly Permutation? tags;
    private readonly int? sexSlot;

    /// <param name="plan">What to fill.</param>
    /// <param name="type">The column's type.</param>
    /// <param name="generator">Decides which lists a locale has.</param>
    /// <param name="entity">The stream that all attributes of the entity share.</param>
    /// <param name="tag">The stream that keys the tags.</param>
    /// <param name="count">Rows of the table.</param>
    public SemanticFiller(SemanticCells plan, ColumnType type, int generator, StreamKey entity, StreamKey tag, long count)
    {
        (this.type, this.generator) = (type, generator);
        given = GivenIndex.For(plan.Locales.Given);
        string[] locales = [.. plan.Locales.Tags.Distinct(StringComparer.Ordinal)];
        attributes = [.. locales.Select(locale => EntityColumns.For(plan.Type, locale, generator, entity))];
        attributeOf = [.. plan.Locales.Tags.Select(locale => Array.IndexOf(locales, locale))];
        tags = plan.IsTagged || plan.FollowsTag ? new Permutation(tag, Math.Max(count, 1)) : null;
        sexSlot = plan.SexSlot;
    }

    public void Fill(in FillRows rows, Frame frame, Column target)
    {
        using var tagged = new Rented<long>(tags is null ? 0 : rows.Count);
        tags?.Forward(rows.Indices, tagged.Span);
        using var sexes = new Rented<sbyte>(sexSlot is null ? 0 : rows.Count);
        if (sexSlot is { } slot)
            Sexes(frame[slot], sexes.Span);
        using GivenCases cases = given.Cases(frame);
        var all = new EntityRows(rows.Indices, rows.Draws, tagged.Span, sexes.Span);
        if (cases.IsSame)
            attributes[attributeOf[0]].Fill(all, target);
        else
            FillParts(all, cases, frame, target);
    }

    private void FillParts(in EntityRows rows, GivenCases cases, Frame frame, Column target)
    {
        using var picked = new Rented<int>(rows.Count);
        for (int row = 0; row < rows.Count; row++)
        {
            if (cases[row] < 0)
                target.States[row] = CellState.Null;
        }

        for (int attribute = 0; attribute < attributes.Length; attribute++)
        {
            int count = 0;
            for (int row = 0; row < rows.Count; row++)
            {
                if (cases[row] >= 0 && attributeOf[cases[row]] == attribute)
                    picked.Span[count++] = row;
            }

            if (count == rows.Count)
                attributes[attribute].Fill(rows, target);
            else if (count > 0)
                FillPart(attributes[attribute], rows, picked.Span[..count], frame, target);
        }
    }

    private void FillPart(EntityColumn attribute, in EntityRows rows, ReadOnlySpan<int> picked, Frame frame, Column target)
    {
        using var indices = new Rented<long>(picked.Length);
        using var draws = new Rented<byte>(picked.Length);
        using var tagged = new Rented<long>(rows.IsTagged ? picked.Length : 0);
        using var sexes = new Rented<sbyte>(sexSlot is null ? 0 : picked.Length);
        EntityRows part = rows.Pick(picked, indices.Span, draws.Span, tagged.Span, sexes.Span);
        Column cells = frame.Scratch.Take(type, picked.Length);
        attribute.Fill(part, cells);
        for (int index = 0; index < picked.Length; index++)
            target.Copy(cells, index, picked[index]);
        frame.Scratch.Return(cells);
    }

    // A text that names no sex leaves it to the draw.
    private void Sexes(Column column, Span<sbyte> sexes)
    {
        for (int row = 0; row < sexes.Length; row++)
            sexes[row] = column is TextColumn texts && !column.IsNull(row) && Sex.TryRead(texts[row], generator, out sbyte sex) ? sex : (sbyte)-1;
    }
}
