using System.Collections.Frozen;
using SynthData.Numerics.CheckDigits;

namespace SynthData.Catalogue;

/// <summary>The forms of standards that are the same in every country.</summary>
internal static class StandardForms
{
    private static readonly FrozenDictionary<string, SemanticForm> ByType = new Dictionary<string, SemanticForm>
    {
        ["finance.card_number"] = new("the number of a payment card (Luhn)", static text => text.Length is >= 12 and <= 19 && HasLuhn(text)),
        ["finance.iban"] = new("an IBAN (ISO 7064 MOD 97-10)", IsIban),
        ["finance.routing_number"] = new("a routing number (ABA)", static text => text.Length == 9 && AreDigits(text) && Weighted.Sum(text, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0),
        ["finance.bic"] = new("a BIC (ISO 9362)", static text => text.Length is 8 or 11 && AreLetters(text[..6]) && AreLettersOrDigits(text)),
        ["finance.isin"] = new("an ISIN (Luhn)", static text => text.Length == 12 && AreLetters(text[..2]) && AreLettersOrDigits(text) && Luhn.DigitOfText(text[..^1]) == text[^1]),
        ["finance.cusip"] = new("a CUSIP", static text => text.Length == 9 && AreLettersOrDigits(text) && Cusip.Digit(text[..^1]) == text[^1]),
        ["finance.lei"] = new("an LEI (ISO 7064 MOD 97-10)", static text => text.Length == 20 && AreLettersOrDigits(text) && Mod97.Remainder(text) == 1),
        ["finance.sedol"] = new("a SEDOL", IsSedol),
        ["finance.ein"] = new("an EIN of nine digits", static text => text.Length == 9 && AreDigits(text)),
        ["commerce.ean13"] = new("an EAN-13", static text => text.Length == 13 && HasGtin(text)),
        ["commerce.ean8"] = new("an EAN-8", static text => text.Length == 8 && HasGtin(text)),
        ["commerce.upc"] = new("a UPC", static text => text.Length == 12 && HasGtin(text)),
        ["commerce.gtin14"] = new("a GTIN-14", static text => text.Length == 14 && HasGtin(text)),
        ["commerce.isbn13"] = new("an ISBN-13", static text => text.Length == 13 && text[..3] is "978" or "979" && HasGtin(text)),
        ["commerce.isbn10"] = new("an ISBN-10 (modulo 11)", IsOldBook),
        ["commerce.tracking_number"] = new("a number of UPU S10 (modulo 11)", IsParcel),
        ["technology.imei"] = new("an IMEI (Luhn)", static text => text.Length == 15 && HasLuhn(text)),
        ["technology.git_sha"] = new("a commit of 40 or 64 hexadecimal digits", static text => text.Length is 40 or 64 && AreHex(text)),
        ["internet.md5"] = new("32 hexadecimal digits", static text => text.Length == 32 && AreHex(text)),
        ["internet.sha1"] = new("40 hexadecimal digits", static text => text.Length == 40 && AreHex(text)),
        ["internet.sha256"] = new("64 hexadecimal digits", static text => text.Length == 64 && AreHex(text)),
        ["transport.vin"] = new("a VIN of seventeen characters without I, O and Q", static text =>
            text.Length == 17 && AreLettersOrDigits(text) && text.IndexOfAny('I', 'O', 'Q') < 0),
        ["transport.container_number"] = new("a container's number (ISO 6346)", IsContainer),
        ["transport.imo_number"] = new("a ship's number (IMO)", IsShip),
        ["transport.wagon_number"] = new("a wagon's number (UIC, Luhn)", static text => text.Length == 12 && HasLuhn(text)),
        ["health.npi"] = new("an NPI (Luhn behind 80840)", static text =>
            text.Length == 10 && text[0] is '1' or '2' && AreDigits(text) && Luhn.Digit(text[..^1], before: 24) == text[^1]),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static SemanticForm? Of(string type) => ByType.GetValueOrDefault(type);

    public static bool AreDigits(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');

    public static bool AreLetters(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('A', 'Z');

    public static bool HasLuhn(ReadOnlySpan<char> text) => AreDigits(text) && Luhn.Digit(text[..^1]) == text[^1];

    private static bool AreLettersOrDigits(ReadOnlySpan<char> text)
    {
        foreach (char character in text)
        {
            if (!char.IsAsciiDigit(character) && !char.IsAsciiLetterUpper(character))
                return false;
        }

        return true;
    }

    private static bool AreHex(ReadOnlySpan<char> text)
    {
        foreach (char character in text)
        {
            if (!char.IsAsciiHexDigitUpper(character))
                return false;
        }

        return true;
    }

    private static bool HasGtin(ReadOnlySpan<char> text) => AreDigits(text) && Gtin.Digit(text[..^1]) == text[^1];

    private static bool IsIban(ReadOnlySpan<char> text) =>
        text.Length is >= 15 and <= 34 && AreLetters(text[..2]) && AreDigits(text[2..4]) && AreLettersOrDigits(text)
        && Mod97.Remainder(text[..4], Mod97.Remainder(text[4..])) == 1;

    private static bool IsSedol(ReadOnlySpan<char> text)
    {
        if (text.Length != 7 || !AreLettersOrDigits(text))
            return false;
        ReadOnlySpan<sbyte> weights = [1, 3, 1, 7, 3, 9, 1];
        int sum = 0;
        for (int index = 0; index < text.Length; index++)
            sum += weights[index] * (char.IsAsciiDigit(text[index]) ? text[index] - '0' : text[index] - 'A' + 10);
        return sum % 10 == 0;
    }

    private static bool IsOldBook(ReadOnlySpan<char> text)
    {
        if (text.Length != 10 || !AreDigits(text[..9]) || (text[9] != 'X' && !char.IsAsciiDigit(text[9])))
            return false;
        int sum = Weighted.Sum(text[..9], [10, 9, 8, 7, 6, 5, 4, 3, 2]) + (text[9] == 'X' ? 10 : text[9] - '0');
        return sum % 11 == 0;
    }

    private static bool IsParcel(ReadOnlySpan<char> text)
    {
        if (text.Length != 13 || !AreLetters(text[..2]) || !AreDigits(text[2..11]) || !AreLetters(text[11..]))
            return false;
        int check = 11 - (Weighted.Sum(text[2..10], [8, 6, 4, 2, 3, 5, 9, 7]) % 11);
        return text[10] - '0' == (check == 10 ? 0 : check == 11 ? 5 : check);
    }

    private static bool IsContainer(ReadOnlySpan<char> text)
    {
        if (text.Length != 11 || !AreLetters(text[..4]) || !AreDigits(text[4..]))
            return false;
        int sum = 0;
        for (int index = 0; index < 10; index++)
        {
            int value = char.IsAsciiDigit(text[index]) ? text[index] - '0' : text[index] - 'A' + 10;
            sum += (index < 4 ? value + ((value - 1) / 10) : value) << index;
        }

        return sum % 11 % 10 == text[10] - '0';
    }

    private static bool IsShip(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> digits = text.StartsWith("IMO") ? text[3..] : text;
        return digits.Length == 7 && AreDigits(digits) && Weighted.Sum(digits[..6], [7, 6, 5, 4, 3, 2]) % 10 == digits[6] - '0';
    }
}
