using System.Collections.Immutable;
using SynthData.Comparing.Distances;
using SynthData.Comparing.Sampling;

namespace SynthData.Comparing;

/// <summary>The association of each pair of columns that have categories, numbers or moments, in two tables.</summary>
/// <remarks>Two columns measured on a line by the correlation of their ranks, others by Cramér's V over bins fixed by the first table. Rows without one of the two values are left out.</remarks>
internal sealed class Associations(SampledTable a, SampledTable b, ImmutableArray<CellClass> classes)
{
    /// <summary>Rows of each table that are looked at; a pair of independent columns then differs by about 0.01.</summary>
    public const int Rows = 20_000;

    private readonly Dictionary<int, Bins> bins = [];

    /// <summary>Gives every pair, the greatest difference first.</summary>
    public ImmutableArray<PairLikeness> Find()
    {
        int[] columns = [.. Enumerable.Range(0, classes.Length).Where(column => classes[column] is CellClass.Category or CellClass.Number or CellClass.Moment)];
        return
        [
            .. columns.SelectMany(first => columns.Where(second => second > first).Select(second => Compare(first, second)))
                .OrderByDescending(pair => pair.Distance).ThenBy(pair => pair.First, StringComparer.Ordinal).ThenBy(pair => pair.Second, StringComparer.Ordinal),
        ];
    }

    private PairLikeness Compare(int first, int second)
    {
        bool isRanked = classes[first].IsMeasured() && classes[second].IsMeasured();
        Func<SampledTable, double> measure = isRanked ? table => RanksOf(table, first, second) : table => BinsOf(table, first, second);
        return new PairLikeness(a.Columns[first].Name, a.Columns[second].Name, isRanked, measure(a), measure(b));
    }

    private static double RanksOf(SampledTable table, int first, int second)
    {
        int[] slots = [.. Slots(table, first, second)];
        return SpearmanCorrelation.Of([.. slots.Select(slot => table.Columns[first].Numbers[slot])], [.. slots.Select(slot => table.Columns[second].Numbers[slot])]);
    }

    private double BinsOf(SampledTable table, int first, int second)
    {
        (Bins rows, Bins columns) = (BinsOf(first), BinsOf(second));
        var counts = new int[rows.Count, columns.Count];
        foreach (int slot in Slots(table, first, second))
            counts[rows.Of(table.Columns[first], slot), columns.Of(table.Columns[second], slot)]++;
        return CramersV.Of(counts);
    }

    private Bins BinsOf(int column)
    {
        if (!bins.TryGetValue(column, out Bins? known))
            bins.Add(column, known = new Bins(a, column));
        return known;
    }

    private static IEnumerable<int> Slots(SampledTable table, int first, int second) =>
        table.Slots(first, Rows).Where(slot => !table.Columns[second].Cells.IsNull(slot));
}
