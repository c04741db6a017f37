using SynthData.Numerics;

namespace SynthData.Sources.Local.Entities;

/// <summary>Places of the Netherlands: <c>Dorpsstraat 12A, 1012 AB Amsterdam</c>.</summary>
internal sealed class DutchPlaces : PlaceFormat
{
    // Without the letters that postcodes were laid out without (F, I, O, Q, U, Y).
    private const string Letters = "ABCDEGHJKLMNPRSTVWXZ";

    public override string Country => "Nederland";

    public override string CountryCode => "NL";

    public override void AddPostcode(string digits, ulong word, ref CellWriter writer)
    {
        writer.Add(digits);
        writer.Add(' ');
        char first = Letters[(int)((word >> 32) % (ulong)Letters.Length)];
        char second = Letters[(int)((word & 0xFFFFFFFF) % (ulong)Letters.Length)];

        // SA, SD and SS are not given out.
        if (first == 'S' && second is ('A' or 'D' or 'S'))
            first = 'T';
        writer.Add(first);
        writer.Add(second);
    }

    public override void AddHouseNumber(ulong word, ref CellWriter writer)
    {
        writer.Add(1 + Skewed(word, 240));
        // A second word out of the first, whose bits the number takes.
        int letter = (int)(StreamKey.Mix(word) >> 58);
        if (letter < 4)
            writer.Add((char)('A' + letter));
    }
}
