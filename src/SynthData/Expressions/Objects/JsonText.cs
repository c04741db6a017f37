using System.Globalization;

namespace SynthData.Expressions.Objects;

/// <summary>Spells texts as JSON does (RFC 8259): what must be escaped is, and nothing else.</summary>
internal static class JsonText
{
    /// <summary>Appends a text in quotes.</summary>
    public static void AppendQuoted(ReadOnlySpan<char> text, CharacterBuffer target)
    {
        target.Append('"');
        for (int index = 0; index < text.Length; index++)
        {
            char character = text[index];
            bool isPair = char.IsHighSurrogate(character) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]);
            if (isPair)
            {
                target.Append(text.Slice(index++, 2));
                continue;
            }

            string? escape = Escape(character);
            if (escape is null)
                target.Append(character);
            else
                target.Append(escape);
        }

        target.Append('"');
    }

    // A half of a character beyond U+FFFF that stands alone has no UTF-8.
    private static string? Escape(char character) => character switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '\b' => "\\b",
        '\f' => "\\f",
        < ' ' => "\\u" + ((int)character).ToString("x4", CultureInfo.InvariantCulture),
        _ => char.IsSurrogate(character) ? "\\u" + ((int)character).ToString("x4", CultureInfo.InvariantCulture) : null,
    };
}
