namespace SynthData.Sources.Local.Entities;

/// <summary>Spells letters with marks as addresses do: <c>é</c> as e, <c>ß</c> as ss, <c>ø</c> as o.</summary>
internal static class AsciiFold
{
    private const string Marked = "àáâãäåāăąçćčďđèéêëēęěğìíîïīıłñńňòóôõöøōőŕřśşšșťţțùúûüūůűýÿźżž";
    private const string Plain = "aaaaaaaaacccddeeeeeeegiiiiiilnnnoooooooorrsssstttuuuuuuuyyzzz";

    /// <summary>Gives the lower-case ASCII letters and digits of a text and nothing else.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        Span<char> buffer = stackalloc char[text.Length * 2];
        var writer = new CellWriter(buffer);
        foreach (char character in text)
            Add(character, ref writer);
        return writer.Text.ToString();
    }

    /// <summary>Adds words in lower-case ASCII with one hyphen between, such as <c>de-vries-bouw</c>.</summary>
    public static void AddSlug(scoped ReadOnlySpan<char> text, ref CellWriter writer)
    {
        int start = writer.Length;
        bool isBetween = false;
        foreach (char character in text)
        {
            if (character is ' ' or '-' or '&')
            {
                isBetween = writer.Length > start;
                continue;
            }

            if (isBetween)
                writer.Add('-');
            isBetween = false;
            Add(character, ref writer);
        }
    }

    private static void Add(char character, ref CellWriter writer)
    {
        char lower = char.ToLowerInvariant(character);
        if (lower == 'İ')
            lower = 'i';
        if (char.IsAsciiLetterOrDigit(lower))
            writer.Add(lower);
        else if (lower == 'ß')
            writer.Add("ss");
        else if (lower == 'æ')
            writer.Add("ae");
        else if (lower == 'œ')
            writer.Add("oe");
        else if (lower == 'ĳ')
            writer.Add("ij");
        else if (lower is 'þ')
            writer.Add("th");
        else if (lower is 'ð')
            writer.Add('d');
        else if (Marked.IndexOf(lower, StringComparison.Ordinal) is >= 0 and var at)
            writer.Add(Plain[at]);
    }
}
