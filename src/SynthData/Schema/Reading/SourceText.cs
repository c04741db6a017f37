using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>The decoded text of a schema file and its lines.</summary>
internal sealed class SourceText(string file, string text)
{
    private readonly string[] lines = text.ReplaceLineEndings("\n").Split('\n');

    public string File => file;

    public string Text => text;

    /// <summary>A line by its number, from 1; empty behind the end.</summary>
    public int LineCount => lines.Length;

    public string Line(int number) => number >= 1 && number <= lines.Length ? lines[number - 1] : "";

    public SourcePosition At(long lineNumber, long columnNumber) => new(file, (int)Math.Max(1, lineNumber), (int)Math.Max(1, columnNumber));

    /// <summary>The position of a character by its index in the text.</summary>
    public SourcePosition At(int index)
    {
        int lineNumber = 1;
        int start = 0;
        for (int i = 0; i < index && i < text.Length; i++)
        {
            if (text[i] == '\n')
                (lineNumber, start) = (lineNumber + 1, i + 1);
        }

        return new SourcePosition(file, lineNumber, index - start + 1);
    }

    /// <summary>The first character of a block scalar whose header stands at the given place.</summary>
    public SourcePosition BlockContent(SourcePosition header)
    {
        for (int number = header.Line + 1; number <= lines.Length; number++)
        {
            string line = Line(number);
            if (line.Trim().Length > 0)
                return new SourcePosition(file, number, line.Length - line.TrimStart().Length + 1);
        }

        return header;
    }
}
