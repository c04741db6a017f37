namespace SynthData.Sources.Local.Entities.Transport;

/// <summary>What stands on the plates of a country's vehicles.</summary>
internal abstract class LicensePlate
{
    /// <summary>Different plates of one district.</summary>
    public abstract long Capacity { get; }

    /// <summary>Writes the plate of a place below <see cref="Capacity"/>; the word picks the district where plates name one.</summary>
    public abstract void Add(ulong district, long place, ref CellWriter writer);

    public static LicensePlate Of(string locale) => locale switch
    {
        "en-US" => new AmericanPlate(),
        "de-DE" => new GermanPlate(),
        "fr-FR" => new FrenchPlate(),
        "nl-NL" => new DutchPlate(),
        "ru-RU" => new RussianPlate(),
        _ => throw new ArgumentException($"No plate is known for the locale '{locale}'.", nameof(locale)),
    };
}

/// <summary><c>ABC 1234</c>: the form most states use.</summary>
internal sealed class AmericanPlate : LicensePlate
{
    public override long Capacity => 26 * 26 * 26 * 10_000;

    public override void Add(ulong district, long place, ref CellWriter writer)
    {
        writer.Add((char)('A' + (place / (26 * 26 * 10_000))));
        writer.Add((char)('A' + (place / (26 * 10_000) % 26)));
        writer.Add((char)('A' + (place / 10_000 % 26)));
        writer.Add(' ');
        writer.AddPadded(place % 10_000, 4);
    }
}

/// <summary><c>HH-AB 123</c>: a real district, two letters, one to four digits.</summary>
internal sealed class GermanPlate : LicensePlate
{
    private readonly WeightedTexts districts =
        new(RecordTable.Of("plate").Field("district").Zip(RecordTable.Of("plate").Numbers("weight")));

    public override long Capacity => 26 * 26 * 9_999;

    public override void Add(ulong district, long place, ref CellWriter writer)
    {
        writer.Add(districts.Pick(district));
        writer.Add('-');
        writer.Add((char)('A' + (place / (26 * 9_999))));
        writer.Add((char)('A' + (place / 9_999 % 26)));
        writer.Add(' ');
        writer.Add(1 + (place % 9_999));
    }
}

/// <summary><c>AB-123-CD</c>: no I, O and U, and no SS.</summary>
internal sealed class FrenchPlate : LicensePlate
{
    private const string First = "ABCDEFGHJKLMNPQRSTVWXYZ";
    private const string Second = "ABCDEFGHJKLMNPQRTVWXYZ";
    private const int Pairs = 23 * 22;

    public override long Capacity => (long)Pairs * Pairs * 999;

    public override void Add(ulong district, long place, ref CellWriter writer)
    {
        AddPair(place / (Pairs * 999), ref writer);
        writer.Add('-');
        writer.AddPadded(1 + (place % 999), 3);
        writer.Add('-');
        AddPair(place / 999 % Pairs, ref writer);
    }

    private static void AddPair(long pair, ref CellWriter writer)
    {
        writer.Add(First[(int)(pair / Second.Length)]);
        writer.Add(Second[(int)(pair % Second.Length)]);
    }
}

/// <summary><c>XK-123-B</c>: consonants only, as passenger cars have had since 2015.</summary>
internal sealed class DutchPlate : LicensePlate
{
    private const string Letters = "BDFGHJKLNPRSTVXZ";

    public override long Capacity => 16 * 16 * 16 * 999;

    public override void Add(ulong district, long place, ref CellWriter writer)
    {
        long letters = place / 999;
        writer.Add(Letters[(int)(letters / 256)]);
        writer.Add(Letters[(int)(letters / 16 % 16)]);
        writer.Add('-');
        writer.AddPadded(1 + (place % 999), 3);
        writer.Add('-');
        writer.Add(Letters[(int)(letters % 16)]);
    }
}

/// <summary><c>А123ВС77</c>: the twelve letters that look the same in Latin, three digits, and a region.</summary>
internal sealed class RussianPlate : LicensePlate
{
    private const string Letters = "АВЕКМНОРСТУХ";

    private static readonly string[] Regions = ["77", "78", "50", "54", "66", "16", "23", "61", "63", "52", "02", "59", "34", "36", "74", "24", "55", "64", "47", "39"];

    public override long Capacity => 12 * 12 * 12 * 999L * Regions.Length;

    public override void Add(ulong district, long place, ref CellWriter writer)
    {
        long letters = place / 999 % (12 * 12 * 12);
        writer.Add(Letters[(int)(letters / 144)]);
        writer.AddPadded(1 + (place % 999), 3);
        writer.Add(Letters[(int)(letters / 12 % 12)]);
        writer.Add(Letters[(int)(letters % 12)]);
        writer.Add(Regions[(int)(place / (12 * 12 * 12 * 999))]);
    }
}
