namespace SynthData.Expressions.Nodes;

/// <summary>SQL's like: <c>%</c> is any text, <c>_</c> one character, everything else itself; there is no escape.</summary>
internal static class LikePattern
{
    public static bool Matches(ReadOnlySpan<char> text, ReadOnlySpan<char> pattern)
    {
        int at = 0;
        int next = 0;
        int star = -1;
        int retry = 0;
        while (at < text.Length)
        {
            if (next < pattern.Length && pattern[next] == '%')
            {
                (star, retry) = (next++, at);
            }
            else if (next < pattern.Length && pattern[next] == '_')
            {
                at += CodePoints.WidthAt(text, at);
                next++;
            }
            else if (next < pattern.Length && pattern[next] == text[at])
            {
                at++;
                next++;
            }
            else if (star >= 0)
            {
                // The last % takes one character more; those before it need not be tried again.
                retry += CodePoints.WidthAt(text, retry);
                (at, next) = (retry, star + 1);
            }
            else
            {
                return false;
            }
        }

        return pattern[next..].IndexOfAnyExcept('%') < 0;
    }
}
