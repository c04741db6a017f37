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
        Text("place.city", Entity, "A real city.", aliases: ["city", "town", "city_name", "place_name", "stad", "plaats", "woonplaats"]),
        Text("place.region", Entity, "The state or province of the city.", aliases: ["province", "state_name", "region_name", "provincie"]),
        Text("place.region_code", Entity, "The state or province of the city, two letters.", aliases: ["state_code", "region_code", "province_code"]),
        Text("place.postcode", Entity, "A postcode of the city.", aliases: ["postcode", "postal_code", "zip", "zip_code"]),
        Text("place.country", Entity, "The country, in its language.", aliases: ["country", "country_name", "land"]),
        Text("place.country_code", Entity, "The country, two letters of ISO 3166-1.", aliases: ["country_code", "country_iso", "landcode"]),
        Number("place.latitude", Entity, ColumnKind.Double, "Degrees north of the middle of the city.", ["latitude", "lat"]),
        Number("place.longitude", Entity, ColumnKind.Double, "Degrees east of the middle of the city.", ["longitude", "lon", "lng"]),
        Text("place.street", Entity, "A street name usual in the country; not checked against the city's map.",
            aliases: ["street", "street_name", "straat", "straatnaam"]),
        Text("place.house_number", Entity, "A house number, in the Netherlands at times with a letter.",
            aliases: ["house_number", "street_number", "huisnummer"]),
        Text("place.address", Entity, "Street and house number.", aliases: ["address", "street_address", "address_line_1", "adres"]),
        Text("place.full_address", Entity, "Street, house number, postcode and city on one line.",
            aliases: ["full_address", "mailing_address", "postal_address"]),
        Text("place.time_zone", Entity, "The city's time zone, as the IANA database names it.", aliases: ["time_zone", "tz"]),
        Number("place.population", Entity, ColumnKind.Int64, "Inhabitants of the city.", ["population", "inhabitants"]),
    ];
}
