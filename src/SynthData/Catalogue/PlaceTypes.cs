using System.Collections.Immutable;
using SynthData.Schema;
using static SynthData.Catalogue.TypeEntry;

namespace SynthData.Catalogue;

/// <summary>What can be said of a place. All of one row tell of one real city, the more often the more people live there.</summary>
internal static class PlaceTypes
{
    private const string Entity = "place";

    public static ImmutableArray<SemanticType> All { get; } =
    [
        Text("place.city", Entity, "A real city.",
            Deep, aliases: ["city", "town", "city_name", "place_name", "stad", "plaats", "woonplaats", "stadt", "wohnort", "ville"]),
        Text("place.region", Entity, "The state, province, region or Land of the city.",
            Deep, aliases: ["province", "state_name", "region_name", "provincie", "bundesland"]),
        Text("place.region_code", Entity, "The same as ISO 3166-2 has it, without the country; in the Netherlands two letters.",
            Deep, aliases: ["state_code", "region_code", "province_code"]),
        Text("place.postcode", Entity, "A postcode of the city; where the locale has no cities, one of the country's form.",
            Named, aliases: ["postcode", "postal_code", "zip", "zip_code", "plz", "code_postal", "postleitzahl"]),
        Text("place.country", Entity, "The country, in its language.", Named, aliases: ["country", "country_name", "land"]),
        Text("place.country_code", Entity, "The country, two letters of ISO 3166-1.", Named, aliases: ["country_code", "country_iso", "landcode"]),
        Number("place.latitude", Entity, ColumnKind.Double, "Degrees north of the middle of the city.", Deep, ["latitude", "lat"]),
        Number("place.longitude", Entity, ColumnKind.Double, "Degrees east of the middle of the city.", Deep, ["longitude", "lon", "lng"]),
        Text("place.street", Entity, "A street name usual in the country; not checked against the city's map.",
            Deep, aliases: ["street", "street_name", "straat", "straatnaam", "strasse", "rue"]),
        Text("place.house_number", Entity, "A house number, at times with a letter where that is usual.",
            Deep, aliases: ["house_number", "street_number", "huisnummer", "hausnummer"]),
        Text("place.address", Entity, "Street and house number.", Deep, aliases: ["address", "street_address", "address_line_1", "adres", "adresse"]),
        Text("place.full_address", Entity, "Street, house number, postcode and city on one line.",
            Deep, aliases: ["full_address", "mailing_address", "postal_address"]),
        Text("place.time_zone", Entity, "The city's time zone, as the IANA database names it.", Deep, aliases: ["time_zone", "tz"]),
        Number("place.population", Entity, ColumnKind.Int64, "Inhabitants of the city.", Deep, ["population", "inhabitants"]),
    ];
}
