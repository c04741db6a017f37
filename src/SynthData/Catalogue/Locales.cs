using System.Collections.Immutable;

namespace SynthData.Catalogue;

/// <summary>The locales that semantic types have data for, English first, then by name.</summary>
internal static class Locales
{
    /// <summary>Those with everything: people, places, companies, jobs, words.</summary>
    public static ImmutableArray<string> Deep { get; } = ["en-US", "de-DE", "fr-FR", "nl-NL", "ru-RU"];

    /// <summary>Those with names of people, telephone numbers and postcodes: the deep ones and those that have no more.</summary>
    public static ImmutableArray<string> Named { get; } =
        ["en-US", "de-DE", "en-GB", "es-ES", "fr-FR", "it-IT", "ja-JP", "nl-NL", "pl-PL", "pt-BR", "ru-RU", "tr-TR", "zh-CN"];
}
