using SynthData.Numerics;

namespace SynthData.Sources.Local.Entities;

/// <summary>Makes the columns of the entity <c>contact</c>; its e-mail is the person's.</summary>
internal static class ContactColumns
{
    private const uint PhoneWord = 0;

    /// <summary>Gives the column of a type, or null for a type that is not a contact's.</summary>
    public static EntityColumn? For(string type, string locale, int generator, StreamKey stream)
    {
        IPhoneFormat phones = EntityWords.For(locale, generator).Phones;
        return type != "contact.phone" ? null : new ComposedColumn((in rows, index, text) =>
        {
            var writer = new CellWriter(text);
            if (rows.IsTagged)
                phones.AddTagged(rows.Tag(index), ref writer);
            else
                phones.Add(rows.Word(stream, index, PhoneWord), ref writer);
            return writer.Length;
        });
    }
}
