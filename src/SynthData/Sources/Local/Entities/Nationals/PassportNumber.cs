namespace SynthData.Sources.Local.Entities.Nationals;

/// <summary>The number of a passport in the form of its country; ICAO 9303 gives it a check digit in the machine-readable line only.</summary>
/// <remarks>None are set aside, so a number may be somebody's.</remarks>
internal sealed class PassportNumber(string locale) : NationalNumber
{
    // Letters and digits of German documents: no vowels and none that look alike.
    private const string German = "0123456789CFGHJKLMNPRTVWXYZ";
    private const string Dutch = "ABCDEFGHIJKLMNPQRSTUVWXYZ";

    public override long Capacity { get; } = locale switch
    {
        "en-US" => 26L * 100_000_000,
        "de-DE" => 5L * 27 * 27 * 27 * 100_000,
        "fr-FR" => 100L * 26 * 26 * 100_000,
        "nl-NL" => 25L * 25 * 10_000_000,
        "ru-RU" => 10L * 10_000_000,
        _ => throw new ArgumentException($"No passport is known for the locale '{locale}'.", nameof(locale)),
    };

    public override void Add(bool isMale, long place, ref CellWriter writer)
    {
        switch (locale)
        {
            case "en-US":                                   // A12345678
                writer.Add((char)('A' + (place / 100_000_000)));
                writer.AddPadded(place % 100_000_000, 8);
                break;
            case "de-DE":                                   // C01X12345
                long letters = place / 100_000;
                writer.Add("CFGHJ"[(int)(letters / (27 * 27 * 27))]);
                writer.Add(German[(int)(letters / (27 * 27) % 27)]);
                writer.Add(German[(int)(letters / 27 % 27)]);
                writer.Add(German[(int)(letters % 27)]);
                writer.AddPadded(place % 100_000, 5);
                break;
            case "fr-FR":                                   // 12AB34567
                writer.AddPadded(place / (26 * 26 * 100_000L), 2);
                writer.Add((char)('A' + (place / (26 * 100_000) % 26)));
                writer.Add((char)('A' + (place / 100_000 % 26)));
                writer.AddPadded(place % 100_000, 5);
                break;
            case "nl-NL":                                   // NX1234567, never an O
                writer.Add(Dutch[(int)(place / (25 * 10_000_000L))]);
                writer.Add(Dutch[(int)(place / 10_000_000 % 25)]);
                writer.AddPadded(place % 10_000_000, 7);
                break;
            default:                                        // 75 1234567
                writer.AddPadded(70 + (place / 10_000_000), 2);
                writer.Add(' ');
                writer.AddPadded(place % 10_000_000, 7);
                break;
        }
    }
}
