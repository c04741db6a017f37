namespace SynthData.Output;

/// <summary>Texts that are Unicode: no half of a surrogate pair stands alone.</summary>
internal static class UnicodeText
{
    public static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        int unit = text.IndexOfAnyInRange('\uD800', '\uDFFF');
        for (; unit >= 0 && unit < text.Length; unit++)
        {
            if (!char.IsSurrogate(text[unit]))
                continue;
            if (unit + 1 == text.Length || !char.IsSurrogatePair(text[unit], text[unit + 1]))
                return false;
            unit++;
        }

        return true;
    }
}
