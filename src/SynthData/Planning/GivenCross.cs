using System.Collections.Immutable;

namespace SynthData.Planning;

/// <summary>Crosses the cases of several options of one column into the cases of one.</summary>
internal static class GivenCross
{
    /// <summary>The joint selector (null when no option is conditional) and, for each of its cases, the case of each option.</summary>
    public static (GivenSelector? Selector, ImmutableArray<(int Ends, int Draw, int Step)> Cases) Of(GivenSelector? ends, GivenSelector? draw, GivenSelector? step)
    {
        GivenSelector[] selectors = [.. new[] { ends, draw, step }.OfType<GivenSelector>()];
        if (selectors.Length == 0)
            return (null, [(0, 0, 0)]);

        // All options of a column share its `given`, so their keys are tuples over the same slots.
        ImmutableArray<ImmutableArray<string>> keys = [.. selectors.SelectMany(s => s.Keys).DistinctBy(key => string.Join('\u001f', key))];
        var cases = ImmutableArray.CreateBuilder<(int, int, int)>();
        foreach (ImmutableArray<string> key in keys)
            cases.Add((Case(ends, key), Case(draw, key), Case(step, key)));

        bool hasRest = selectors.All(s => s.Otherwise >= 0);
        if (hasRest)
            cases.Add((ends?.Otherwise ?? 0, draw?.Otherwise ?? 0, step?.Otherwise ?? 0));
        return (new GivenSelector(selectors[0].Slots, selectors[0].Types, keys, hasRest ? keys.Length : -1), cases.ToImmutable());
    }

    // A key that one option does not name takes that option's rest; a closed domain without a rest is fully named.
    private static int Case(GivenSelector? selector, ImmutableArray<string> key)
    {
        if (selector is null)
            return 0;
        for (int index = 0; index < selector.Keys.Length; index++)
        {
            if (selector.Keys[index].SequenceEqual(key))
                return index;
        }

        return Math.Max(selector.Otherwise, 0);
    }
}
