using SynthData.Numerics;

namespace SynthData.Sources.Local.Entities;

/// <summary>The place of a row: one real city, with postcode, street and house number in it.</summary>
/// <remarks>
/// Drawn: one word for each attribute, numbered here for ever. The coordinates are the city's middle, so each city has one pair.
/// </remarks>
internal sealed class PlaceEntity(StreamKey stream, PlaceTable table)
{
    /// <summary>The word of a postcode where no city is known.</summary>
    public const uint PostcodeWord = 1;

    private const uint CityWord = 0;
    private const uint PostcodeEndWord = 2;
    private const uint StreetWord = 3;
    private const uint HouseNumberWord = 4;

    public PlaceTable Table => table;

    public int City(in EntityRows rows, int index) => table.Weights.Pick(rows.Word(stream, index, CityWord));

    public Place Place(in EntityRows rows, int index) => table.Places[City(rows, index)];

    public int Street(in EntityRows rows, int index) => table.Streets.Weights.Pick(rows.Word(stream, index, StreetWord));

    public int Postcode(in EntityRows rows, int index, Span<char> text)
    {
        var writer = new CellWriter(text);
        table.Format.AddPostcode(Digits(rows, index), rows.Word(stream, index, PostcodeEndWord), ref writer);
        return writer.Length;
    }

    public int HouseNumber(in EntityRows rows, int index, Span<char> text)
    {
        var writer = new CellWriter(text);
        table.Format.AddHouseNumber(rows.Word(stream, index, HouseNumberWord), ref writer);
        return writer.Length;
    }

    public int Address(in EntityRows rows, int index, Span<char> text)
    {
        var writer = new CellWriter(text);
        table.Format.AddAddress(table.Streets[Street(rows, index)], rows.Word(stream, index, HouseNumberWord), ref writer);
        return writer.Length;
    }

    public int FullAddress(in EntityRows rows, int index, Span<char> text)
    {
        var writer = new CellWriter(text);
        table.Format.AddFullAddress(
            Place(rows, index), table.Streets[Street(rows, index)], rows.Word(stream, index, HouseNumberWord),
            Digits(rows, index), rows.Word(stream, index, PostcodeEndWord), ref writer);
        return writer.Length;
    }

    private string Digits(in EntityRows rows, int index)
    {
        Place place = Place(rows, index);
        return place.Postcodes[rows.Below(stream, place.Postcodes.Length, index, PostcodeWord)];
    }
}
