using SynthData.Schema;

namespace SynthData.Numerics.CheckDigits;

/// <summary>Texts that carry a check digit: digits, and what separates them.</summary>
/// <remarks>
/// Luhn and EAN: whatever is no digit is passed over; the last character is a digit. IBAN: capital letters and digits, two letters
/// first, blanks passed over but for the first four places.
/// </remarks>
internal static class CheckedText
{
    /// <summary>Characters of the longest IBAN, without blanks (ISO 13616).</summary>
    public const int MaxIban = 34;

    private const int MaxLength = 1024;

    /// <summary>Overwrites the places of the check digit; false for a text that can carry none.</summary>
    public static bool TryWrite(CheckDigitKind kind, Span<char> text)
    {
        if (text.Length > MaxLength || !Fits(kind, text))
            return false;
        Span<char> kept = stackalloc char[text.Length];
        int length = 0;
        if (kind == CheckDigitKind.Iban)
        {
            foreach (char character in text[4..])
                length = Keep(kept, length, character, character != ' ');
            text[..2].CopyTo(kept[length..]);
            int check = Mod97.Check(kept[..(length + 2)]);
            text[2] = (char)('0' + (check / 10));
            text[3] = (char)('0' + (check % 10));
            return true;
        }

        foreach (char character in text[..^1])
            length = Keep(kept, length, character, char.IsAsciiDigit(character));
        text[^1] = kind == CheckDigitKind.Luhn ? Luhn.Digit(kept[..length]) : Gtin.Digit(kept[..length]);
        return true;
    }

    /// <summary>Whether a text carries the right check digit.</summary>
    public static bool IsRight(CheckDigitKind kind, ReadOnlySpan<char> text)
    {
        if (text.Length > MaxLength)
            return false;
        Span<char> right = stackalloc char[text.Length];
        text.CopyTo(right);
        return TryWrite(kind, right) && right.SequenceEqual(text);
    }

    /// <summary>Whether so many digits, or for an IBAN characters, can carry a check digit.</summary>
    public static bool IsLength(CheckDigitKind kind, int count) => kind switch
    {
        CheckDigitKind.Luhn => count >= 2,
        CheckDigitKind.Ean => count is 8 or 12 or 13 or 14,
        _ => count is > 4 and <= MaxIban,
    };

    private static bool Fits(CheckDigitKind kind, ReadOnlySpan<char> text)
    {
        int digits = 0;
        int letters = 0;
        int blanks = 0;
        foreach (char character in text)
        {
            digits += char.IsAsciiDigit(character) ? 1 : 0;
            letters += char.IsAsciiLetterUpper(character) ? 1 : 0;
            blanks += character == ' ' ? 1 : 0;
        }

        if (kind != CheckDigitKind.Iban)
            return IsLength(kind, digits) && char.IsAsciiDigit(text[^1]);
        return IsLength(kind, digits + letters) && digits + letters + blanks == text.Length
            && char.IsAsciiLetterUpper(text[0]) && char.IsAsciiLetterUpper(text[1]) && text[2] != ' ' && text[3] != ' ';
    }

    private static int Keep(Span<char> kept, int length, char character, bool isKept)
    {
        kept[length] = character;
        return isKept ? length + 1 : length;
    }
}
