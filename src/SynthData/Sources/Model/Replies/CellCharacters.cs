using System.Globalization;

namespace SynthData.Sources.Model.Replies;

/// <summary>Which characters a cell may hold, and how a text is cut where it is only shown.</summary>
internal static class CellCharacters
{
    /// <summary>Finds the first character that programs which read files stumble over.</summary>
    /// <returns>Its name, such as <c>U+0000</c>; null where all are fit.</returns>
    public static string? FirstUnfit(string text)
    {
        for (int index = 0; index < text.Length; index++)
        {
            char character = text[index];
            if (char.IsHighSurrogate(character) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
                index++;
            else if (IsUnfit(character))
                return string.Create(CultureInfo.InvariantCulture, $"U+{(int)character:X4}");
        }

        return null;
    }

    /// <summary>The beginning of a text, no longer than so many UTF-16 units and without half a character at its end.</summary>
    public static string Beginning(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    private static bool IsUnfit(char character) => character switch
    {
        '\t' or '\n' or '\r' => false,
        '\u2028' or '\u2029' or '\uFEFF' or '\uFFFD' or '\uFFFE' or '\uFFFF' => true,
        _ => char.IsControl(character) || char.IsSurrogate(character),
    };
}
