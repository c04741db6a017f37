using SynthData.Batches;

namespace SynthData.Sources.Local.Entities;

/// <summary>The whole name of each row's person, in the locale's order.</summary>
internal sealed class FullNameColumn(PersonEntity person) : EntityColumn
{
    public override void Fill(in EntityRows rows, Column target)
    {
        var column = (TextColumn)target;
        NameStyle style = person.Names.Style;
        using var firsts = new Rented<int>(rows.Count);
        using var lasts = new Rented<int>(rows.Count);
        person.Firsts(rows, firsts.Span);
        person.Lasts(rows, lasts.Span);
        (PackedTexts before, PackedTexts after) = style.IsFamilyFirst
            ? (person.Names.Lasts, person.Names.Firsts)
            : (person.Names.Firsts, person.Names.Lasts);
        Span<int> codesBefore = style.IsFamilyFirst ? lasts.Span : firsts.Span;
        Span<int> codesAfter = style.IsFamilyFirst ? firsts.Span : lasts.Span;
        for (int index = 0; index < rows.Count; index++)
        {
            Span<char> text = column.Room(ComposedColumn.MaxLength);
            int length = before.Write(codesBefore[index], text);
            if (style.HasGaps)
                text[length++] = ' ';
            length += after.Write(codesAfter[index], text[length..]);
            if (style.HasPatronymic)
            {
                text[length++] = ' ';
                length += person.Names.Middles.Write(person.Middle(rows, index), text[length..]);
            }

            column.Commit(index, length);
        }
    }
}
