using System.Collections.Immutable;
using static SynthData.Catalogue.TypeEntry;

namespace SynthData.Catalogue;

/// <summary>Names and notations of time; for points in time there are <c>range</c>, <c>after</c> and <c>before</c>.</summary>
internal static class TimeTypes
{
    public static ImmutableArray<SemanticType> All { get; } =
    [
        InLocales("time.weekday", "weekday", "A day of the week.", Same(Deep), "CLDR names", ["weekday", "day_of_week", "day_name", "wochentag"]),
        InLocales("time.weekday_short", "weekday", "The row's day of the week, short.", Same(Deep), "CLDR names"),
        WholeAnywhere("time.weekday_number", "weekday", "The row's day of the week, 1 Monday to 7 Sunday.", "ISO 8601", ["weekday_number"]),
        InLocales("time.month", "month", "A month, the longer the more frequent.", Same(Deep), "CLDR names", ["month_name"]),
        InLocales("time.month_short", "month", "The row's month, short.", Same(Deep), "CLDR names"),
        WholeAnywhere("time.month_number", "month", "The row's month, 1 to 12.", aliases: ["month_number"]),
        Anywhere("time.quarter", "month", "The quarter of the row's month.", aliases: ["quarter"]),
        InLocales("time.season", "month", "The season of the row's month on the northern half of the earth.", Same(Deep), aliases: ["season"]),
        InLocales("time.day_part", "day", "A part of the day.", Same(Deep), aliases: ["day_part", "part_of_day"]),
        Anywhere("time.zone", "zone", "A time zone of the world, by how many people live in it; of a city's there is place.time_zone.", "IANA time zone database"),
        Anywhere("time.utc_offset", "zone", "The standard time of the row's zone.", "ISO 8601", aliases: ["utc_offset", "gmt_offset"]),
        Anywhere("time.cron", "schedule", "A schedule: minute, hour, day, month, weekday.", "POSIX crontab", aliases: ["cron", "cron_expression"]),
        Anywhere("time.duration", "span", "A length of time.", "ISO 8601", aliases: ["iso_duration"]),
        Anywhere("time.iso_week", "span", "A week of the year.", "ISO 8601", aliases: ["iso_week"]),
    ];
}
