namespace SynthData.Sources.Local.Entities;

/// <summary>Names that sound like those of products and mean nothing in any language: <c>Tavora</c>, <c>Kenix</c>.</summary>
internal static class InventedName
{
    private static readonly string[] Starts =
        ["Ta", "Ke", "No", "Vi", "Lu", "Mo", "Za", "Fe", "Ori", "Ve", "Cal", "Del", "Quo", "Ar", "Bri", "Sol", "Ne", "Hel", "Pi", "Ru", "Ax", "Jo", "Gri", "Ul"];

    private static readonly string[] Middles = ["vo", "li", "ra", "mi", "du", "ne", "sta", "ko", "be", "lo", "ti", "va", "ri", "no", "ma", "xa", "pe", "go"];

    private static readonly string[] Ends = ["ra", "ly", "nix", "do", "va", "ta", "rin", "lo", "dex", "mo", "via", "sen", "zo", "lis", "kit", "um"];

    /// <summary>Adds two or three syllables, 4 to 9 letters, that a word decides.</summary>
    public static void Add(ulong word, ref CellWriter writer)
    {
        writer.Add(Part(Starts, word));
        if ((word & 7) < 5)
            writer.Add(Part(Middles, word >> 16));
        writer.Add(Part(Ends, word >> 32));
    }

    // 16 bits pick among fewer than 32 parts.
    private static string Part(string[] parts, ulong word) => parts[(int)((((word >> 3) & 0xFFFF) * (ulong)parts.Length) >> 16)];
}
