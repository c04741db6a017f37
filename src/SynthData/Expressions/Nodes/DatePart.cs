using System.Globalization;
using SynthData.Batches;

namespace SynthData.Expressions.Nodes;

/// <summary>The parts of a day that can be asked for.</summary>
internal enum DatePart
{
    Year,
    Quarter,
    Month,
    Week,
    Day,
    Weekday,
    DayOfYear,
}

/// <summary>A part of a day.</summary>
internal readonly struct DatePartOfDay(DatePart part) : IUnaryKernel<long, long>
{
    public bool Apply(long value, out long result)
    {
        DateOnly date = CellText.ToDate(value);
        result = part switch
        {
            DatePart.Year => date.Year,
            DatePart.Quarter => ((date.Month - 1) / 3) + 1,
            DatePart.Month => date.Month,
            DatePart.Week => ISOWeek.GetWeekOfYear(date),
            DatePart.Day => date.Day,
            DatePart.Weekday => Calendar.Weekday(value),
            _ => date.DayOfYear,
        };
        return true;
    }
}

/// <summary>A part of the time of a moment or of a time: so many microseconds each, so many of them.</summary>
internal readonly struct TimePart(long micros, long modulus) : IUnaryKernel<long, long>
{
    public bool Apply(long value, out long result)
    {
        result = Calendar.TimeOf(value) / micros % modulus;
        return true;
    }
}

/// <summary>The beginning of the year, quarter, month, week or day that a day lies in.</summary>
internal readonly struct TruncateDay(DatePart part) : IUnaryKernel<long, long>
{
    public bool Apply(long value, out long result)
    {
        DateOnly date = CellText.ToDate(value);
        result = part switch
        {
            DatePart.Year => value - date.DayOfYear + 1,
            DatePart.Quarter => CellText.FromDate(new DateOnly(date.Year, date.Month - ((date.Month - 1) % 3), 1)),
            DatePart.Month => value - date.Day + 1,
            DatePart.Week => value - Calendar.Weekday(value) + 1,
            _ => value,
        };
        return Calendar.IsDay(result);
    }
}

/// <summary>The beginning of the hour, minute or second of a moment.</summary>
internal readonly struct TruncateMoment(long micros) : IUnaryKernel<long, long>
{
    public bool Apply(long value, out long result)
    {
        result = Calendar.FloorDivide(value, micros) * micros;
        return true;
    }
}

internal readonly struct YearsBetween : IBinaryKernel<long, long, long>
{
    public bool Apply(long left, long right, out long result)
    {
        result = Calendar.YearsBetween(left, right);
        return true;
    }
}

internal readonly struct DaysBetween : IBinaryKernel<long, long, long>
{
    public bool Apply(long left, long right, out long result)
    {
        result = right - left;
        return true;
    }
}

internal readonly struct SecondsBetween : IBinaryKernel<long, long, long>
{
    public bool Apply(long left, long right, out long result)
    {
        result = (right - left) / CellText.MicrosPerSecond;
        return true;
    }
}
