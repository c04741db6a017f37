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
}
