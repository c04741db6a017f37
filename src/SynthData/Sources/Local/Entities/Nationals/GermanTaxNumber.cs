using SynthData.Numerics.CheckDigits;

namespace SynthData.Sources.Local.Entities.Nationals;

/// <summary>A German identification number for taxes (§ 139b AO): ten digits, one of them twice, one not at all, and a check digit.</summary>
/// <remarks>The first digit is 0, which marks numbers for tests; in real ones it is 1 to 9.</remarks>
internal sealed class GermanTaxNumber : NationalNumber
{
    private const int Others = 7;
    private const int Arrangements = 5_040;
    private const int Pairs = 36;
    private const int Missing = 8;
    private const int Doubled = 9;

    private static ReadOnlySpan<short> Factorials => [1, 1, 2, 6, 24, 120, 720, 5_040];

    public override long Capacity => (long)Doubled * Missing * Pairs * Arrangements;

    // Mixed radix: which digit stands twice, which is missing, where the two stand, and in what order the other seven.
    public override void Add(bool isMale, long place, ref CellWriter writer)
    {
        int arrangement = (int)(place % Arrangements);
        int pair = (int)(place / Arrangements % Pairs);
        int missing = (int)(place / (Arrangements * Pairs) % Missing);
        int doubled = 1 + (int)(place / (Arrangements * Pairs * Missing));

        Span<char> left = stackalloc char[Others + 1];
        int count = 0;
        for (int digit = 1; digit <= 9; digit++)
        {
            if (digit != doubled)
                left[count++] = (char)('0' + digit);
        }

        Remove(left, missing, count--);
        (int first, int second) = Pair(pair);
        Span<char> digits = stackalloc char[10];
        digits[0] = '0';
        for (int at = 1; at < digits.Length; at++)
        {
            if (at == first || at == second)
            {
                digits[at] = (char)('0' + doubled);
                continue;
            }

            int radix = Factorials[count - 1];
            int pick = arrangement / radix;
            arrangement %= radix;
            digits[at] = left[pick];
            Remove(left, pick, count--);
        }

        writer.Add(digits);
        writer.Add(Mod1110.Digit(digits));
    }

    private static void Remove(Span<char> left, int at, int count) => left[(at + 1)..count].CopyTo(left[at..]);

    // The pairs of 1 to 9, numbered (1,2), (1,3) … (8,9).
    private static (int First, int Second) Pair(int number)
    {
        int first = 1;
        int width = 8;
        while (number >= width)
        {
            number -= width--;
            first++;
        }

        return (first, first + 1 + number);
    }
}
