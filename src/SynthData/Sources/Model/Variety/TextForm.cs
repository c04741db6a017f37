using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace SynthData.Sources.Model.Variety;

/// <summary>A text as it is compared with others: decomposed, in small letters, with one blank for any blanks, punctuation and control characters.</summary>
/// <remarks>
/// Two texts that NFKC makes equal are equal here, as far as <see cref="CompatibilityForms"/> goes. The table is our own because the platform's
/// depends on the host: without culture data it leaves every text as it is.
/// </remarks>
internal static class TextForm
{
    private static readonly FrozenDictionary<char, string> Parts = CompatibilityForms.Table
        .Split('|', StringSplitOptions.RemoveEmptyEntries).ToFrozenDictionary(entry => entry[0], entry => entry[1..]);

    /// <summary>The form of a text; the text itself where nothing of it would be left.</summary>
    public static string Of(string text)
    {
        var form = new StringBuilder(text.Length);
        bool isApart = false;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.IsBmp && Parts.TryGetValue((char)rune.Value, out string? parts))
            {
                foreach (Rune part in parts.EnumerateRunes())
                    Append(form, part, ref isApart);
            }
            else
            {
                Append(form, rune, ref isApart);
            }
        }

        return form.Length == 0 ? text : form.ToString();
    }

    private static void Append(StringBuilder form, Rune rune, ref bool isApart)
    {
        bool isKept = Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber || Rune.IsSymbol(rune);
        if (isKept)
        {
            if (isApart && form.Length > 0)
                form.Append(' ');
            form.Append(Rune.ToLowerInvariant(rune).ToString());
        }

        isApart = !isKept;
    }
}
