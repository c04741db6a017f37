using SynthData.Batches;

namespace SynthData.Sources.Local.Entities;

/// <summary>First and last name of each row's person.</summary>
internal sealed class FullNameColumn(PersonEntity person) : EntityColumn
{
    public override void Fill(in EntityRows rows, Column target)
    {
        var column = (TextColumn)target;
        using var firsts = new Rented<int>(rows.Count);
        using var lasts = new Rented<int>(rows.Count);
        person.Firsts(rows, firsts.Span);
        person.Lasts(rows, lasts.Span);
        PackedTexts first = person.Names.Firsts;
        PackedTexts last = person.Names.Lasts;
        for (int index = 0; index < rows.Count; index++)
        {
            Span<char> text = column.Room(ComposedColumn.MaxLength);
            int length = first.Write(firsts.Span[index], text);
            text[length++] = ' ';
            length += last.Write(lasts.Span[index], text[length..]);
            column.Commit(index, length);
        }
    }
}
