namespace SynthData.Numerics;

/// <summary>The shares of whole numbers round a mode, as a table: what Poisson and binomial quantiles look up.</summary>
internal sealed class CountTable
{
    private readonly CumulativeTable table;
    private readonly long first;

    /// <summary>Weighs numbers relative to the mode, downwards and upwards, out to where their weights no longer matter.</summary>
    /// <param name="mode">The likeliest number.</param>
    /// <param name="last">The greatest number there is.</param>
    /// <param name="spread">The variance: above 1024 the table ends at 10^-40 of the mode, else at 10^-290.</param>
    /// <param name="down">P(k − 1) / P(k).</param>
    /// <param name="up">P(k) / P(k − 1).</param>
    public CountTable(long mode, long last, double spread, Func<long, double> down, Func<long, double> up)
    {
        double cut = spread > 1024 ? 1e-40 : 1e-290;
        List<double> below = [];
        double weight = 1;
        for (long k = mode; k > 0 && (weight *= down(k)) >= cut; k--)
            below.Add(weight);

        List<double> weights = [.. Enumerable.Reverse(below), 1];
        weight = 1;
        for (long k = mode + 1; k <= last && (weight *= up(k)) >= cut; k++)
            weights.Add(weight);

        first = mode - below.Count;
        table = new CumulativeTable([.. weights], above: 0);
    }

    public double Quantile(double p) => first + table.Find(p);

    public double UpperQuantile(double q) => first + table.FindUpper(q);

    public double Cdf(double x)
    {
        double index = Math.Floor(x) - first;
        if (index >= table.Count)
            return 1;
        return index < 0 ? 0 : table.Lower((int)index);
    }

    public double UpperCdf(double x)
    {
        double index = Math.Floor(x) - first;
        if (index >= table.Count)
            return 0;
        return index < 0 ? 1 : table.Upper((int)index);
    }
}
