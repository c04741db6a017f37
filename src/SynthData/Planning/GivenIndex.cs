using System.Buffers;
using SynthData.Batches;

namespace SynthData.Planning;

/// <summary>Finds each row's case of a conditional option.</summary>
internal sealed class GivenIndex
{
    private static readonly GivenIndex Unconditional = new(new GivenSelector([], [], [], 0));
    private readonly ValueOrdinals ordinals;
    private readonly int[] cases;

    private GivenIndex(GivenSelector selector)
    {
        ordinals = new ValueOrdinals(selector.Slots, selector.Types, selector.Slots.Select((_, index) => selector.Keys.Select(key => key[index])));
        cases = new int[ordinals.Count];
        Array.Fill(cases, selector.Otherwise);
        for (int number = selector.Keys.Length - 1; number >= 0; number--)
            cases[ordinals.CombinationOf(selector.Keys[number])] = number;
    }

    /// <summary>Makes the index of an option; without a selector there is one case.</summary>
    public static GivenIndex For(GivenSelector? selector) => selector is null ? Unconditional : new GivenIndex(selector);

    /// <summary>Finds each row's case.</summary>
    public GivenCases Cases(Frame frame)
    {
        if (ordinals.Columns == 0)
            return default;
        int[] rented = ArrayPool<int>.Shared.Rent(frame.Count);
        Span<int> found = rented.AsSpan(0, frame.Count);
        ordinals.Find(frame, found);
        for (int row = 0; row < found.Length; row++)
            found[row] = cases[found[row]];
        return new GivenCases(rented);
    }
}
