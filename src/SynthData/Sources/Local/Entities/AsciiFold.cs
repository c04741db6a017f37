namespace SynthData.Sources.Local.Entities;

/// <summary>Spells letters with marks, and Russian ones, as addresses do: <c>é</c> as e, <c>ß</c> as ss, <c>ø</c> as o, <c>щ</c> as shch.</summary>
internal static class AsciiFold
{
    private const string Marked = "àáâãäåāăąçćčďđèéêëēęěğìíîïīıłñńňòóôõöøōőŕřśşšșťţțùúûüūůűýÿźżž";
    private const string Plain = "aaaaaaaaacccddeeeeeeegiiiiiilnnnoooooooorrsssstttuuuuuuuyyzzz";

    /// <summary>Characters that one letter becomes at most.</summary>
    private const int Longest = 4;

    // From а to я.
    private static readonly string[] Russian =
    [
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p",
        "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya",
    ];

    /// <summary>Gives the lower-case ASCII letters and digits of a text and nothing else.</summary>
    /// <param name="hasUmlauts">Whether ä, ö and ü become ae, oe and ue.</param>
    public static string Fold(ReadOnlySpan<char> text, bool hasUmlauts = false)
    {
        Span<char> buffer = stackalloc char[text.Length * Longest];
        var writer = new CellWriter(buffer);
        foreach (char character in text)
            Add(character, hasUmlauts, ref writer);
        return writer.Text.ToString();
    }

    /// <summary>Adds words in lower-case ASCII with one hyphen between, such as <c>de-vries-bouw</c>.</summary>
    public static void AddSlug(scoped ReadOnlySpan<char> text, bool hasUmlauts, ref CellWriter writer)
    {
        int start = writer.Length;
        bool isBetween = false;
        foreach (char character in text)
        {
            if (character is ' ' or '-' or '&' or '+')
            {
                isBetween = writer.Length > start;
                continue;
            }

            if (isBetween)
                writer.Add('-');
            isBetween = false;
            Add(character, hasUmlauts, ref writer);
        }
    }

    private static void Add(char character, bool hasUmlauts, ref CellWriter writer)
    {
        char lower = char.ToLowerInvariant(character);
        if (lower == 'İ')
            lower = 'i';
        if (char.IsAsciiLetterOrDigit(lower))
            writer.Add(lower);
        else if (lower is >= 'а' and <= 'я')
            writer.Add(Russian[lower - 'а']);
        else if (lower == 'ё')
            writer.Add('e');
        else if (hasUmlauts && lower is ('ä' or 'ö' or 'ü'))
            writer.Add(lower == 'ä' ? "ae" : lower == 'ö' ? "oe" : "ue");
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
