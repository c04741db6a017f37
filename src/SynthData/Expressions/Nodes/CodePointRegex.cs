using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace SynthData.Expressions.Nodes;

/// <summary>A regular expression over code points, in time linear to the text.</summary>
/// <remarks>
/// .NET matches UTF-16 units, so a character above U+FFFF would be two for <c>.</c> and <c>[^a]</c>. Where there are such
/// characters, each becomes one unit that no text has: its own if the pattern names it, else the same for all.
/// </remarks>
internal sealed class CodePointRegex
{
    // Unicode sets U+FDD0 to U+FDEF and U+FFFF aside for uses like this one; the private area is there for patterns that name more.
    private const int FirstNamed = 0xFDD0;
    private const int LastNamed = 0xFDEF;
    private const int FirstPrivate = 0xE000;
    private const char AnyOther = '\uFFFF';

    private readonly Dictionary<int, char> named = [];
    private readonly Regex regex;

    /// <exception cref="ArgumentException">The pattern is none.</exception>
    /// <exception cref="NotSupportedException">The pattern cannot be matched in linear time.</exception>
    public CodePointRegex(string pattern)
    {
        var units = new StringBuilder(pattern.Length);
        foreach (Rune rune in pattern.EnumerateRunes())
            units.Append(rune.IsBmp ? (char)rune.Value : Name(rune.Value));
        if (named.Count > 0 && NamesRange(units.ToString()))
            throw new NotSupportedException("A range in brackets ends at a character above U+FFFF; list the characters instead.");
        regex = new Regex(units.ToString(), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    }

    public bool IsMatch(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyInRange('\uD800', '\uDFFF'))
            return regex.IsMatch(text);
        char[] units = ArrayPool<char>.Shared.Rent(text.Length);
        int count = 0;
        foreach (Rune rune in text.EnumerateRunes())
            units[count++] = rune.IsBmp ? (char)rune.Value : named.GetValueOrDefault(rune.Value, AnyOther);
        bool isMatch = regex.IsMatch(units.AsSpan(0, count));
        ArrayPool<char>.Shared.Return(units);
        return isMatch;
    }

    private bool NamesRange(string units)
    {
        bool isInBrackets = false;
        for (int at = 0; at < units.Length; at++)
        {
            if (units[at] == '\\')
                at++;
            else if (units[at] is '[' or ']')
                isInBrackets = units[at] == '[';
            else if (isInBrackets && units[at] == '-' && at + 1 < units.Length && (named.ContainsValue(units[at - 1]) || named.ContainsValue(units[at + 1])))
                return true;
        }

        return false;
    }

    private char Name(int codePoint)
    {
        if (named.TryGetValue(codePoint, out char unit))
            return unit;
        int next = FirstNamed + named.Count;
        unit = (char)(next <= LastNamed ? next : FirstPrivate + next - LastNamed);
        named.Add(codePoint, unit);
        return unit;
    }
}
