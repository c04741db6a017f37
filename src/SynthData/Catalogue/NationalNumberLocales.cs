using System.Collections.Immutable;

namespace SynthData.Catalogue;

/// <summary>How many national numbers there are in each locale: what their forms and what is set aside leave.</summary>
internal static class NationalNumberLocales
{
    public static ImmutableArray<SemanticLocale> National { get; } =
    [
        new("en-US", 48_995_100), new("de-DE", 13_063_680), new("fr-FR", 74_337_947_640), new("nl-NL", 9_000_000), new("ru-RU", 998_998_001),
        new("en-GB", 4_000_000), new("es-ES", 100_000_000), new("pl-PL", 100_800_000), new("pt-BR", 111_111_110), new("tr-TR", 900_000_000),
    ];

    public static ImmutableArray<SemanticLocale> Tax { get; } =
    [
        new("en-US", 48_995_100), new("de-DE", 13_063_680), new("fr-FR", 1_000_000_000), new("nl-NL", 9_000_000), new("ru-RU", 7_900_000_000),
        new("en-GB", 4_000_000), new("es-ES", 100_000_000), new("pl-PL", 100_800_000), new("pt-BR", 111_111_110), new("tr-TR", 900_000_000),
    ];

    public static ImmutableArray<SemanticLocale> Passport { get; } =
    [
        new("en-US", 2_600_000_000), new("de-DE", 9_841_500_000), new("fr-FR", 6_760_000_000), new("nl-NL", 6_250_000_000), new("ru-RU", 100_000_000),
    ];
}
