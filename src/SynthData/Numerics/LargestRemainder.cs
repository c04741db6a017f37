using System.Numerics;

namespace SynthData.Numerics;

/// <summary>Splits a whole number by weights so that the parts sum to it exactly (Hamilton's method).</summary>
internal static class LargestRemainder
{
    /// <summary>Gives each weight the whole part of its quota; what is left goes one each to the largest remainders, of equal ones to the earlier.</summary>
    /// <param name="weights">At least one above zero, none below.</param>
    /// <param name="total">What is split, 0 or more.</param>
    /// <returns>A part for each weight; a weight of zero has none.</returns>
    public static long[] Split(ReadOnlySpan<decimal> weights, long total)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(total);
        BigInteger[] whole = WholeWeights.Of(weights, out BigInteger sum);
        long[] parts = new long[whole.Length];
        BigInteger[] remainders = new BigInteger[whole.Length];
        long left = total;
        for (int i = 0; i < whole.Length; i++)
        {
            parts[i] = (long)BigInteger.DivRem(whole[i] * total, sum, out remainders[i]);
            left -= parts[i];
        }

        int[] order = new int[whole.Length];
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(order, (a, b) => remainders[b].CompareTo(remainders[a]) is var byRemainder && byRemainder != 0 ? byRemainder : a.CompareTo(b));
        for (int i = 0; i < left; i++)
            parts[order[i]]++;
        return parts;
    }
}
