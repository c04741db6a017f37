using System.Collections.Immutable;

namespace SynthData.Numerics;

/// <summary>Time as it passes where more happens at some hours of the week than at others: its sum up to a moment, and back.</summary>
/// <remarks>
/// Whole numbers throughout: a weight is kept in 2^-20, so that sums are exact and moments never run backwards. A moment at which nothing
/// happens stands for the next one at which something does.
/// </remarks>
internal sealed class WeekProfile
{
    /// <summary>A microsecond of weight 1.</summary>
    public const long Unit = 1 << 20;

    private const int Hours = 168;
    private const long HourMicros = 3_600_000_000;
    private const long WeekMicros = Hours * HourMicros;

    // 1970-01-05 was a Monday.
    private const long Monday = 4 * 24 * HourMicros;

    private readonly long[] weights = new long[Hours];
    private readonly Int128[] before = new Int128[Hours];
    private readonly Int128 week;

    /// <param name="days">A weight for each day from Monday.</param>
    /// <param name="hours">A weight for each hour of a day.</param>
    /// <param name="unit">What weighs 1: the mean of a week, or its greatest weight.</param>
    public WeekProfile(ImmutableArray<decimal> days, ImmutableArray<decimal> hours, ProfileUnit unit)
    {
        decimal[] written = [.. days.SelectMany(day => hours.Select(hour => day * hour))];
        decimal one = unit == ProfileUnit.Mean ? written.Sum() / Hours : written.Max();
        for (int hour = 0; hour < Hours; hour++)
        {
            weights[hour] = written[hour] == 0 ? 0 : Math.Max(1, (long)Math.Round(written[hour] / one * Unit, MidpointRounding.AwayFromZero));
            before[hour] = week;
            week += (Int128)weights[hour] * HourMicros;
        }
    }

    /// <summary>How much time has passed up to a moment, in microseconds since 1970 and <see cref="Unit"/>s of them.</summary>
    public Int128 Passed(long micros)
    {
        long since = micros - Monday;
        long weeks = Math.DivRem(since, WeekMicros, out long rest);
        if (rest < 0)
            (weeks, rest) = (weeks - 1, rest + WeekMicros);
        int hour = (int)(rest / HourMicros);
        return (weeks * week) + before[hour] + ((Int128)(rest % HourMicros) * weights[hour]);
    }

    /// <summary>The last moment up to which no more time has passed.</summary>
    public Int128 Moment(Int128 passed)
    {
        (Int128 weeks, Int128 rest) = Int128.DivRem(passed, week);
        if (rest < 0)
            (weeks, rest) = (weeks - 1, rest + week);
        int hour = Hours - 1;
        while (before[hour] > rest)
            hour--;
        return Monday + (weeks * WeekMicros) + (hour * (Int128)HourMicros) + ((rest - before[hour]) / weights[hour]);
    }
}

/// <summary>What weighs 1 in a <see cref="WeekProfile"/>.</summary>
internal enum ProfileUnit
{
    /// <summary>The mean of a week, so that as much happens as without a profile.</summary>
    Mean,

    /// <summary>The greatest weight, so that then time passes as it does without a profile, and else more slowly.</summary>
    Greatest,
}
