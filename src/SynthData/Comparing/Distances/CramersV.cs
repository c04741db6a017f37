namespace SynthData.Comparing.Distances;

/// <summary>How strongly two columns of bins depend on each other, from 0 (not at all) to 1.</summary>
/// <remarks>
/// Cramér 1946, with the correction of Bergsma 2013 for what chance adds in a small sample: φ² = χ² / n less (r − 1)(c − 1) / (n − 1), not below 0; each side's number
/// of bins k less (k − 1)² / (n − 1); V = √(φ² / (min(r, c) − 1)). Only bins with rows count.
/// </remarks>
internal static class CramersV
{
    /// <param name="counts">Rows by the bins of both.</param>
    public static double Of(int[,] counts)
    {
        (long[] rows, long[] columns) = Totals(counts);
        double n = rows.Sum();
        int rowBins = rows.Count(total => total > 0);
        int columnBins = columns.Count(total => total > 0);
        if (n < 2 || rowBins < 2 || columnBins < 2)
            return 0;

        double chiSquare = 0;
        for (int row = 0; row < rows.Length; row++)
        {
            for (int column = 0; column < columns.Length; column++)
            {
                double expected = rows[row] * columns[column] / n;
                if (expected > 0)
                    chiSquare += (counts[row, column] - expected) * (counts[row, column] - expected) / expected;
            }
        }

        double phi = Math.Max(0, (chiSquare / n) - ((rowBins - 1.0) * (columnBins - 1) / (n - 1)));
        double least = Math.Min(Corrected(rowBins, n), Corrected(columnBins, n)) - 1;
        return least <= 0 ? 0 : Math.Min(1, Math.Sqrt(phi / least));
    }

    private static double Corrected(int bins, double n) => bins - ((bins - 1.0) * (bins - 1) / (n - 1));

    private static (long[] Rows, long[] Columns) Totals(int[,] counts)
    {
        var rows = new long[counts.GetLength(0)];
        var columns = new long[counts.GetLength(1)];
        for (int row = 0; row < rows.Length; row++)
        {
            for (int column = 0; column < columns.Length; column++)
            {
                rows[row] += counts[row, column];
                columns[column] += counts[row, column];
            }
        }

        return (rows, columns);
    }
}
