using SynthData.Numerics;

namespace SynthData.Sources.Local.Entities;

/// <summary>Places of France: <c>12 bis rue Victor Hugo, 75011 Paris</c>.</summary>
internal sealed class FrenchPlaces : PlaceFormat
{
    public override string Country => "France";

    public override string CountryCode => "FR";

    public override void AddHouseNumber(ulong word, ref CellWriter writer)
    {
        writer.Add(1 + Skewed(word, 160));
        // A second word out of the first, whose bits the number takes.
        int second = (int)(StreamKey.Mix(word) >> 58);
        if (second < 3)
            writer.Add(second < 2 ? " bis" : " ter");
    }

    public override void AddAddress(string street, ulong houseNumber, ref CellWriter writer)
    {
        AddHouseNumber(houseNumber, ref writer);
        writer.Add(' ');
        writer.Add(street);
    }
}
