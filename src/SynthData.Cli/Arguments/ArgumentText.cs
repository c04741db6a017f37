using System.Globalization;
using SynthData.Schema.Reading;

namespace SynthData.Cli.Arguments;

/// <summary>Reads values of options; null is "not one".</summary>
internal static class ArgumentText
{
    public static long? Count(string text) =>
        long.TryParse(WithoutSeparators(text), NumberStyles.None, CultureInfo.InvariantCulture, out long count) ? count : null;

    public static int? SmallCount(string text) => Count(text) is { } count and >= 1 and <= 1_000_000 ? (int)count : null;

    public static ulong? Seed(string text) =>
        ulong.TryParse(WithoutSeparators(text), NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed) ? seed : null;

    public static decimal? Factor(string text) =>
        decimal.TryParse(WithoutSeparators(text), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal factor) && factor > 0
            ? factor
            : null;

    public static decimal? Price(string text) =>
        decimal.TryParse(WithoutSeparators(text), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal price) ? price : null;

    public static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    /// <summary>Reads <c>2/8</c>: the second part of eight.</summary>
    public static (int Number, int Of)? Part(string text)
    {
        string[] halves = text.Split('/');
        return halves.Length == 2 && SmallCount(halves[0]) is { } number && SmallCount(halves[1]) is { } of && number <= of ? (number, of) : null;
    }

    /// <summary>Reads a positive duration of one unit, as schemas write it: <c>90s</c>, <c>2min</c>, <c>1h</c>, <c>1d</c>.</summary>
    public static TimeSpan? Duration(string text) => Literals.TrySpan(text, out TimeSpan span) ? span : null;

    // Schemas may write 1_000_000; so may the command line.
    private static string WithoutSeparators(string text) =>
        text.StartsWith('_') || text.EndsWith('_') ? text : text.Replace("_", "", StringComparison.Ordinal);
}
