namespace SynthData.Numerics.CheckDigits;

/// <summary>The check digit of payment cards, IMEI, ISIN and many others (ISO/IEC 7812-1, Annex B).</summary>
internal static class Luhn
{
    /// <summary>Gives the digit that follows the digits given: with it, the sum of all, every second from the right but one doubled, ends in 0.</summary>
    /// <param name="digits">Digits 0 to 9 only.</param>
    /// <param name="before">A sum that digits not written add to it, such as 24 for the prefix 80840 of an NPI.</param>
    public static char Digit(ReadOnlySpan<char> digits, int before = 0)
    {
        int sum = before;
        bool isDoubled = true;
        for (int index = digits.Length - 1; index >= 0; index--)
        {
            int digit = digits[index] - '0';
            if (isDoubled && (digit *= 2) > 9)
                digit -= 9;
            sum += digit;
            isDoubled = !isDoubled;
        }

        return (char)('0' + ((10 - (sum % 10)) % 10));
    }

    /// <summary>Gives the digit that follows digits and capital letters, each letter standing for its number, 10 to 35, in two digits (ISO 6166).</summary>
    public static char DigitOfText(ReadOnlySpan<char> text)
    {
        Span<char> digits = stackalloc char[text.Length * 2];
        int length = 0;
        foreach (char character in text)
        {
            if (!char.IsAsciiDigit(character))
                digits[length++] = (char)('0' + ((character - 'A' + 10) / 10));
            digits[length++] = char.IsAsciiDigit(character) ? character : (char)('0' + ((character - 'A' + 10) % 10));
        }

        return Digit(digits[..length]);
    }
}
