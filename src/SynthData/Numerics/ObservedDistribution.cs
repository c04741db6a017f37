namespace SynthData.Numerics;

/// <summary>Values that were observed, each as often as it stands among them.</summary>
internal sealed class ObservedDistribution : IDistribution
{
    private readonly double[] values;

    /// <param name="values">At least one, in any order, all finite.</param>
    public ObservedDistribution(IEnumerable<double> values)
    {
        this.values = [.. values];
        Array.Sort(this.values);
        ArgumentOutOfRangeException.ThrowIfZero(this.values.Length, nameof(values));
        IsDiscrete = this.values.All(value => value == Math.Floor(value));
    }

    public bool IsDiscrete { get; }

    public double Quantile(double p) => At(Math.Ceiling(p * values.Length) - 1);

    public double UpperQuantile(double q) => At(values.Length - 1 - Math.Floor(q * values.Length));

    public double Cdf(double x) => (double)CountTo(x, isIncluded: true) / values.Length;

    public double UpperCdf(double x) => (double)(values.Length - CountTo(x, isIncluded: true)) / values.Length;

    public double Below(double x) => (double)CountTo(x, isIncluded: false) / values.Length;

    public double From(double x) => (double)(values.Length - CountTo(x, isIncluded: false)) / values.Length;

    private double At(double index) => values[(int)Math.Clamp(index, 0, values.Length - 1)];

    // How many values are below x, or at it.
    private int CountTo(double x, bool isIncluded)
    {
        int first = 0;
        int last = values.Length;
        while (first < last)
        {
            int middle = (first + last) >>> 1;
            if (values[middle] < x || (isIncluded && values[middle] == x))
                first = middle + 1;
            else
                last = middle;
        }

        return first;
    }
}
