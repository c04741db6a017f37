using System.Collections.Immutable;

namespace SynthData.Compile;

/// <summary>A pool that a group is to have.</summary>
/// <param name="When">Its conditions: a known column and the value; empty for rows that no other pool is for.</param>
/// <param name="Given">By condition of the group: the value that all its rows have, or null where they differ.</param>
/// <param name="Entries">How many entries are wanted.</param>
/// <param name="Rows">The rows of the sample that take it.</param>
internal sealed record PoolWish(ImmutableArray<(string Column, string Value)> When, ImmutableArray<string?> Given, int Entries, ImmutableArray<int> Rows)
{
    /// <summary>The conditions in words, as a pool of a file names itself.</summary>
    public string Name => string.Join(", ", When.OrderBy(one => one.Column, StringComparer.Ordinal).Select(one => $"{one.Column}: {one.Value}"));

    public string Told => When.IsEmpty ? "all other rows" : string.Join(", ", When.Select(one => $"{one.Column}: {one.Value}"));
}
