using System.Text;
using SynthData.Diagnostics;
using SynthData.Expressions.Syntax;
using SynthData.Schema;

namespace SynthData.Expressions.Templates;

/// <summary>Cuts a template into literals and placeholders.</summary>
internal static class TemplateReader
{
    /// <summary>Gives the pieces in order, or null when a diagnostic was added.</summary>
    public static List<TemplateHole>? Read(ExpressionText source, DiagnosticBag bag)
    {
        string text = source.Text;
        var pieces = new List<TemplateHole>();
        var literal = new StringBuilder();
        bool isSound = true;
        for (int at = 0; at < text.Length; at++)
        {
            char value = text[at];
            bool isDoubled = at + 1 < text.Length && text[at + 1] == value;
            if (value is '{' or '}' && isDoubled)
            {
                literal.Append(value);
                at++;
            }
            else if (value is not ('{' or '}'))
            {
                literal.Append(value);
            }
            else if (value == '{' && Behind(text, at + 1) is int end)
            {
                Flush(literal, pieces);
                isSound &= Hole(source, at + 1, end, bag, pieces);
                at = end;
            }
            else
            {
                bag.Add(ExpressionDiagnostics.BadBrace, SourceMap.At(source, at), value);
                return null;
            }
        }

        Flush(literal, pieces);
        return isSound ? pieces : null;
    }

    private static void Flush(StringBuilder literal, List<TemplateHole> pieces)
    {
        if (literal.Length > 0)
            pieces.Add(new TemplateHole(literal.ToString(), null, null, 0, false));
        literal.Clear();
    }

    // The closing brace, leaving out those in quotes.
    private static int? Behind(string text, int start)
    {
        for (int at = start; at < text.Length; at++)
        {
            if (text[at] is '\'' or '"')
                at = EndOfQuote(text, at);
            else if (text[at] == '}')
                return at;
            else if (text[at] == '{')
                return null;
        }

        return null;
    }

    private static int EndOfQuote(string text, int start)
    {
        int end = text.IndexOf(text[start], start + 1);
        return end < 0 ? text.Length : end;
    }

    private static bool Hole(ExpressionText source, int start, int end, DiagnosticBag bag, List<TemplateHole> pieces)
    {
        string text = source.Text;
        int colon = start;
        while (colon < end && text[colon] != ':')
            colon = text[colon] is '\'' or '"' ? Math.Min(end, EndOfQuote(text, colon) + 1) : colon + 1;

        ReadOnlySpan<char> written = text.AsSpan(start, colon - start).TrimEnd();
        bool isOptional = written is [.., '?'];

        // What is missing at the end is missing where the brace or the colon stands.
        int expressionEnd = isOptional ? start + written.Length - 1 : colon;
        if (string.IsNullOrWhiteSpace(text[start..expressionEnd]))
        {
            bag.Add(ExpressionDiagnostics.EmptyPlaceholder, SourceMap.At(source, start - 1));
            return false;
        }

        string? format = colon < end ? text[(colon + 1)..end].Trim() : null;
        pieces.Add(new TemplateHole("", SourceMap.Part(source, start, expressionEnd), format, colon + 1, isOptional));
        return true;
    }
}
