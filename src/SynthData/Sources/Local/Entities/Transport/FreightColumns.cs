using SynthData.Numerics;
using SynthData.Numerics.CheckDigits;

namespace SynthData.Sources.Local.Entities.Transport;

/// <summary>Makes the numbers of containers, ships and railway wagons.</summary>
internal static class FreightColumns
{
    /// <summary>Owners ZZA to ZZZ and six digits.</summary>
    public const long ContainerCapacity = 26 * 1_000_000;

    /// <summary>Six digits, the first not 0.</summary>
    public const long ShipCapacity = 900_000;

    /// <summary>Four kinds, four countries' wagons of a hundred series, and five digits.</summary>
    public const long WagonCapacity = 4L * 8 * 10_000_000;

    private const uint ContainerWord = 0;
    private const uint ShipWord = 1;
    private const uint WagonWord = 2;

    private static readonly string[] Kinds = ["31", "33", "81", "83"];

    // UIC country codes: Germany, France, the Netherlands, Austria, Switzerland, Italy, Poland, Russia.
    private static readonly string[] Countries = ["80", "87", "84", "81", "85", "83", "51", "20"];

    private static ReadOnlySpan<sbyte> ShipWeights => [7, 6, 5, 4, 3, 2];

    public static EntityColumn? For(string type, StreamKey stream) => type switch
    {
        "transport.container_number" => new NumberColumn(stream, ContainerWord, ContainerCapacity, (in rows, index, place, ref writer) => AddContainer(place, ref writer)),
        "transport.imo_number" => new NumberColumn(stream, ShipWord, ShipCapacity, (in rows, index, place, ref writer) =>
        {
            writer.Add("IMO ");
            int start = writer.Length;
            writer.AddPadded(100_000 + place, 6);
            writer.AddPadded(Weighted.Sum(writer.Text[start..], ShipWeights) % 10, 1);
        }),
        "transport.wagon_number" => new NumberColumn(stream, WagonWord, WagonCapacity, (in rows, index, place, ref writer) =>
        {
            int start = writer.Length;
            writer.Add(Kinds[(int)(place / 80_000_000)]);
            writer.Add(Countries[(int)(place / 10_000_000 % 8)]);
            writer.AddPadded(place % 10_000_000, 7);
            writer.Add(Luhn.Digit(writer.Text[start..]));
        }),
        _ => null,
    };

    // ISO 6346: letters count from 10 without the multiples of 11, each place twice the one before, modulo 11, ten written 0.
    private static void AddContainer(long place, ref CellWriter writer)
    {
        int start = writer.Length;
        writer.Add("ZZ");
        writer.Add((char)('A' + (place / 1_000_000)));
        writer.Add('U');
        writer.AddPadded(place % 1_000_000, 6);
        int sum = 0;
        ReadOnlySpan<char> text = writer.Text[start..];
        for (int index = 0; index < text.Length; index++)
            sum += Value(text[index]) << index;
        writer.AddPadded(sum % 11 % 10, 1);
    }

    private static int Value(char character)
    {
        if (char.IsAsciiDigit(character))
            return character - '0';
        int number = character - 'A' + 10;
        return number + ((number - 1) / 10);
    }
}
