using SynthData.Batches;

namespace SynthData.Sources.Local.Entities;

/// <summary>The sexes that first names go with: 0 is female and written F, 1 is male and written M.</summary>
internal static class Sex
{
    public const sbyte Unknown = -1;

    public const sbyte Female = 0;

    public const sbyte Male = 1;

    private const int Longest = 12;

    public static TextPool Pool { get; } = new(["F", "M"]);

    /// <summary>Reads the value of a column that gives the sex: a letter or a word of a locale's language, in any case.</summary>
    /// <param name="generator">The first one reads English and Dutch only.</param>
    public static bool TryRead(ReadOnlySpan<char> text, int generator, out sbyte sex)
    {
        Span<char> lower = stackalloc char[Longest];
        int length = text.Length <= (generator == 1 ? 8 : Longest) ? text.ToLowerInvariant(lower) : 0;
        sex = lower[..length] switch
        {
            "f" or "female" or "woman" or "girl" or "v" or "vrouw" => Female,
            "m" or "male" or "man" or "boy" => Male,
            var word => generator == 1 ? Unknown : Read(word),
        };
        return sex != Unknown;
    }

    private static sbyte Read(ReadOnlySpan<char> word) => word switch
    {
        "w" or "weiblich" or "frau" or "femme" or "féminin" or "ж" or "жен" or "женский" or "женщина" or "mujer" or "femenino" or "femmina"
            or "donna" or "k" or "kobieta" or "mulher" or "feminino" or "kadın" or "女" or "女性" => Female,
        "männlich" or "mann" or "h" or "homme" or "masculin" or "м" or "муж" or "мужской" or "мужчина" or "hombre" or "masculino" or "maschio"
            or "uomo" or "mężczyzna" or "homem" or "e" or "erkek" or "男" or "男性" => Male,
        _ => Unknown,
    };
}
