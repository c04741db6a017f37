using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using SynthData.Batches;

namespace SynthData.Expressions;

/// <summary>A span of months and microseconds; a day is 86,400 seconds, a month is as long as the calendar says.</summary>
/// <param name="Months">Years count twelve.</param>
/// <param name="Micros">Weeks, days and everything finer.</param>
/// <param name="IsWhole">True for days, weeks, months and years: a date and such a duration give a date.</param>
internal readonly record struct Duration(long Months, long Micros, bool IsWhole)
{
    /// <summary>The units, as written after a number.</summary>
    public static readonly string[] Units = ["y", "mo", "w", "d", "h", "min", "s"];

    private static readonly System.Buffers.SearchValues<char> Digits = System.Buffers.SearchValues.Create("0123456789_");

    // Keeps sums of a few durations far away from overflow, and is more than all of 0001 to 9999.
    private const long MaxYears = 20_000;

    /// <summary>The cell of an expression's column: months in the high 64 bits, microseconds in the low.</summary>
    public Int128 Cell => Pack(Months, Micros);

    public static Int128 Pack(long months, long micros) => new((ulong)months, (ulong)micros);

    public static (long Months, long Micros) Unpack(Int128 cell) => ((long)(cell >> 64), (long)(ulong)cell);

    /// <summary>Reads a signed duration such as <c>14d</c>, <c>-3y</c> or <c>90min</c>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Duration duration)
    {
        duration = default;
        bool isNegative = text is ['-', ..];
        if (text is ['-' or '+', ..])
            text = text[1..].TrimStart(' ');
        int digits = text.IndexOfAnyExcept(Digits);
        if (digits <= 0 || text[0] == '_')
            return false;

        string number = text[..digits].ToString().Replace("_", "", StringComparison.Ordinal);
        if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out long count))
            return false;
        if (!TryMake(isNegative ? -count : count, text[digits..].ToString(), out Duration? made))
            return false;
        duration = made.Value;
        return true;
    }

    /// <summary>Makes a duration of a count and a unit; false for an unknown unit or more than 20,000 years.</summary>
    public static bool TryMake(long count, string unit, [NotNullWhen(true)] out Duration? duration)
    {
        long months = unit switch { "y" => 12, "mo" => 1, _ => 0 };
        long micros = unit switch
        {
            "w" => 7 * CellText.MicrosPerDay,
            "d" => CellText.MicrosPerDay,
            "h" => 3600 * CellText.MicrosPerSecond,
            "min" => 60 * CellText.MicrosPerSecond,
            "s" => CellText.MicrosPerSecond,
            _ => 0,
        };
        bool fits = Int128.Abs(count) * months <= MaxYears * 12 && Int128.Abs(count) * micros <= (Int128)MaxYears * 366 * CellText.MicrosPerDay;
        bool isKnown = months + micros != 0;
        duration = isKnown && fits ? new Duration(count * months, count * micros, unit is "y" or "mo" or "w" or "d") : null;
        return duration is not null;
    }
}
