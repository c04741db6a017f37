using System.Collections.Immutable;
using static SynthData.Catalogue.TypeEntry;

namespace SynthData.Catalogue;

/// <summary>What can be said of a company. All of one row tell of one company.</summary>
internal static class CompanyTypes
{
    private const string Entity = "company";

    public static ImmutableArray<SemanticType> All { get; } =
    [
        Text("company.name", Entity, "A name that tells the industry, with the legal form.",
            Deep,
            aliases: ["company", "company_name", "employer", "business_name", "organization_name", "organisation_name", "bedrijf", "bedrijfsnaam"]),
        Text("company.suffix", Entity, "The legal form in the name.", Deep, aliases: ["company_suffix", "legal_form", "rechtsvorm"]),
        Text("company.industry", Entity, "What the company does.", Deep, aliases: ["industry", "branche"]),
        Text("company.domain", Entity, "An internet domain made of the name, under the ending set aside for examples.",
            Deep, Unlimited, ["company_domain", "email_domain"]),
        Text("company.email", Entity, "The company's address for mail at its domain.", Deep, Unlimited, ["company_email", "business_email"]),
    ];
}
