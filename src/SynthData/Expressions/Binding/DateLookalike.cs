using System.Text.RegularExpressions;

namespace SynthData.Expressions.Binding;

/// <summary>Arithmetic of bare whole numbers that looks like a date: refused, because it hardly ever is meant.</summary>
internal static partial class DateLookalike
{
    public static bool IsMatch(string text) => Pattern().IsMatch(text);

    [GeneratedRegex(@"^\d{4}([-/])\d{1,2}\1\d{1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
