using System.Text;
using System.Text.RegularExpressions;

namespace SynthData.Comparing.Texts;

/// <summary>Puts <c>&lt;name&gt;</c>, <c>&lt;date&gt;</c> and <c>&lt;number&gt;</c> for what fills the sentences of a text, so that what is left tells how many sentences there are.</summary>
/// <remarks>
/// In this order: the row's other texts given, where they occur as whole words, in any case; dates and times of day by pattern, months by their English, German and
/// Russian names; words with a digit; words of two letters and more that begin with a capital and no sentence. Neighbouring masks of one kind are one. A capital
/// is no sign of a name everywhere: in German every noun is masked.
/// </remarks>
internal static partial class TextMask
{
    private const int LeastName = 2;
    private const string SentenceEnds = ".!?…:;\n";
    private const string Openers = "\"'“”„«»‘’([{*";

    /// <param name="names">Texts that count as names.</param>
    public static string Of(string text, IEnumerable<string> names)
    {
        var masks = new MaskKind[text.Length];
        foreach (string name in names.Where(name => name.Length >= LeastName).OrderByDescending(name => name.Length))
            MarkName(text, name, masks);
        foreach (ValueMatch match in Dates().EnumerateMatches(text))
            Mark(masks, match.Index, match.Length, MaskKind.Date);
        MarkWords(text, masks);
        return Print(text, masks);
    }

    private static void MarkName(string text, string name, MaskKind[] masks)
    {
        for (int at = 0; (at = text.IndexOf(name, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            if (!IsWordAt(text, at - 1) && !IsWordAt(text, at + name.Length))
                Mark(masks, at, name.Length, MaskKind.Name);
        }
    }

    private static void MarkWords(string text, MaskKind[] masks)
    {
        int start = 0;
        while (start < text.Length)
        {
            int end = start;
            while (IsWordAt(text, end))
                end++;
            ReadOnlySpan<char> word = text.AsSpan(start, end - start);
            if (word.ContainsAnyInRange('0', '9'))
                Mark(masks, start, word.Length, MaskKind.Number);
            else if (word.Length >= LeastName && char.IsUpper(word[0]) && !IsInitial(text, start))
                Mark(masks, start, word.Length, MaskKind.Name);
            start = Math.Max(end, start + 1);
        }
    }

    // What is marked already stays.
    private static void Mark(MaskKind[] masks, int start, int length, MaskKind kind)
    {
        Span<MaskKind> span = masks.AsSpan(start, length);
        if (!span.ContainsAnyExcept(MaskKind.None))
            span.Fill(kind);
    }

    private static bool IsWordAt(string text, int at) =>
        at >= 0 && at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_' || char.GetUnicodeCategory(text[at]) == System.Globalization.UnicodeCategory.NonSpacingMark);

    private static bool IsInitial(string text, int start)
    {
        int before = start - 1;
        while (before >= 0 && text[before] != '\n' && (char.IsWhiteSpace(text[before]) || Openers.Contains(text[before], StringComparison.Ordinal)))
            before--;
        return before < 0 || SentenceEnds.Contains(text[before], StringComparison.Ordinal);
    }

    private static string Print(string text, MaskKind[] masks)
    {
        var printed = new StringBuilder(text.Length);
        for (int at = 0; at < text.Length;)
        {
            MaskKind kind = masks[at];
            if (kind == MaskKind.None)
            {
                printed.Append(text[at++]);
                continue;
            }

            printed.Append(kind switch { MaskKind.Name => "<name>", MaskKind.Date => "<date>", _ => "<number>" });
            at = EndOf(text, masks, at);
        }

        return printed.ToString();
    }

    // Masks of one kind with nothing but blanks or a joint between them are one.
    private static int EndOf(string text, MaskKind[] masks, int at)
    {
        MaskKind kind = masks[at];
        while (true)
        {
            while (at < text.Length && masks[at] == kind)
                at++;
            int next = at;
            while (next < text.Length && masks[next] == MaskKind.None && IsJoint(kind, text[next]))
                next++;
            if (next >= text.Length || masks[next] != kind)
                return at;
            at = next;
        }
    }

    private static bool IsJoint(MaskKind kind, char between) =>
        between is ' ' or '-' || (kind == MaskKind.Name ? between is '\'' or '’' or '&' : between is '.' or ',' or ':' or '/');

    [GeneratedRegex(
        @"\b(?:[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?)?|[0-9]{1,2}[./][0-9]{1,2}[./](?:[0-9]{4}|[0-9]{2})"
        + @"|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: ?[ap]m)?"
        + @"|[0-9]{1,2}(?:\.|st|nd|rd|th)? (?:" + Months + @")(?:,? [0-9]{4})?|(?:" + Months + @") [0-9]{1,2}(?:st|nd|rd|th)?(?:,? [0-9]{4})?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dates();

    private const string Months =
        "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
        + "|januar|februar|märz|mai|juni|juli|oktober|dezember"
        + "|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря";
}
