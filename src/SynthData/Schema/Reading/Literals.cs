using System.Globalization;

namespace SynthData.Schema.Reading;

/// <summary>Reads literals as schemas write them: digits may carry <c>_</c>, everything is invariant.</summary>
internal static class Literals
{
    private static readonly string[] DurationUnits = ["y", "mo", "w", "d", "h", "min", "s"];

    public static bool TryWhole(string text, out long value)
    {
        value = 0;
        return TryDigits(text, out string digits)
            && long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    public static bool TrySeed(string text, out ulong seed)
    {
        seed = 0;
        return TryDigits(text, out string digits) && ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out seed);
    }

    /// <summary>Reads a number without exponent, such as <c>-1_000.50</c>.</summary>
    public static bool TryNumber(string text, out decimal value)
    {
        value = 0;
        return TryDigits(text, out string digits)
            && decimal.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Reads a share between 0 and 1, written <c>10%</c> or <c>0.1</c>.</summary>
    public static bool TryShare(string text, out decimal share)
    {
        bool isPercentage = text.EndsWith('%');
        if (!TryNumber(isPercentage ? text[..^1] : text, out share))
            return false;
        share = isPercentage ? share / 100 : share;
        return share is >= 0 and <= 1;
    }

    /// <summary>Says whether a text is a signed duration such as <c>-3y</c> or <c>90min</c>.</summary>
    public static bool IsDuration(string text)
    {
        int unitIndex = text.Length;
        while (unitIndex > 0 && char.IsAsciiLetter(text[unitIndex - 1]))
            unitIndex--;
        return DurationUnits.Contains(text[unitIndex..], StringComparer.Ordinal) && TryWhole(text[..unitIndex], out _);
    }

    /// <summary>Reads a positive length of time of one unit: <c>90s</c>, <c>2min</c>, <c>1.5h</c>, <c>1d</c>; a millisecond at least.</summary>
    public static bool TrySpan(string text, out TimeSpan span)
    {
        int digits = text.TakeWhile(letter => char.IsAsciiDigit(letter) || letter == '.').Count();
        decimal? unit = text[digits..] switch { "s" => 1, "min" => 60, "h" => 3_600, "d" => 86_400, _ => null };
        bool isSpan = TryNumber(text[..digits], out decimal amount) && unit is not null && amount <= 100_000 && amount * unit >= 0.001m;
        span = isSpan ? TimeSpan.FromMilliseconds((double)(amount * unit!.Value * 1_000)) : default;
        return isSpan;
    }

    public static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>Says whether a text is a date, a time of day, or both with a T or a blank between.</summary>
    public static bool IsMoment(string text) =>
        TryDate(text, out _) || IsTime(text) || (text.Length > 11 && text[10] is ('T' or ' ') && TryDate(text[..10], out _) && IsTime(text[11..]));

    private static bool IsTime(string text) =>
        text.Contains(':', StringComparison.Ordinal) && TimeOnly.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>Says whether a text has the look of a date: three whole numbers with dashes between.</summary>
    public static bool LooksLikeDate(string text)
    {
        string[] parts = text.Split('-');
        return parts.Length == 3 && parts.All(part => part.Length > 0 && part.All(char.IsAsciiDigit));
    }

    // A '_' stands between two digits, anything else is for the number's own parser to judge.
    private static bool TryDigits(string text, out string digits)
    {
        digits = text.Replace("_", "", StringComparison.Ordinal);
        for (int index = 0; index < text.Length; index++)
        {
            if (text[index] == '_'
                && (index == 0 || index == text.Length - 1 || !char.IsAsciiDigit(text[index - 1]) || !char.IsAsciiDigit(text[index + 1])))
            {
                return false;
            }
        }

        return digits.Length > 0 && char.IsAsciiDigit(digits[^1]);
    }
}
