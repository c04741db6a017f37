using SynthData.Numerics.CheckDigits;
using SynthData.Sources.Local.Entities.Nationals;

namespace SynthData.Sources.Local.Entities.Finance;

/// <summary>A kind of number that a country gives to businesses.</summary>
internal sealed record BusinessNumber(long Capacity, AddBusiness Add)
{
    private static ReadOnlySpan<sbyte> British => [8, 7, 6, 5, 4, 3, 2];

    private static ReadOnlySpan<sbyte> Polish => [6, 5, 7, 2, 3, 4, 5, 6, 7];

    /// <summary>The number of the register of companies.</summary>
    public static BusinessNumber Company(string locale) => locale switch
    {
        "de-DE" => new(999_000, static (place, ref writer) =>
        {
            writer.Add("HRB ");
            writer.Add(1_000 + place);
        }),
        "fr-FR" => new(90_000_000, AddSiren),
        "nl-NL" => new(90_000_000, static (place, ref writer) => writer.AddPadded(10_000_000 + place, 8)),
        "ru-RU" => new(23L * 79 * 10_000_000, AddOgrn),
        _ => throw new ArgumentException($"No company number is known for the locale '{locale}'.", nameof(locale)),
    };

    /// <summary>The number for value added tax.</summary>
    public static BusinessNumber Vat(string locale) => locale switch
    {
        "de-DE" => new(90_000_000, static (place, ref writer) =>
        {
            writer.Add("DE");
            int start = writer.Length;
            writer.AddPadded(10_000_000 + place, 8);
            writer.Add(Mod1110.Digit(writer.Text[start..]));
        }),
        "fr-FR" => new(90_000_000, AddFrenchVat),
        "nl-NL" => new(1_000_000 * ElevenProof.Completions, static (place, ref writer) =>
        {
            writer.Add("NL");
            int start = writer.Length;
            writer.Add('8');
            writer.AddPadded(place / ElevenProof.Completions, 6);
            ElevenProof.Complete(start, (int)(place % ElevenProof.Completions), ref writer);
            writer.Add("B01");
        }),
        "en-GB" => new(9_000_000, static (place, ref writer) =>
        {
            writer.Add("GB");
            int start = writer.Length;
            writer.AddPadded(1_000_000 + place, 7);
            writer.AddPadded(97 - (Weighted.Sum(writer.Text[start..], British) % 97), 2);
        }),
        "es-ES" => new(20_000_000, AddSpanishVat),
        "it-IT" => new(100 * 10_000_000L, static (place, ref writer) =>
        {
            writer.Add("IT");
            int start = writer.Length;
            writer.AddPadded(place / 100, 7);
            writer.AddPadded(1 + (place % 100), 3);
            writer.Add(Luhn.Digit(writer.Text[start..]));
        }),
        "pl-PL" => new(9L * 9 * 9 * 100_000 * 9, AddPolishVat),
        _ => throw new ArgumentException($"No VAT number is known for the locale '{locale}'.", nameof(locale)),
    };

    private static void AddSiren(long place, ref CellWriter writer)
    {
        int start = writer.Length;
        writer.AddPadded(10_000_000 + place, 8);
        writer.Add(Luhn.Digit(writer.Text[start..]));
    }

    // The key is 12 and three times what the SIREN leaves, modulo 97.
    private static void AddFrenchVat(long place, ref CellWriter writer)
    {
        Span<char> buffer = stackalloc char[9];
        var siren = new CellWriter(buffer);
        AddSiren(place, ref siren);
        writer.Add("FR");
        writer.AddPadded((12 + (3 * Mod97.Remainder(siren.Text))) % 97, 2);
        writer.Add(siren.Text);
    }

    // A company's number: 1, the year, the region, seven digits, and what the twelve leave modulo 11.
    private static void AddOgrn(long place, ref CellWriter writer)
    {
        int start = writer.Length;
        writer.Add('1');
        writer.AddPadded(2 + (place / (79 * 10_000_000L)), 2);
        writer.AddPadded(1 + (place / 10_000_000 % 79), 2);
        writer.AddPadded(place % 10_000_000, 7);
        int rest = 0;
        foreach (char digit in writer.Text[start..])
            rest = ((rest * 10) + (digit - '0')) % 11;
        writer.AddPadded(rest % 10, 1);
    }

    // Companies A and B, seven digits; those of odd places count double, digits of the doubles added.
    private static void AddSpanishVat(long place, ref CellWriter writer)
    {
        writer.Add("ES");
        writer.Add((char)('A' + (place / 10_000_000)));
        int start = writer.Length;
        writer.AddPadded(place % 10_000_000, 7);
        writer.Add(Luhn.Digit(writer.Text[start..]));
    }

    // Of ten ninth digits at most one leaves ten, which no check digit stands for.
    private static void AddPolishVat(long place, ref CellWriter writer)
    {
        writer.Add("PL");
        int start = writer.Length;
        long completion = place % 9;
        long front = place / 9;
        writer.AddPadded(1 + (front / 8_100_000), 1);
        writer.AddPadded(1 + (front / 900_000 % 9), 1);
        writer.AddPadded(1 + (front / 100_000 % 9), 1);
        writer.AddPadded(front % 100_000, 5);
        int sum = Weighted.Sum(writer.Text[start..], Polish);
        for (int ninth = 0; ; ninth++)
        {
            int check = (sum + (7 * ninth)) % 11;
            if (check == 10)
                continue;
            if (completion-- > 0)
                continue;
            writer.AddPadded(ninth, 1);
            writer.AddPadded(check, 1);
            return;
        }
    }
}

/// <summary>Writes the number of a place.</summary>
internal delegate void AddBusiness(long place, ref CellWriter writer);
