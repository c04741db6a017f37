using SynthData.Comparing.Distances;
using SynthData.Comparing.Sampling;

namespace SynthData.Comparing;

/// <summary>The columns of one table as bins and as ranks, found once for all pairs.</summary>
/// <param name="bins">By column.</param>
/// <param name="rows">Rows that are looked at, the first of the sample.</param>
internal sealed class AssociatedColumns(SampledTable table, Bins[] bins, int rows)
{
    private const int NoBin = -1;
    private readonly int count = Math.Min(rows, table.Count);
    private readonly Dictionary<int, int[]> binned = [];
    private readonly Dictionary<int, double[]> ranked = [];

    public double CramersV(int first, int second)
    {
        (int[] rowBins, int[] columnBins) = (BinsOf(first), BinsOf(second));
        var counts = new int[bins[first].Count, bins[second].Count];
        for (int slot = 0; slot < count; slot++)
        {
            if (rowBins[slot] != NoBin && columnBins[slot] != NoBin)
                counts[rowBins[slot], columnBins[slot]]++;
        }

        return Distances.CramersV.Of(counts);
    }

    public double RankCorrelation(int first, int second)
    {
        int[] slots = [.. table.Slots(first, count).Where(slot => !table.Columns[second].Cells.IsNull(slot))];
        if (slots.Length == count)
            return SpearmanCorrelation.OfRanks(RanksOf(first), RanksOf(second));
        return SpearmanCorrelation.Of([.. slots.Select(slot => table.Columns[first].Numbers[slot])], [.. slots.Select(slot => table.Columns[second].Numbers[slot])]);
    }

    private int[] BinsOf(int column)
    {
        if (!binned.TryGetValue(column, out int[]? found))
        {
            SampledColumn cells = table.Columns[column];
            binned.Add(column, found = [.. Enumerable.Range(0, count).Select(slot => cells.Cells.IsNull(slot) ? NoBin : bins[column].Of(cells, slot))]);
        }

        return found;
    }

    private double[] RanksOf(int column)
    {
        if (!ranked.TryGetValue(column, out double[]? found))
            ranked.Add(column, found = SpearmanCorrelation.RanksOf([.. table.NumbersOf(column, count)]));
        return found;
    }
}
