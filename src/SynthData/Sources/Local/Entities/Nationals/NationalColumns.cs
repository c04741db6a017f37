using SynthData.Numerics;

namespace SynthData.Sources.Local.Entities.Nationals;

/// <summary>Makes the numbers by which a country knows a person. They agree with the person's sex where they tell it.</summary>
/// <remarks>Drawn: one word a number, apart from those of names. A number for taxes that is the national one is the same in a row.</remarks>
internal static class NationalColumns
{
    private const uint NationalWord = 64;
    private const uint TaxWord = 65;
    private const uint PassportWord = 66;

    /// <summary>Gives the column of a type, or null for a type that is not one of these.</summary>
    public static EntityColumn? For(string type, string locale, StreamKey stream)
    {
        uint word = type switch
        {
            "person.national_id" => NationalWord,
            "person.tax_id" => NationalNumber.IsTaxNumber(locale) ? NationalWord : TaxWord,
            "person.passport_number" => PassportWord,
            _ => 0,
        };
        if (word == 0)
            return null;
        NationalNumber number = word switch
        {
            NationalWord => NationalNumber.Of(locale),
            TaxWord => NationalNumber.TaxOf(locale),
            _ => NationalNumber.PassportOf(locale),
        };
        return new NumberColumn(stream, word, number.Capacity, (in rows, index, place, ref writer) =>
            number.Add(PersonEntity.IsMale(rows, index, stream), place, ref writer));
    }
}
