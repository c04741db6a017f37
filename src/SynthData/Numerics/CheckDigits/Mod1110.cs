namespace SynthData.Numerics.CheckDigits;

/// <summary>The check digit of German tax and VAT numbers (ISO/IEC 7064, MOD 11,10).</summary>
internal static class Mod1110
{
    /// <summary>Gives the digit that follows the digits given.</summary>
    public static char Digit(ReadOnlySpan<char> digits)
    {
        int product = 10;
        foreach (char digit in digits)
        {
            int sum = (digit - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (char)('0' + ((11 - product) % 10));
    }
}
