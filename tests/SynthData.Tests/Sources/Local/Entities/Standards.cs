using System.Globalization;
using System.Numerics;

namespace SynthData.Tests.Sources.Local.Entities;

/// <summary>Check digits as their standards put them, written once more and without thought for speed: the judges of what the library makes.</summary>
internal static class Standards
{
    /// <summary>ISO/IEC 7812-1: from the right, every second digit doubled; the digits of all numbers add up to a multiple of ten.</summary>
    public static bool Luhn(string digits) =>
        string.Concat(digits.Reverse().Select((digit, place) => Text(Value(digit) * (place % 2 == 0 ? 1 : 2)))).Sum(Value) % 10 == 0;

    /// <summary>ISO 6166: letters become their numbers first.</summary>
    public static bool Isin(string text) => text.Length == 12 && Luhn(Numbers(text));

    /// <summary>ISO/IEC 7064: the whole, letters as their numbers, leaves 1 when divided by 97.</summary>
    public static bool Mod97(string text) => BigInteger.Parse(Numbers(text), CultureInfo.InvariantCulture) % 97 == 1;

    /// <summary>ISO 13616: country and check digits go to the end.</summary>
    public static bool Iban(string text) => Mod97(text[4..] + text[..4]);

    /// <summary>ISO/IEC 7064, MOD 11,10, as its recursive definition.</summary>
    public static bool Mod1110(string digits)
    {
        int product = 10;
        foreach (char digit in digits[..^1])
        {
            int sum = (Value(digit) + product) % 10;
            if (sum == 0)
                sum = 10;
            product = sum * 2 % 11;
        }

        return (Value(digits[^1]) + product) % 10 == 1;
    }

    /// <summary>GS1: weights 1, 3, 1, 3 … from the right, check digit included, add up to a multiple of ten.</summary>
    public static bool Gtin(string digits) => digits.Reverse().Select((digit, place) => Value(digit) * (place % 2 == 0 ? 1 : 3)).Sum() % 10 == 0;

    /// <summary>Digits times weights add up to a multiple.</summary>
    public static bool Weighs(string digits, int modulus, params int[] weights) => Sum(digits, weights) % modulus == 0;

    public static int Sum(string digits, params int[] weights) => digits.Zip(weights, (digit, weight) => Value(digit) * weight).Sum();

    /// <summary>Gives digits for letters: A is 10, Z is 35.</summary>
    public static string Numbers(string text) => string.Concat(text.Select(character => Text(Value(character))));

    public static int Value(char character) => char.IsAsciiDigit(character) ? character - '0' : character - 'A' + 10;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
