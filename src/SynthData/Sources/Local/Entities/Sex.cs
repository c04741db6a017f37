using SynthData.Batches;

namespace SynthData.Sources.Local.Entities;

/// <summary>The sexes that first names go with: 0 is female and written F, 1 is male and written M.</summary>
internal static class Sex
{
    public const sbyte Unknown = -1;

    public const sbyte Female = 0;

    public const sbyte Male = 1;

    public static TextPool Pool { get; } = new(["F", "M"]);

    /// <summary>Reads the value of a column that gives the sex: a letter or a word, English or Dutch, in any case.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out sbyte sex)
    {
        Span<char> lower = stackalloc char[Math.Min(text.Length, 8)];
        int length = text.Length <= 8 ? text.ToLowerInvariant(lower) : 0;
        sex = lower[..length] switch
        {
            "f" or "female" or "woman" or "girl" or "v" or "vrouw" => Female,
            "m" or "male" or "man" or "boy" => Male,
            _ => Unknown,
        };
        return sex != Unknown;
    }
}
