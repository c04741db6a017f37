using SynthData.Numerics;

namespace SynthData.Sources.Local.Entities;

/// <summary>Places of Russia, the wider before the narrower: <c>630000, г. Новосибирск, ул. Садовая, д. 12 к. 2</c>.</summary>
internal sealed class RussianPlaces : PlaceFormat
{
    public override string Country => "Россия";

    public override string CountryCode => "RU";

    public override void AddHouseNumber(ulong word, ref CellWriter writer)
    {
        writer.Add(1 + Skewed(word, 150));
        // A second word out of the first, whose bits the number takes.
        int building = (int)(StreamKey.Mix(word) >> 58);
        if (building is >= 1 and <= 4)
        {
            writer.Add(" к. ");
            writer.Add(building);
        }
    }

    public override void AddAddress(string street, ulong houseNumber, ref CellWriter writer)
    {
        writer.Add(street);
        writer.Add(", д. ");
        AddHouseNumber(houseNumber, ref writer);
    }

    public override void AddFullAddress(Place place, string street, ulong houseNumber, string digits, ulong word, ref CellWriter writer)
    {
        AddTown(place, digits, word, ref writer);
        writer.Add(", ");
        AddAddress(street, houseNumber, ref writer);
    }

    protected override void AddTown(Place place, string digits, ulong word, ref CellWriter writer)
    {
        AddPostcode(digits, word, ref writer);
        writer.Add(", г. ");
        writer.Add(place.City);
    }
}
