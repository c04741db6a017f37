namespace SynthData.Expressions.Nodes;

/// <summary>Characters of a text as people count them: a surrogate pair is one.</summary>
internal static class CodePoints
{
    public static int Count(ReadOnlySpan<char> text)
    {
        int count = text.Length;
        for (int index = 1; index < text.Length; index++)
        {
            if (char.IsSurrogatePair(text[index - 1], text[index]))
                count--;
        }

        return count;
    }

    /// <summary>The UTF-16 length of the first <paramref name="count"/> characters, or of the whole text if it has fewer.</summary>
    public static int Offset(ReadOnlySpan<char> text, long count)
    {
        int offset = 0;
        for (long done = 0; done < count && offset < text.Length; done++)
            offset += WidthAt(text, offset);
        return offset;
    }

    public static int WidthAt(ReadOnlySpan<char> text, int offset) =>
        offset + 1 < text.Length && char.IsSurrogatePair(text[offset], text[offset + 1]) ? 2 : 1;
}
