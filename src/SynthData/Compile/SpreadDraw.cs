using System.Globalization;
using SynthData.Numerics;
using SynthData.Schema;

namespace SynthData.Compile;

/// <summary>Says as a range and a distribution how values between two ends lie around a median.</summary>
internal static class SpreadDraw
{
    /// <summary>A beta distribution of this many observations in all is neither flat nor a peak.</summary>
    private const double Observations = 4;

    /// <summary>The 99th percentile of a normal distribution.</summary>
    private const double Percentile99 = 2.3263;

    /// <summary>Medians nearer to the low end than this mean a long tail.</summary>
    private const double Skewed = 0.3;

    public static string Of(ColumnType type, string low, string median, string high)
    {
        string range = $"range: [{Bound(low)}, {Bound(high)}]";
        (double least, double middle, double most) = (Place(type, low), Place(type, median), Place(type, high));
        if (least == most)
            return range;
        double at = (middle - least) / (most - least);
        if (type.IsNumeric && least > 0 && at < Skewed && middle < most)
            return $"{range}, distribution: {{ lognormal: {{ median: {median}, sigma: {Number(Transcendental.Log(most / middle) / Percentile99)} }} }}";

        // The median of a beta distribution is near (a - 1/3) / (a + b - 2/3).
        double alpha = (Math.Clamp(at, 0.1, 0.9) * (Observations - (2.0 / 3))) + (1.0 / 3);
        return $"{range}, distribution: {{ beta: {{ alpha: {Number(alpha)}, beta: {Number(Observations - alpha)} }} }}";
    }

    public static string OfShare(decimal share)
    {
        decimal rounded = Math.Round(share, 4);
        return rounded switch
        {
            0 => "values: [false]",
            1 => "values: [true]",
            _ => string.Create(CultureInfo.InvariantCulture, $"values: {{ true: {rounded}, false: {1 - rounded} }}"),
        };
    }

    /// <summary>Where a value lies on a line.</summary>
    public static double Place(ColumnType type, string value) => type.Kind switch
    {
        ColumnKind.Date => DateOnly.Parse(value, CultureInfo.InvariantCulture).DayNumber,
        ColumnKind.Timestamp => DateTime.Parse(value, CultureInfo.InvariantCulture).Ticks,
        ColumnKind.Time => TimeOnly.Parse(value, CultureInfo.InvariantCulture).Ticks,
        _ => double.Parse(value, CultureInfo.InvariantCulture),
    };

    private static string Bound(string value) => value.Contains(':', StringComparison.Ordinal) ? $"\"{value.Replace('T', ' ')}\"" : value;

    private static string Number(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
