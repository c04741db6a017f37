using System.Numerics;

namespace SynthData.Numerics;

/// <summary>Decimal weights as whole numbers of one unit, so that arithmetic on them is exact.</summary>
internal static class WholeWeights
{
    /// <exception cref="ArgumentException">A weight is negative, or none is above zero.</exception>
    public static BigInteger[] Of(ReadOnlySpan<decimal> weights, out BigInteger sum)
    {
        int scale = 0;
        foreach (decimal weight in weights)
            scale = Math.Max(scale, weight.Scale);

        BigInteger[] whole = new BigInteger[weights.Length];
        sum = 0;
        Span<int> parts = stackalloc int[4];
        for (int i = 0; i < weights.Length; i++)
        {
            if (weights[i] < 0)
                throw new ArgumentException("A weight is negative.", nameof(weights));
            decimal.GetBits(weights[i], parts);
            BigInteger digits = new UInt128((uint)parts[2], ((ulong)(uint)parts[1] << 32) | (uint)parts[0]);
            whole[i] = digits * BigInteger.Pow(10, scale - weights[i].Scale);
            sum += whole[i];
        }

        return sum > 0 ? whole : throw new ArgumentException("No weight is above zero.", nameof(weights));
    }
}
