namespace SynthData.Numerics.CheckDigits;

/// <summary>The check digit of CUSIP numbers (ANSI X9.6): every second value doubled, the digits of all added, the sum completed to tens.</summary>
internal static class Cusip
{
    /// <summary>Gives the digit that follows eight digits or capital letters.</summary>
    public static char Digit(ReadOnlySpan<char> text)
    {
        int sum = 0;
        for (int index = 0; index < text.Length; index++)
        {
            int value = char.IsAsciiDigit(text[index]) ? text[index] - '0' : text[index] - 'A' + 10;
            if (index % 2 == 1)
                value *= 2;
            sum += (value / 10) + (value % 10);
        }

        return (char)('0' + ((10 - (sum % 10)) % 10));
    }
}
