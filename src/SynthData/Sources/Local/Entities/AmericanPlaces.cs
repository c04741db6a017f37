namespace SynthData.Sources.Local.Entities;

/// <summary>Places of the United States: <c>482 Maple Ave, Springfield, IL 62701</c>.</summary>
internal sealed class AmericanPlaces : PlaceFormat
{
    public override string Country => "United States";

    public override string CountryCode => "US";

    public override void AddHouseNumber(ulong word, ref CellWriter writer) => writer.Add(100 + Skewed(word, 9900));

    public override void AddAddress(string street, ulong houseNumber, ref CellWriter writer)
    {
        AddHouseNumber(houseNumber, ref writer);
        writer.Add(' ');
        writer.Add(street);
    }

    protected override void AddTown(Place place, string digits, ulong word, ref CellWriter writer)
    {
        writer.Add(place.City);
        writer.Add(", ");
        writer.Add(place.RegionCode);
        writer.Add(' ');
        writer.Add(digits);
    }
}
