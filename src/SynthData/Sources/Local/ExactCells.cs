using System.Collections.Immutable;
using System.Globalization;
using SynthData.Numerics;
using SynthData.Planning;

namespace SynthData.Sources.Local;

/// <summary>Places rows in cuts of a permutation of the row index, so that shares are met to the row.</summary>
internal sealed class ExactCells
{
    private readonly ExactCells? within;
    private readonly int width;
    private readonly Permutation[] permutations;
    private readonly long[][] ends;
    private readonly ImmutableArray<long> fixedRows;
    private readonly ImmutableArray<int> fixedValues;

    /// <param name="cut">The cuts.</param>
    /// <param name="key">Gives the key of a stream.</param>
    /// <param name="count">The rows of the table.</param>
    public ExactCells(ExactCut cut, Func<string, StreamKey> key, long count)
    {
        within = cut.Within is null ? null : new ExactCells(cut.Within, key, count);
        width = cut.Cases.Max(weights => weights.Length);
        fixedRows = [.. cut.Fixed.Select(one => one.Row)];
        fixedValues = [.. cut.Fixed.Select(one => one.Value)];
        int groups = within?.Leaves ?? 1;
        permutations = new Permutation[groups];
        ends = new long[groups][];
        for (int group = 0; group < groups; group++)
        {
            long size = within?.Size(group) ?? count;
            ends[group] = Ends(cut.Cases[group].AsSpan(), size, fixedValues);
            permutations[group] = new Permutation(key(cut.Stream).Derive(group.ToString(CultureInfo.InvariantCulture)), Math.Max(size - fixedRows.Length, 1));
        }
    }

    /// <summary>How many cells the cuts leave, over all groups.</summary>
    private int Leaves => permutations.Length * width;

    /// <summary>The index of a row's value.</summary>
    public int Value(long row)
    {
        int place = fixedRows.BinarySearch(row);
        return place >= 0 ? fixedValues[place] : Locate(row + (place + 1)).Leaf % width;    // the rows given before it are not cut
    }

    private (int Leaf, long Rank) Locate(long row)
    {
        (int group, long rank) = within?.Locate(row) ?? (0, row);
        long place = permutations[group].Forward(rank);
        long[] cuts = ends[group];
        int value = Array.BinarySearch(cuts, place + 1);
        value = value < 0 ? ~value : value;
        while (value > 0 && cuts[value - 1] == cuts[value])
            value--;                                               // an empty cut ends where the one before does
        return ((group * width) + value, place - (value == 0 ? 0 : cuts[value - 1]));
    }

    private long Size(int leaf)
    {
        long[] cuts = ends[leaf / width];
        int value = leaf % width;
        return value >= cuts.Length ? 0 : cuts[value] - (value == 0 ? 0 : cuts[value - 1]);
    }

    private static long[] Ends(ReadOnlySpan<decimal> weights, long size, ImmutableArray<int> given)
    {
        long[] sizes = size == 0 || weights.IndexOfAnyExcept(0m) < 0 ? new long[weights.Length] : LargestRemainder.Split(weights, size);
        foreach (int value in given)
            sizes[value] = Math.Max(sizes[value] - 1, 0);           // more than there are is refused by the plan (SD2087)
        for (int index = 1; index < sizes.Length; index++)
            sizes[index] += sizes[index - 1];
        return sizes;
    }
}
