using System.Collections.Immutable;
using static SynthData.Catalogue.TypeEntry;

namespace SynthData.Catalogue;

/// <summary>Vehicles, flights and freight. Make, model, year and chassis number of one row are of one vehicle; codes and city of one airport.</summary>
internal static class TransportTypes
{
    public static ImmutableArray<SemanticType> All { get; } =
    [
        Anywhere("transport.vin", "vehicle", "The number on the chassis of the row's vehicle; none are set aside, so it may be a vehicle's.",
            "ISO 3779, check digit of 49 CFR 565", 1_000_000_000, ["vin", "vin_number", "chassis_number"]),
        Anywhere("transport.vehicle_make", "vehicle", "Who makes the row's vehicle.", aliases: ["vehicle_make", "car_make"]),
        Anywhere("transport.vehicle_model", "vehicle", "The model of the row's vehicle.", aliases: ["vehicle_model", "car_model"]),
        WholeAnywhere("transport.vehicle_year", "vehicle", "A year in which the row's model was made, 2010 to 2024.", aliases: ["vehicle_year", "model_year"]),
        InLocales("transport.vehicle_type", "vehicle", "How the row's vehicle is built.", Same(Deep), aliases: ["vehicle_type", "body_type"]),
        InLocales("transport.vehicle_fuel", "vehicle", "What the row's vehicle runs on.", Same(Deep), aliases: ["vehicle_fuel", "fuel_type"]),
        InLocales("transport.license_plate", "vehicle", "A plate in the form of the country.",
            [new("en-US", 175_760_000), new("de-DE", 6_759_324), new("fr-FR", 255_779_964), new("nl-NL", 4_091_904), new("ru-RU", 34_525_440)],
            aliases: ["license_plate", "licence_plate", "plate_number", "number_plate", "registration_plate", "kenteken", "kennzeichen"]),
        Anywhere("transport.airport_iata", "airport", "An airport, by how many passengers it has.", "IATA, three letters", aliases: ["airport", "airport_code", "iata_code"]),
        Anywhere("transport.airport_icao", "airport", "The row's airport.", "ICAO Doc 7910, four letters", aliases: ["icao_code"]),
        InLocales("transport.airport_name", "airport", "The name of the row's airport.", Same(["en-US"]), aliases: ["airport_name"]),
        InLocales("transport.airport_city", "airport", "The city of the row's airport in the locale's language.", Same(Deep), aliases: ["airport_city"]),
        Anywhere("transport.airport_country", "airport", "The country of the row's airport, two letters.", "ISO 3166-1", aliases: ["airport_country"]),
        Anywhere("transport.airport_time_zone", "airport", "The time zone of the row's airport.", "IANA time zone database"),
        Anywhere("transport.flight_number", "flight", "The row's airline and up to four digits.", "IATA", aliases: ["flight_number", "flight_no"]),
        Anywhere("transport.airline_name", "flight", "The airline of the row's flight.", aliases: ["airline", "airline_name"]),
        Anywhere("transport.airline_iata", "flight", "The row's airline, two characters.", "IATA", aliases: ["airline_code"]),
        Anywhere("transport.airline_icao", "flight", "The row's airline, three letters.", "ICAO Doc 8585"),
        Anywhere("transport.container_number", "freight", "The number of a container, of the invented owners ZZA to ZZZ.", "ISO 6346, modulo 11", 26_000_000, ["container_number", "container_no"]),
        Anywhere("transport.imo_number", "freight", "The number of a ship; it may be a ship's.", "IMO A.1117(30), weights 7 to 2", 900_000, ["imo_number", "imo"]),
        Anywhere("transport.wagon_number", "freight", "The number of a railway wagon, twelve digits; it may be a wagon's.", "UIC 438-2, Luhn check digit", 320_000_000, ["wagon_number"]),
    ];
}
