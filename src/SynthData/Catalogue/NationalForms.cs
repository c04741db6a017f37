using System.Globalization;
using SynthData.Numerics.CheckDigits;
using static SynthData.Catalogue.StandardForms;

namespace SynthData.Catalogue;

/// <summary>The forms of numbers that each country gives in its own way.</summary>
internal static class NationalForms
{
    private static readonly SemanticForm French = new("a tax number of France (modulo 511)", static text =>
        text.Length == 13 && AreDigits(text) && Number(text[..10]) % 511 == Number(text[10..]));

    private static readonly SemanticForm Russian = new("an ИНН of a person (two check digits)", IsRussianTaxpayer);

    public static SemanticForm? Of(string type, string locale) => (type, locale) switch
    {
        ("person.tax_id", "fr-FR") => French,
        ("person.tax_id", "ru-RU") => Russian,
        ("person.national_id" or "person.tax_id", _) => National(locale),
        ("finance.vat_number", _) => Vat(locale),
        ("finance.company_number", "fr-FR") => new("a SIREN (Luhn)", static text => text.Length == 9 && HasLuhn(text)),
        ("finance.company_number", "ru-RU") => new("an ОГРН (modulo 11)", static text =>
            text.Length == 13 && AreDigits(text) && Number(text[..12]) % 11 % 10 == text[12] - '0'),
        _ => null,
    };

    private static SemanticForm? National(string locale) => locale switch
    {
        "en-US" => new("a social security number", static text => text.Length == 9 && AreDigits(text) && text[3..5] is not "00" && text[5..] is not "0000"),
        "de-DE" => new("an IdNr (ISO 7064 MOD 11,10)", static text => text.Length == 11 && HasMod1110(text)),
        "fr-FR" => new("a NIR (key 97)", IsRegister),
        "nl-NL" => new("a BSN (proof by 11)", static text => HasElevenProof(text)),
        "ru-RU" => new("a СНИЛС (modulo 101)", static text =>
            text.Length == 11 && AreDigits(text) && Weighted.Sum(text[..9], [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101 % 100 == Number(text[9..])),
        "en-GB" => new("a national insurance number", static text => text.Length == 9 && AreLetters(text[..2]) && AreDigits(text[2..8]) && text[8] is >= 'A' and <= 'D'),
        "es-ES" => new("a DNI (modulo 23)", static text => text.Length == 9 && AreDigits(text[..8]) && text[8] == "TRWAGMYFPDXBNJZSQVHLCKE"[(int)(Number(text[..8]) % 23)]),
        "pl-PL" => new("a PESEL (weights 1 3 7 9)", static text => text.Length == 11 && AreDigits(text) && Weighted.Sum(text, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 == 0),
        "tr-TR" => new("a Turkish identity number", IsTurkish),
        "pt-BR" => new("a CPF (modulo 11)", IsBrazilian),
        _ => null,
    };

    private static SemanticForm? Vat(string locale) => locale switch
    {
        "de-DE" => new("a VAT number of Germany (ISO 7064 MOD 11,10)", static text => text.Length == 11 && text[..2] is "DE" && HasMod1110(text[2..])),
        "fr-FR" => new("a VAT number of France (key of SIREN)", static text =>
            text.Length == 13 && text[..2] is "FR" && AreDigits(text[2..]) && (12 + (3 * (Number(text[4..]) % 97))) % 97 == Number(text[2..4])),
        "nl-NL" => new("a VAT number of the Netherlands", static text =>
            text.Length == 14 && text[..2] is "NL" && text[11] == 'B' && AreDigits(text[2..11]) && AreDigits(text[12..])
            && (HasElevenProof(text[2..11]) || Mod97.Remainder(text) == 1)),
        "en-GB" => new("a VAT number of the United Kingdom (modulo 97)", static text =>
            text.Length == 11 && text[..2] is "GB" && AreDigits(text[2..])
            && (Weighted.Sum(text[2..9], [8, 7, 6, 5, 4, 3, 2]) + Number(text[9..])) % 97 is 0 or 42),
        "it-IT" => new("a VAT number of Italy (Luhn)", static text => text.Length == 13 && text[..2] is "IT" && HasLuhn(text[2..])),
        "pl-PL" => new("a VAT number of Poland (modulo 11)", static text =>
            text.Length == 12 && text[..2] is "PL" && AreDigits(text[2..]) && Weighted.Sum(text[2..], [6, 5, 7, 2, 3, 4, 5, 6, 7, -1]) % 11 == 0),
        "es-ES" => new("a VAT number of Spain", static text => text.Length == 11 && text[..2] is "ES"),
        _ => null,
    };

    private static long Number(ReadOnlySpan<char> digits) => long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool HasMod1110(ReadOnlySpan<char> text) => AreDigits(text) && Mod1110.Digit(text[..^1]) == text[^1];

    private static bool HasElevenProof(ReadOnlySpan<char> text) =>
        text.Length == 9 && AreDigits(text) && Weighted.Sum(text, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 == 0;

    // Corsica's departments 2A and 2B count as 19 and 18.
    private static bool IsRegister(ReadOnlySpan<char> text)
    {
        if (text.Length != 15 || !AreDigits(text[..6]) || !AreDigits(text[7..]))
            return false;
        Span<char> digits = stackalloc char[15];
        text.CopyTo(digits);
        if (digits[6] is 'A' or 'B' && digits[5] == '2')
            (digits[5], digits[6]) = ('1', digits[6] == 'A' ? '9' : '8');
        return AreDigits(digits) && 97 - (Number(digits[..13]) % 97) == Number(digits[13..]);
    }

    private static bool IsRussianTaxpayer(ReadOnlySpan<char> text) =>
        text.Length == 12 && AreDigits(text)
        && Weighted.Sum(text[..10], [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == text[10] - '0'
        && Weighted.Sum(text[..11], [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == text[11] - '0';

    private static bool IsTurkish(ReadOnlySpan<char> text)
    {
        if (text.Length != 11 || !AreDigits(text) || text[0] == '0')
            return false;
        int odd = Weighted.Sum(text[..9], [1, 0, 1, 0, 1, 0, 1, 0, 1]);
        int even = Weighted.Sum(text[..9], [0, 1, 0, 1, 0, 1, 0, 1, 0]);
        int tenth = text[9] - '0';
        return ((odd * 7) + (even * 9)) % 10 == tenth && (odd + even + tenth) % 10 == text[10] - '0';
    }

    private static bool IsBrazilian(ReadOnlySpan<char> text) =>
        text.Length == 11 && AreDigits(text) && text.ContainsAnyExcept(text[0])
        && Weighted.Sum(text[..9], [10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10 % 11 % 10 == text[9] - '0'
        && Weighted.Sum(text[..10], [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10 % 11 % 10 == text[10] - '0';
}
