using SynthData.Numerics;

namespace SynthData.Sources.Local.Entities.Finance;

/// <summary>Makes the numbers by which registers and tax offices know a business.</summary>
/// <remarks>Drawn: one word, so that a French VAT number is of the row's SIREN; another for American employers.</remarks>
internal static class BusinessColumns
{
    /// <summary>Two digits that are no prefix of an office, and seven more.</summary>
    public const long EinCapacity = 16 * 10_000_000L;

    private const uint NumberWord = 0;
    private const uint EmployerWord = 1;

    // Never given out as prefixes of employer numbers.
    private static readonly byte[] NoPrefixes = [7, 8, 9, 17, 18, 19, 28, 29, 49, 69, 70, 78, 79, 89, 96, 97];

    public static EntityColumn? For(string type, string locale, StreamKey stream) => type switch
    {
        "finance.ein" => new NumberColumn(stream, EmployerWord, EinCapacity, (in rows, index, place, ref writer) =>
        {
            writer.AddPadded(NoPrefixes[(int)(place / 10_000_000)], 2);
            writer.Add('-');
            writer.AddPadded(place % 10_000_000, 7);
        }),
        "finance.company_number" => Numbered(BusinessNumber.Company(locale), stream),
        "finance.vat_number" => Numbered(BusinessNumber.Vat(locale), stream),
        _ => null,
    };

    private static NumberColumn Numbered(BusinessNumber number, StreamKey stream) =>
        new(stream, NumberWord, number.Capacity, (in rows, index, place, ref writer) => number.Add(place, ref writer));
}
