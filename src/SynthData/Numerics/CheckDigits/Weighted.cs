namespace SynthData.Numerics.CheckDigits;

/// <summary>Sums of digits that weigh differently by their place: what most national check digits are made of.</summary>
internal static class Weighted
{
    /// <summary>Adds each digit times the weight of its place.</summary>
    /// <param name="digits">Digits 0 to 9 only.</param>
    /// <param name="weights">At least as many; a weight may be negative.</param>
    public static int Sum(ReadOnlySpan<char> digits, ReadOnlySpan<sbyte> weights)
    {
        int sum = 0;
        for (int index = 0; index < digits.Length; index++)
            sum += (digits[index] - '0') * weights[index];
        return sum;
    }
}
