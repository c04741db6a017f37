using SynthData.Comparing.Sampling;

namespace SynthData.Comparing.Distances;

/// <summary>Puts the cells of a column in a few bins, the same for both tables: fixed by the first.</summary>
internal sealed class Bins
{
    private const int MostCategories = 20;
    private const int Parts = 10;
    private readonly string[] categories = [];
    private readonly double[] edges = [];

    /// <summary>The commonest 20 categories and one bin for all others, or the tenths of the numbers.</summary>
    public Bins(SampledTable first, int column)
    {
        if (first.Columns[column].Class.IsMeasured())
            edges = EdgesOf([.. first.NumbersOf(column, first.Count).Order()]);
        else
            categories = CommonestOf(first.TextsOf(column, first.Count));
        Count = first.Columns[column].Class.IsMeasured() ? edges.Length + 1 : categories.Length + 1;
    }

    public int Count { get; }

    /// <summary>The bin of a cell that is not null.</summary>
    public int Of(SampledColumn column, int slot)
    {
        if (column.Class.IsMeasured())
        {
            int at = Array.BinarySearch(edges, column.Numbers[slot]);
            return at < 0 ? ~at : at;
        }

        int category = Array.IndexOf(categories, column.Texts[slot]);
        return category < 0 ? categories.Length : category;
    }

    private static string[] CommonestOf(IEnumerable<string> texts) =>
    [
        .. texts.GroupBy(text => text, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Take(MostCategories).Select(group => group.Key),
    ];

    // A bin ends with its edge; what is greater than the last is a bin of its own.
    private static double[] EdgesOf(double[] sorted) =>
        sorted.Length == 0 ? [] : [.. Enumerable.Range(1, Parts - 1).Select(part => sorted[(int)((long)part * sorted.Length / Parts)]).Distinct()];
}
