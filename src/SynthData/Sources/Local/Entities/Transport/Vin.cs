namespace SynthData.Sources.Local.Entities.Transport;

/// <summary>Vehicle identification numbers (ISO 3779) with the check digit of 49 CFR 565, which American ones need and others may carry.</summary>
/// <remarks>Maker, two letters for the model, three digits, check digit, year, plant, six digits.</remarks>
internal static class Vin
{
    /// <summary>Nine digits of one model and year.</summary>
    public const long Capacity = 1_000_000_000;

    /// <summary>The year that the first letter of <see cref="Years"/> stands for.</summary>
    public const int FirstYear = 2010;

    private const int CheckPlace = 8;
    private const string Years = "ABCDEFGHJKLMNPR";

    // No I, O and Q.
    private const string Letters = "ABCDEFGHJKLMNPRSTUVWXYZ";

    private static ReadOnlySpan<byte> Weights => [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

    // What the letters A to Z stand for; I, O and Q do not occur.
    private static ReadOnlySpan<byte> Values => [1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9];

    public static void Add(string maker, int model, long year, long place, ref CellWriter writer)
    {
        int start = writer.Length;
        writer.Add(maker);
        writer.Add(Letters[model / Letters.Length]);
        writer.Add(Letters[model % Letters.Length]);
        writer.AddPadded(place / 1_000_000, 3);
        writer.Add('0');
        writer.Add(Years[(int)(year - FirstYear)]);
        writer.Add(Letters[(model * 7) % Letters.Length]);
        writer.AddPadded(place % 1_000_000, 6);

        int sum = 0;
        ReadOnlySpan<char> text = writer.Text[start..];
        for (int index = 0; index < text.Length; index++)
            sum += Weights[index] * (char.IsAsciiDigit(text[index]) ? text[index] - '0' : Values[text[index] - 'A']);
        char check = sum % 11 == 10 ? 'X' : (char)('0' + (sum % 11));
        writer.Overwrite(start + CheckPlace, [check]);
    }
}
