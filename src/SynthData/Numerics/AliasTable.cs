using System.Numerics;

namespace SynthData.Numerics;

/// <summary>Draws an index by weight with one word in constant time. Immutable and thread-safe.</summary>
/// <remarks>
/// Walker's alias method (1974) in Vose's construction (1991), on whole numbers: nothing is lost to rounding but the last of 64 bits
/// of each threshold, and an index of weight zero is never drawn. The word's product with the number of indexes gives the slot above
/// and the place within it below.
/// </remarks>
internal sealed class AliasTable
{
    private static readonly BigInteger GreatestSum = BigInteger.One << 60;

    private readonly Slot[] slots;

    /// <param name="weights">At least one above zero, none below; they need not sum to anything.</param>
    /// <exception cref="ArgumentException">A weight is negative, or none is above zero.</exception>
    public AliasTable(ReadOnlySpan<decimal> weights)
    {
        ulong[] units = Units(weights, out ulong sum);
        slots = Build(units, sum);
    }

    public int Count => slots.Length;

    public int Sample(ulong word)
    {
        ulong slot = Math.BigMul(word, (ulong)slots.Length, out ulong place);
        Slot drawn = slots[slot];
        return place < drawn.Threshold ? (int)slot : drawn.Alias;
    }

    /// <summary>Draws for each word and writes what stands for the index drawn.</summary>
    /// <param name="words">One a draw.</param>
    /// <param name="named">What stands for each index.</param>
    /// <param name="drawn">As many as words.</param>
    public void Sample(ReadOnlySpan<ulong> words, ReadOnlySpan<int> named, Span<int> drawn)
    {
        Slot[] table = slots;
        drawn = drawn[..words.Length];
        for (int row = 0; row < drawn.Length; row++)
        {
            ulong slot = Math.BigMul(words[row], (ulong)table.Length, out ulong place);
            ref readonly Slot found = ref table[slot];

            // Without a branch, which chance would have guessed wrong every other time.
            int isOwn = -(place < found.Threshold ? 1 : 0);
            drawn[row] = named[(int)slot ^ (((int)slot ^ found.Alias) & ~isOwn)];
        }
    }

    // Weights of more than 60 bits together lose their last places; none above zero becomes zero.
    private static ulong[] Units(ReadOnlySpan<decimal> weights, out ulong sum)
    {
        BigInteger[] whole = WholeWeights.Of(weights, out BigInteger wholeSum);
        ulong[] units = new ulong[whole.Length];
        sum = 0;
        for (int i = 0; i < units.Length; i++)
        {
            BigInteger unit = wholeSum <= GreatestSum ? whole[i] : BigInteger.Max(whole[i] * GreatestSum / wholeSum, whole[i].Sign);
            units[i] = (ulong)unit;
            sum += units[i];
        }

        return units;
    }

    // Each slot holds as much as the sum; an index brings its weight times the number of slots.
    private static Slot[] Build(ulong[] units, ulong sum)
    {
        int count = units.Length;
        UInt128[] left = new UInt128[count];
        Queue<int> small = new();
        Queue<int> large = new();
        for (int i = 0; i < count; i++)
        {
            left[i] = Wide.Product(units[i], (ulong)count);
            (left[i] < sum ? small : large).Enqueue(i);
        }

        Slot[] slots = new Slot[count];
        while (small.TryDequeue(out int index))
        {
            int donor = large.Peek();
            slots[index] = new Slot((ulong)((left[index] << 64) / sum), donor);
            left[donor] -= sum - left[index];
            if (left[donor] < sum)
                small.Enqueue(large.Dequeue());
        }

        while (large.TryDequeue(out int index))
            slots[index] = new Slot(0, index);
        return slots;
    }

    private readonly record struct Slot(ulong Threshold, int Alias);
}
