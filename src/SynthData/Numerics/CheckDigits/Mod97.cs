namespace SynthData.Numerics.CheckDigits;

/// <summary>The two check digits of IBAN and LEI (ISO/IEC 7064, MOD 97-10): letters count as 10 to 35, and the whole leaves 1.</summary>
internal static class Mod97
{
    // Room for two digits more.
    private const ulong Full = 100_000_000_000_000_000;

    /// <summary>What a text of digits and capital letters leaves when divided by 97.</summary>
    /// <param name="before">What a text in front of it leaves.</param>
    public static int Remainder(ReadOnlySpan<char> text, int before = 0)
    {
        ulong rest = (ulong)before;
        foreach (char character in text)
        {
            rest = char.IsAsciiDigit(character) ? (rest * 10) + (uint)(character - '0') : (rest * 100) + (uint)(character - 'A' + 10);
            if (rest >= Full)
                rest %= 97;
        }

        return (int)(rest % 97);
    }

    /// <summary>Gives the number, 2 to 98, that makes the whole leave 1 when it follows the text as two digits.</summary>
    public static int Check(ReadOnlySpan<char> text) => 98 - Remainder("00", Remainder(text));
}
