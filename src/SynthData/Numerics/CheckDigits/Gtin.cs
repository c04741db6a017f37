namespace SynthData.Numerics.CheckDigits;

/// <summary>The check digit of trade item numbers of any length: EAN-13, EAN-8, UPC-A, ISBN-13, GTIN-14 (GS1 General Specifications, 7.9).</summary>
internal static class Gtin
{
    /// <summary>Gives the digit that follows the digits given: from the right they weigh 3 and 1 in turn, and the sum with it ends in 0.</summary>
    public static char Digit(ReadOnlySpan<char> digits)
    {
        int sum = 0;
        for (int index = 0; index < digits.Length; index++)
            sum += (digits[index] - '0') * ((digits.Length - index) % 2 == 1 ? 3 : 1);
        return (char)('0' + ((10 - (sum % 10)) % 10));
    }
}
