namespace SynthData.Numerics;

/// <summary>Rank correlations of normally distributed values that depend on one another.</summary>
internal static class RankCorrelation
{
    // What rounding leaves of a pivot that is zero.
    private const double Nothing = 1e-12;

    /// <summary>The correlation of two normal values whose ranks correlate by r (Spearman): 2·sin(π·r / 6).</summary>
    public static double ToGaussian(double r)
    {
        if (Math.Abs(r) == 1)
            return r;

        // The sine's Taylor series, from its last term; π/6 is the greatest argument.
        double x = r * (Math.PI / 6);
        double square = x * x;
        double sum = 1;
        for (int n = 18; n >= 2; n -= 2)
            sum = 1 - (square / (n * (n + 1)) * sum);
        return 2 * x * sum;
    }

    /// <summary>
    /// Fills in the correlations that are not given: what follows from the others when there is no link beyond them (each value depends
    /// on those before it through the given pairs alone).
    /// </summary>
    /// <param name="given">Symmetric; NaN for a pair that is not given.</param>
    /// <param name="failed">The first index that contradicts those before it; the number of values when none does.</param>
    public static double[,] Complete(double[,] given, out int failed)
    {
        int count = given.GetLength(0);
        var all = new double[count, count];
        for (failed = 0; failed < count; failed++)
        {
            int own = failed;
            all[own, own] = 1;
            int[] linked = [.. Enumerable.Range(0, own).Where(other => !double.IsNaN(given[own, other]))];
            double[] wanted = [.. linked.Select(other => given[own, other])];
            if (Solve(all, linked, wanted) is not { } weights || weights.Zip(wanted, (weight, r) => weight * r).Sum() > 1 + Nothing)
                return all;
            for (int other = 0; other < own; other++)
            {
                double follows = linked.Select((link, index) => weights[index] * all[link, other]).Sum();
                all[own, other] = all[other, own] = double.IsNaN(given[own, other]) ? follows : given[own, other];
            }
        }

        return all;
    }

    // The weights w with M·w = wanted, M being the rows and columns of some indices; null when there are none.
    private static double[]? Solve(double[,] matrix, int[] indices, double[] wanted)
    {
        int count = indices.Length;
        var part = new double[count, count];
        for (int row = 0; row < count; row++)
        {
            for (int column = 0; column < count; column++)
                part[row, column] = matrix[indices[row], indices[column]];
        }

        if (Factor(part) is not { } factor)
            return null;
        double[] weights = [.. wanted];
        for (int row = 0; row < count; row++)
        {
            for (int k = 0; k < row; k++)
                weights[row] -= factor[row, k] * weights[k];
            if (factor[row, row] == 0 && Math.Abs(weights[row]) > 1e-6)
                return null;
            weights[row] = factor[row, row] == 0 ? 0 : weights[row] / factor[row, row];
        }

        for (int row = count - 1; row >= 0; row--)
        {
            for (int k = row + 1; k < count; k++)
                weights[row] -= factor[k, row] * weights[k];
            weights[row] = factor[row, row] == 0 ? 0 : weights[row] / factor[row, row];
        }

        return weights;
    }

    /// <summary>
    /// The lower triangle L with L·Lᵀ = R (Cholesky), by which independent normal values become correlated ones; the first stays as it is.
    /// </summary>
    /// <param name="matrix">Symmetric, with ones on the diagonal.</param>
    /// <returns>Null when no values can correlate so.</returns>
    public static double[,]? Factor(double[,] matrix)
    {
        int count = matrix.GetLength(0);
        var factor = new double[count, count];
        for (int column = 0; column < count; column++)
        {
            double pivot = matrix[column, column];
            for (int k = 0; k < column; k++)
                pivot -= factor[column, k] * factor[column, k];
            if (pivot < -Nothing)
                return null;
            factor[column, column] = pivot <= Nothing ? 0 : Math.Sqrt(pivot);
            for (int row = column + 1; row < count; row++)
            {
                double rest = matrix[row, column];
                for (int k = 0; k < column; k++)
                    rest -= factor[row, k] * factor[column, k];
                if (factor[column, column] > 0)
                    factor[row, column] = rest / factor[column, column];
                else if (Math.Abs(rest) > 1e-6)
                    return null;
            }
        }

        return factor;
    }
}
