using System.Collections.Immutable;
using SynthData.Planning;

namespace SynthData.Compile;

/// <summary>Rows of a table, spread over all of it, as its prompts see them: what they have in common decides what is asked.</summary>
/// <param name="Table">What a model would be told of the table, row by row.</param>
/// <param name="Rows">By place; a text for each of the table's known columns.</param>
internal sealed record RowSample(PromptTable Table, ImmutableArray<PromptSlot> Rows)
{
    private const int Stretches = 16;
    private const int StretchRows = 512;

    /// <summary>Looks at some thousand rows.</summary>
    public static RowSample Of(PromptTable table, IPromptRows rows) =>
        new(table, [.. Starts(table.RowCount).SelectMany(start => rows.Slots(start, (int)Math.Min(StretchRows, table.RowCount - start)))]);

    public string? this[int row, int known] => Rows[row].Known[known];

    /// <summary>The values that rows have in a known column, most frequent first.</summary>
    public ImmutableArray<(string Value, int Rows)> ValuesOf(int known) =>
    [
        .. Rows.Select(row => row.Known[known]).OfType<string>().CountBy(value => value, StringComparer.Ordinal)
            .Select(one => (one.Key, one.Value)).OrderByDescending(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal),
    ];

    public bool HasNulls(int known) => Rows.Any(row => row.Known[known] is null);

    private static IEnumerable<long> Starts(long rows) => rows <= Stretches * StretchRows
        ? Enumerable.Range(0, (int)((rows + StretchRows - 1) / StretchRows)).Select(stretch => (long)stretch * StretchRows)
        : Enumerable.Range(0, Stretches).Select(stretch => (rows - StretchRows) * stretch / (Stretches - 1));
}
