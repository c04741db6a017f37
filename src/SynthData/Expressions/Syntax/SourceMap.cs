using SynthData.Diagnostics;
using SynthData.Schema;

namespace SynthData.Expressions.Syntax;

/// <summary>Maps offsets in an expression to places in the file it was written in.</summary>
internal static class SourceMap
{
    /// <summary>The place of a character of the expression; lines after the first count from column 1.</summary>
    public static SourcePosition At(ExpressionText text, int offset)
    {
        ReadOnlySpan<char> before = text.Text.AsSpan(0, Math.Min(offset, text.Text.Length));
        int lines = before.Count('\n');
        SourcePosition start = text.Position;
        return lines == 0
            ? start with { Column = start.Column + offset }
            : start with { Line = start.Line + lines, Column = offset - before.LastIndexOf('\n') };
    }

    /// <summary>A part of an expression as an expression of its own.</summary>
    public static ExpressionText Part(ExpressionText text, int start, int end) => new(text.Text[start..end], At(text, start));
}
