using SynthData.Batches;
using SynthData.Numerics;

namespace SynthData.Sources.Local.Entities;

/// <summary>The address of each row's person: <c>sanne.devries@example.org</c>; tagged <c>sanne.devries.4821@example.org</c>.</summary>
/// <remarks>The tag is what stands between the last dot before the domain and the domain.</remarks>
internal sealed class EmailColumn(PersonEntity person) : EntityColumn
{
    public override void Fill(in EntityRows rows, Column target)
    {
        var column = (TextColumn)target;
        using var firsts = new Rented<int>(rows.Count);
        using var lasts = new Rented<int>(rows.Count);
        using var styles = new Rented<int>(rows.Count);
        using var domains = new Rented<int>(rows.Count);
        person.Firsts(rows, firsts.Span);
        person.Lasts(rows, lasts.Span);
        person.AddressStyles(rows, styles.Span);
        person.Domains(rows, domains.Span);
        for (int index = 0; index < rows.Count; index++)
        {
            Span<char> text = column.Room(ComposedColumn.MaxLength);
            int length = person.Names.WriteHandle(firsts.Span[index], lasts.Span[index], styles.Span[index], text);
            if (rows.IsTagged)
            {
                text[length++] = '.';
                length += AsciiDigits.Write((ulong)rows.Tag(index), text[length..]);
            }

            length += PersonEntity.DomainTexts.Write(domains.Span[index], text[length..]);
            column.Commit(index, length);
        }
    }
}
