using System.Text;

namespace SynthData.Sources.Model.Sending;

/// <summary>Watches a stream for an answer that will never end: the same row or line again and again, or a row without an end. It compares characters and reads nothing.</summary>
internal sealed class RunawayWatch
{
    /// <summary>The same row so often in a row is no answer: each asks for another id.</summary>
    private const int MostRepeats = 3;

    /// <summary>Shorter lines, such as brackets and numbers in a list, do repeat.</summary>
    private const int Shortest = 16;

    /// <summary>UTF-16 units; nothing we ask for is longer.</summary>
    private const int LongestRow = 1 << 18;

    private readonly StringBuilder piece = new();
    private string last = "";
    private int repeats;

    /// <summary>Takes the next part of the answer; true when it has run away.</summary>
    public bool Sees(string text)
    {
        foreach (char character in text)
        {
            if (character != '\n')
                piece.Append(character);
            if (character is not ('}' or ']' or '\n'))
                continue;
            string ended = character == '\n' ? piece.ToString().Trim() : Row(isObject: character == '}');
            if (IsRepeated(ended))
                return true;
            if (character == ']' && ended.Length == 0)
                last = "";      // a row ends here, or a part of a cell did before, which may come in every row
            piece.Clear();
        }

        return piece.Length > LongestRow;
    }

    // A bracket may also end something in a cell, so only what begins as a row counts as one.
    private string Row(bool isObject)
    {
        string text = piece.ToString();
        int start = isObject ? text.LastIndexOf("{\"id\"", StringComparison.Ordinal) : ListStart(text);
        return start < 0 ? "" : text[start..];
    }

    // The last bracket with a number and a comma behind it.
    private static int ListStart(string text)
    {
        int start = text.LastIndexOf('[');
        int end = start + 1;
        while (start >= 0 && end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return start >= 0 && end > start + 1 && end < text.Length && text[end] == ',' ? start : -1;
    }

    private bool IsRepeated(string ended)
    {
        if (ended.Length < Shortest)
            return false;
        repeats = ended == last ? repeats + 1 : 1;
        last = ended;
        return repeats >= MostRepeats;
    }
}
