using SynthData.Batches;

namespace SynthData.Expressions;

/// <summary>Days and microseconds since 1970-01-01, from 0001 to 9999; outside is a refusal, never an exception.</summary>
internal static class Calendar
{
    public static readonly long MinDay = CellText.FromDate(DateOnly.MinValue);
    public static readonly long MaxDay = CellText.FromDate(DateOnly.MaxValue);

    private const int YearsOfCycle = 400;
    private const long DaysOfCycle = 146_097;

    public static bool IsDay(long day) => day >= MinDay && day <= MaxDay;

    public static bool IsMoment(long micros) => micros >= MinDay * CellText.MicrosPerDay && micros < (MaxDay + 1) * CellText.MicrosPerDay;

    /// <summary>The day a moment falls on.</summary>
    public static long DayOf(long micros) => FloorDivide(micros, CellText.MicrosPerDay);

    /// <summary>The microseconds since midnight.</summary>
    public static long TimeOf(long micros) => micros - (DayOf(micros) * CellText.MicrosPerDay);

    /// <summary>Monday 1 to Sunday 7.</summary>
    public static long Weekday(long day) => day + 3 - (FloorDivide(day + 3, 7) * 7) + 1;

    public static bool TryMake(long year, long month, long dayOfMonth, out long day)
    {
        day = 0;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || dayOfMonth < 1 || dayOfMonth > DateTime.DaysInMonth((int)year, (int)month))
            return false;
        day = CellText.FromDate(new DateOnly((int)year, (int)month, (int)dayOfMonth));
        return true;
    }

    /// <summary>Moves a day by months; a day the month has not becomes its last. False above 20,000 years.</summary>
    /// <remarks>The result may lie outside of the calendar: what comes after the months can bring it back.</remarks>
    public static bool TryAddMonths(long day, long months, out long moved)
    {
        moved = day;
        if (months == 0)
            return true;
        if (months is > 240_000 or < -240_000)
            return false;

        DateOnly date = CellText.ToDate(day);
        long total = (date.Year * 12L) + date.Month - 1 + months;
        long year = FloorDivide(total, 12);
        int month = (int)(total - (year * 12)) + 1;

        // The Gregorian calendar repeats after 400 years.
        long cycle = FloorDivide(year - 1, YearsOfCycle);
        int inCycle = (int)(year - (cycle * YearsOfCycle));
        int dayOfMonth = Math.Min(date.Day, DateTime.DaysInMonth(inCycle, month));
        moved = (cycle * DaysOfCycle) + CellText.FromDate(new DateOnly(inCycle, month, dayOfMonth));
        return true;
    }

    /// <summary>Moves a moment: months first, then the rest.</summary>
    public static bool TryAdd(long moment, long months, long micros, out long moved)
    {
        moved = 0;
        if (!TryAddMonths(DayOf(moment), months, out long day))
            return false;
        Int128 sum = ((Int128)day * CellText.MicrosPerDay) + TimeOf(moment) + micros;
        if (sum < long.MinValue || sum > long.MaxValue || !IsMoment((long)sum))
            return false;
        moved = (long)sum;
        return true;
    }

    /// <summary>Completed years from one moment to another: how often a year can be added without passing it.</summary>
    public static long YearsBetween(long first, long second)
    {
        if (second < first)
            return -YearsBetween(second, first);
        long years = CellText.ToDate(DayOf(second)).Year - CellText.ToDate(DayOf(first)).Year;
        bool isPassed = !TryAdd(first, years * 12, 0, out long anniversary) || anniversary > second;
        return isPassed ? years - 1 : years;
    }

    public static long FloorDivide(long value, long divisor)
    {
        (long quotient, long rest) = Math.DivRem(value, divisor);
        return rest < 0 ? quotient - 1 : quotient;
    }
}
