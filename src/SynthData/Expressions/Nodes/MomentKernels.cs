using SynthData.Batches;

namespace SynthData.Expressions.Nodes;

/// <summary>Moves a date by days, weeks, months and years.</summary>
internal readonly struct MoveDate(int sign) : IBinaryKernel<long, Int128, long>
{
    public bool Apply(long left, Int128 right, out long result)
    {
        (long months, long micros) = Duration.Unpack(right);
        if (!Calendar.TryAddMonths(left, sign * months, out result))
            return false;
        result += sign * (micros / CellText.MicrosPerDay);
        return Calendar.IsDay(result);
    }
}

/// <summary>Moves a timestamp.</summary>
internal readonly struct MoveTimestamp(int sign) : IBinaryKernel<long, Int128, long>
{
    public bool Apply(long left, Int128 right, out long result)
    {
        (long months, long micros) = Duration.Unpack(right);
        return Calendar.TryAdd(left, sign * months, sign * micros, out result);
    }
}

/// <summary>Moves a time within its day.</summary>
internal readonly struct MoveTime(int sign) : IBinaryKernel<long, Int128, long>
{
    public bool Apply(long left, Int128 right, out long result)
    {
        (long months, long micros) = Duration.Unpack(right);
        Int128 moved = (Int128)left + ((Int128)sign * micros);
        bool isTime = months == 0 && moved >= 0 && moved < CellText.MicrosPerDay;
        result = isTime ? (long)moved : 0;
        return isTime;
    }
}

internal readonly struct AddDuration(int sign) : IBinaryKernel<Int128, Int128, Int128>
{
    public bool Apply(Int128 left, Int128 right, out Int128 result)
    {
        (long months, long micros) = Duration.Unpack(left);
        (long otherMonths, long otherMicros) = Duration.Unpack(right);
        return DurationRange.TryPack((Int128)months + (sign * (Int128)otherMonths), (Int128)micros + (sign * (Int128)otherMicros), out result);
    }
}

internal readonly struct MultiplyDuration : IBinaryKernel<long, Int128, Int128>
{
    public bool Apply(long left, Int128 right, out Int128 result)
    {
        (long months, long micros) = Duration.Unpack(right);
        return DurationRange.TryPack((Int128)left * months, (Int128)left * micros, out result);
    }
}

/// <summary>A part of a duration: months must stay whole, microseconds are rounded.</summary>
internal readonly struct ScaleDuration : IBinaryKernel<double, Int128, Int128>
{
    public bool Apply(double left, Int128 right, out Int128 result)
    {
        (long months, long micros) = Duration.Unpack(right);
        double wholeMonths = left * months;
        double wholeMicros = Math.Round(left * micros, MidpointRounding.AwayFromZero);
        result = 0;
        return wholeMonths == Math.Floor(wholeMonths) && Math.Abs(wholeMonths) < 1e18 && Math.Abs(wholeMicros) < 9e18
            && DurationRange.TryPack((long)wholeMonths, (long)wholeMicros, out result);
    }
}

internal readonly struct NegateDuration : IUnaryKernel<Int128, Int128>
{
    public bool Apply(Int128 value, out Int128 result)
    {
        (long months, long micros) = Duration.Unpack(value);
        result = Duration.Pack(-months, -micros);
        return true;
    }
}

internal readonly struct SubtractDates : IBinaryKernel<long, long, long>
{
    public bool Apply(long left, long right, out long result)
    {
        result = left - right;
        return true;
    }
}

internal readonly struct Midnight : IUnaryKernel<long, long>
{
    public bool Apply(long value, out long result)
    {
        result = value * CellText.MicrosPerDay;
        return true;
    }
}

internal readonly struct DayOfMoment : IUnaryKernel<long, long>
{
    public bool Apply(long value, out long result)
    {
        result = Calendar.DayOf(value);
        return true;
    }
}

internal readonly struct TimeOfMoment : IUnaryKernel<long, long>
{
    public bool Apply(long value, out long result)
    {
        result = Calendar.TimeOf(value);
        return true;
    }
}

/// <summary>Keeps durations so far from the ends of their 64 bits that a sign or a sum cannot overflow.</summary>
internal static class DurationRange
{
    private const long Limit = 1L << 60;

    public static bool TryPack(Int128 months, Int128 micros, out Int128 cell)
    {
        bool fits = Int128.Abs(months) <= Limit && Int128.Abs(micros) <= Limit;
        cell = fits ? Duration.Pack((long)months, (long)micros) : 0;
        return fits;
    }
}
