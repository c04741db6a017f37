using System.Globalization;
using System.Text;

namespace SynthData.Cli.Codegen;

/// <summary>Texts of a schema inside C#.</summary>
internal static class CodeText
{
    /// <summary>Gives a string literal; what is no visible ASCII or letter is written as its number.</summary>
    public static string Literal(string text)
    {
        StringBuilder made = new("\"");
        foreach (char one in text)
        {
            if (one is '"' or '\\')
                made.Append('\\').Append(one);
            else if (one is >= ' ' and <= '~' || char.IsLetterOrDigit(one))
                made.Append(one);
            else
                made.Append(CultureInfo.InvariantCulture, $"\\u{(int)one:x4}");
        }

        return made.Append('"').ToString();
    }

    /// <summary>Gives the content of an XML element on one line; what XML cannot hold is left out.</summary>
    public static string Xml(string text)
    {
        StringBuilder made = new();
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
                made.Append(made.Length > 0 && made[^1] != ' ' ? " " : "");
            else if (rune.Value is not (0xFFFE or 0xFFFF))
                made.Append(rune.Value switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", _ => rune.ToString() });
        }

        return made.ToString().TrimEnd();
    }
}
