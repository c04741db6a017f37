using System.Collections.Immutable;
using static SynthData.Catalogue.TypeEntry;

namespace SynthData.Catalogue;

/// <summary>How somebody is reached.</summary>
internal static class ContactTypes
{
    public static ImmutableArray<SemanticType> All { get; } =
    [
        InLocales("contact.phone", "contact",
            "A telephone number that is valid in the country, in its form; where numbers are set aside for fiction "
            + "(United States, Germany, France, Britain), one of those. Elsewhere unique ones are mobile.",
            [
                new SemanticLocale("en-US", 27_300), new SemanticLocale("de-DE", 5_200), new SemanticLocale("en-GB", 12_000),
                new SemanticLocale("es-ES", 100_000_000), new SemanticLocale("fr-FR", 50_000), new SemanticLocale("it-IT", 150_000_000),
                new SemanticLocale("ja-JP", 90_000_000), new SemanticLocale("nl-NL", 60_000_000), new SemanticLocale("pl-PL", 80_000_000),
                new SemanticLocale("pt-BR", 100_000_000), new SemanticLocale("ru-RU", 120_000_000), new SemanticLocale("tr-TR", 160_000_000),
                new SemanticLocale("zh-CN", 1_300_000_000),
            ],
            aliases:
            ["phone", "phone_number", "telephone", "telephone_number", "tel",
             "mobile", "mobile_number", "mobile_phone", "cell_phone", "telefoon", "telefoonnummer", "telefon", "telefonnummer"]) with { IsApart = true },
        Text("contact.email", "person", "The e-mail address of the row's person.", Named, Unlimited),
    ];
}
