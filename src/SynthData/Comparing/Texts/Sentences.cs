using System.Globalization;
using SynthData.Sources.Model.Variety;

namespace SynthData.Comparing.Texts;

/// <summary>The sentences of texts: what ends with a line, or with a full stop, question or exclamation mark before a blank or the end.</summary>
internal static class Sentences
{
    /// <summary>The share of the texts that have the sentence that most have; sentences are compared by their form.</summary>
    /// <returns>0 without a sentence.</returns>
    public static double ShareOfCommonest(IReadOnlyCollection<string> texts)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (string text in texts)
        {
            foreach (string form in Of(text).Select(TextForm.Of).Distinct(StringComparer.Ordinal))
                counts[form] = counts.GetValueOrDefault(form) + 1;
        }

        return counts.Count == 0 ? 0 : counts.Values.Max() / (double)texts.Count;
    }

    public static IEnumerable<string> Of(string text)
    {
        int start = 0;
        for (int at = 0; at < text.Length; at++)
        {
            bool isEnd = text[at] is '\n' or '\r' || (text[at] is '.' or '!' or '?' or '…' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1])));
            if (!isEnd)
                continue;
            if (HasWord(text.AsSpan(start, at - start)))
                yield return text[start..(at + 1)].Trim();
            start = at + 1;
        }

        if (HasWord(text.AsSpan(start)))
            yield return text[start..].Trim();
    }

    private static bool HasWord(ReadOnlySpan<char> part)
    {
        foreach (char letter in part)
        {
            if (char.IsLetterOrDigit(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.OtherSymbol or UnicodeCategory.Surrogate)
                return true;
        }

        return false;
    }
}
