using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Expressions.Nodes;

namespace SynthData.Expressions.Functions;

/// <summary>The words for parts of dates and times.</summary>
internal static class MomentUnits
{
    public static readonly ImmutableArray<string> Days = ["year", "quarter", "month", "week", "day"];
    public static readonly ImmutableArray<string> DayParts = [.. Days, "weekday", "isodow", "dayofyear", "doy"];
    public static readonly ImmutableArray<string> Times = ["hour", "minute", "second"];

    public static DatePart? DatePartOf(string unit) => unit switch
    {
        "year" => DatePart.Year,
        "quarter" => DatePart.Quarter,
        "month" => DatePart.Month,
        "week" => DatePart.Week,
        "day" => DatePart.Day,
        "weekday" or "isodow" => DatePart.Weekday,
        "dayofyear" or "doy" => DatePart.DayOfYear,
        _ => null,
    };

    public static string SqlOf(DatePart part) => part switch
    {
        DatePart.Weekday => "ISODOW",
        DatePart.DayOfYear => "DOY",
        _ => part.ToString().ToUpperInvariant(),
    };

    /// <summary>The length of a unit of time and how many there are before the next begins; null for other words.</summary>
    public static (long Micros, long Modulus)? TimePartOf(string unit) => unit switch
    {
        "hour" => (3600 * CellText.MicrosPerSecond, 24),
        "minute" => (60 * CellText.MicrosPerSecond, 60),
        "second" => (CellText.MicrosPerSecond, 60),
        _ => null,
    };
}
