using System.Text;

namespace SynthData.Compile;

/// <summary>Finds texts that are obviously written in another language than asked for: by the script of their letters.</summary>
internal static class ScriptCheck
{
    /// <summary>Names and brands in another script are common, sentences are not.</summary>
    private const double MostForeign = 0.35;

    private static readonly (string Script, int First, int Last)[] Blocks =
    [
        ("Latin", 0x41, 0x24F), ("Greek", 0x370, 0x3FF), ("Cyrillic", 0x400, 0x52F), ("Armenian", 0x530, 0x58F), ("Hebrew", 0x590, 0x5FF),
        ("Arabic", 0x600, 0x77F), ("Devanagari", 0x900, 0x97F), ("Thai", 0xE00, 0xE7F), ("Georgian", 0x10A0, 0x10FF), ("Latin", 0x1E00, 0x1EFF),
        ("Greek", 0x1F00, 0x1FFF), ("East Asian", 0x1100, 0x11FF), ("East Asian", 0x2E80, 0x9FFF), ("East Asian", 0xAC00, 0xD7AF), ("East Asian", 0x20000, 0x3FFFF),
    ];

    /// <summary>The script that most letters have where it is not the locale's; null where nothing is wrong.</summary>
    public static string? Foreign(string text, string locale)
    {
        string own = Of(locale);
        string[] scripts = [.. text.EnumerateRunes().Where(Rune.IsLetter).Select(Of)];
        IGrouping<string, string>[] foreign = [.. scripts.Where(script => script != own).GroupBy(script => script, StringComparer.Ordinal).OrderByDescending(group => group.Count())];
        return foreign.Length > 0 && foreign.Sum(group => group.Count()) > MostForeign * scripts.Length ? foreign[0].Key : null;
    }

    /// <summary>The script of a locale's language.</summary>
    public static string Of(string locale) => locale.Contains("Latn", StringComparison.OrdinalIgnoreCase) ? "Latin" : locale.Split('-', '_')[0].ToLowerInvariant() switch
    {
        "ru" or "uk" or "be" or "bg" or "mk" or "sr" or "kk" or "ky" or "mn" or "tg" => "Cyrillic",
        "el" => "Greek",
        "he" or "yi" => "Hebrew",
        "ar" or "fa" or "ur" or "ps" => "Arabic",
        "hy" => "Armenian",
        "ka" => "Georgian",
        "th" => "Thai",
        "hi" or "mr" or "ne" => "Devanagari",
        "zh" or "ja" or "ko" => "East Asian",
        _ => "Latin",
    };

    private static string Of(Rune letter)
    {
        foreach ((string script, int first, int last) in Blocks)
        {
            if (letter.Value >= first && letter.Value <= last)
                return script;
        }

        return "unknown";
    }
}
