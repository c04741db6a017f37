using SynthData.Numerics;

namespace SynthData.Sources.Local.Entities;

/// <summary>Places of Germany: <c>Lindenstraße 12a, 10115 Berlin</c>.</summary>
internal sealed class GermanPlaces : PlaceFormat
{
    public override string Country => "Deutschland";

    public override string CountryCode => "DE";

    public override void AddHouseNumber(ulong word, ref CellWriter writer)
    {
        writer.Add(1 + Skewed(word, 180));
        // A second word out of the first, whose bits the number takes.
        int letter = (int)(StreamKey.Mix(word) >> 58);
        if (letter < 5)
            writer.Add((char)('a' + letter));
    }
}
