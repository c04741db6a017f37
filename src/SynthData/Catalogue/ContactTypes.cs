using System.Collections.Immutable;
using SynthData.Schema;
using static SynthData.Catalogue.TypeEntry;

namespace SynthData.Catalogue;

/// <summary>How somebody is reached.</summary>
internal static class ContactTypes
{
    public static ImmutableArray<SemanticType> All { get; } =
    [
        new SemanticType(
            "contact.phone",
            "contact",
            ColumnType.Text,
            "A telephone number in the country's form; American ones are set aside for fiction, unique Dutch ones are mobile.",
            [new SemanticLocale("en-US", 27_300), new SemanticLocale("nl-NL", 60_000_000)],
            ["phone", "phone_number", "telephone", "telephone_number", "tel",
             "mobile", "mobile_number", "mobile_phone", "cell_phone", "telefoon", "telefoonnummer"]),
        Text("contact.email", "person", "The e-mail address of the row's person.", Unlimited),
    ];
}
