using System.Globalization;
using SynthData.Catalogue;
using SynthData.Sources.Local.Entities;
using SynthData.Sources.Local.Entities.Transport;

namespace SynthData.Tests.Sources.Local.Entities;

public class TransportTests
{
    private const int Rows = 3_000;

    private readonly EntityCells cells = new("en-US");

    [Fact]
    public void The_judges_know_published_numbers_and_tell_altered_ones()
    {
        Assert.All(["1M8GDM9AXKP042788", "11111111111111111", "5GZCZ43D13S812715"], text => Assert.True(IsVin(text), text));
        Assert.True(IsContainer("CSQU3054383"));
        Assert.True(IsShip("IMO 9074729"));
        Assert.True(Standards.Luhn("218124712173"));

        Assert.False(IsVin("1M8GDM9A1KP042788"));
        Assert.False(IsContainer("CSQU3054384"));
        Assert.False(IsShip("IMO 9074728"));
    }

    [Fact]
    public void Make_model_year_and_chassis_are_of_one_vehicle()
    {
        string[] vin = cells.Of("transport.vin", Rows);
        string[] make = cells.Of("transport.vehicle_make", Rows);
        string[] model = cells.Of("transport.vehicle_model", Rows);
        string[] year = cells.Of("transport.vehicle_year", Rows);
        string[] fuel = cells.Of("transport.vehicle_fuel", Rows);
        RecordTable vehicles = RecordTable.Of("vehicle");

        for (int row = 0; row < Rows; row++)
        {
            int vehicle = Enumerable.Range(0, vehicles.Count).Single(record => vehicles.Field("vehicle_make")[record] == make[row] && vehicles.Field("vehicle_model")[record] == model[row]);
            Assert.True(IsVin(vin[row]), vin[row]);
            Assert.StartsWith(vehicles.Field("wmi")[vehicle], vin[row], StringComparison.Ordinal);
            int made = int.Parse(year[row], CultureInfo.InvariantCulture);
            Assert.InRange(made, vehicles.Numbers("first")[vehicle], vehicles.Numbers("last")[vehicle]);
            Assert.Equal("ABCDEFGHJKLMNPR"[made - 2010], vin[row][9]);
            Assert.True(model[row] is not ("Model 3" or "Zoe" or "Leaf") || fuel[row] == "electric");
        }

        Assert.All(cells.Unique("transport.vin", [0, 1, Vin.Capacity - 1]), text => Assert.True(IsVin(text), text));
    }

    [Theory]
    [InlineData("en-US", "^[A-Z]{3} [0-9]{4}$")]
    [InlineData("de-DE", "^[A-ZÖÜ]{1,3}-[A-Z]{2} [1-9][0-9]{0,3}$")]
    [InlineData("fr-FR", "^(?!SS)[A-HJ-NP-TV-Z]{2}-[0-9]{3}-(?!SS)[A-HJ-NP-TV-Z]{2}$")]
    [InlineData("nl-NL", "^[B-DF-HJ-NPR-TVXZ]{2}-[0-9]{3}-[B-DF-HJ-NPR-TVXZ]$")]
    [InlineData("ru-RU", "^[АВЕКМНОРСТУХ][0-9]{3}[АВЕКМНОРСТУХ]{2}[0-9]{2}$")]
    public void Plates_have_their_country_s_form(string locale, string form)
    {
        long capacity = SemanticTypes.Find("transport.license_plate")!.In(locale)!.UniqueCapacity;
        var own = new EntityCells(locale);

        Assert.Equal(LicensePlate.Of(locale).Capacity, capacity);
        Assert.All([.. own.Of("transport.license_plate", Rows), .. own.Unique("transport.license_plate", [0, 1, capacity - 1])], text => Assert.Matches(form, text));
        Assert.DoesNotContain(own.Of("transport.license_plate", Rows), text => text.Contains("-000", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en-US", "MUC", "Munich")]
    [InlineData("de-DE", "MUC", "München")]
    [InlineData("fr-FR", "LHR", "Londres")]
    [InlineData("nl-NL", "CDG", "Parijs")]
    [InlineData("ru-RU", "AMS", "Амстердам")]
    public void Codes_and_city_are_of_one_airport(string locale, string code, string city)
    {
        var own = new EntityCells(locale);
        (string, string, string)[] airports = [.. own.Of("transport.airport_iata", Rows).Zip(own.Of("transport.airport_city", Rows), own.Of("transport.airport_icao", Rows))];

        Assert.Contains(airports, airport => (airport.Item1, airport.Item2) == (code, city));
        Assert.Equal(airports.Select(airport => airport.Item1).Distinct().Count(), airports.Distinct().Count());
        Assert.All(airports, airport => Assert.Matches("^[A-Z]{3}[A-Z]{4}$", airport.Item1 + airport.Item3));
    }

    [Fact]
    public void A_flight_is_of_its_airline() =>
        Assert.All(cells.Of("transport.flight_number", Rows).Zip(cells.Of("transport.airline_iata", Rows)), pair =>
        {
            Assert.StartsWith(pair.Second, pair.First, StringComparison.Ordinal);
            Assert.Matches("^[A-Z0-9]{2}[1-9][0-9]{0,3}$", pair.First);
        });

    [Fact]
    public void Containers_ships_and_wagons_carry_their_check_digits()
    {
        Assert.All([.. cells.Of("transport.container_number", Rows), .. cells.Unique("transport.container_number", [0, FreightColumns.ContainerCapacity - 1])],
            text => Assert.True(text.StartsWith("ZZ", StringComparison.Ordinal) && IsContainer(text), text));
        Assert.All([.. cells.Of("transport.imo_number", Rows), .. cells.Unique("transport.imo_number", [0, FreightColumns.ShipCapacity - 1])], text => Assert.True(IsShip(text), text));
        Assert.All([.. cells.Of("transport.wagon_number", Rows), .. cells.Unique("transport.wagon_number", [0, FreightColumns.WagonCapacity - 1])], text =>
        {
            Assert.Matches("^(31|33|81|83)(80|87|84|81|85|83|51|20)[0-9]{8}$", text);
            Assert.True(Standards.Luhn(text), text);
        });
        Assert.Equal(900_000, cells.Unique("transport.imo_number", [.. Enumerable.Range(0, 900_000).Select(tag => (long)tag)]).Distinct().Count());
    }

    [Theory]
    [InlineData("transport.vin", Vin.Capacity)]
    [InlineData("transport.container_number", FreightColumns.ContainerCapacity)]
    [InlineData("transport.imo_number", FreightColumns.ShipCapacity)]
    [InlineData("transport.wagon_number", FreightColumns.WagonCapacity)]
    [InlineData("health.npi", HealthColumns.ProviderCapacity)]
    [InlineData("health.record_number", HealthColumns.RecordCapacity)]
    public void The_catalogue_knows_how_many_there_are(string type, long capacity) =>
        Assert.Equal(capacity, SemanticTypes.Find(type)!.In("en-US")!.UniqueCapacity);

    // 49 CFR 565.15: letters stand for 1 to 9, places weigh 8 7 6 5 4 3 2 10 0 9 8 7 6 5 4 3 2; the rest by 11 is the ninth character.
    private static bool IsVin(string text)
    {
        int[] weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
        string groups = "AJ,BKS,CLT,DMU,ENV,FW,GPX,HY,RZ";
        int Value(char character) => char.IsAsciiDigit(character) ? character - '0' : Array.FindIndex(groups.Split(','), group => group.Contains(character, StringComparison.Ordinal)) + 1;
        int rest = text.Zip(weights, (character, weight) => Value(character) * weight).Sum() % 11;
        return text.Length == 17 && !text.Any("IOQ".Contains) && text[8] == (rest == 10 ? 'X' : (char)('0' + rest));
    }

    // ISO 6346: the values of letters run from 10 to 38 without 11, 22 and 33.
    private static bool IsContainer(string text)
    {
        int[] values = [.. Enumerable.Range(10, 29).Where(value => value % 11 != 0)];
        int sum = text[..10].Select((character, place) => (char.IsAsciiDigit(character) ? character - '0' : values[character - 'A']) * (int)Math.Pow(2, place)).Sum();
        return text.Length == 11 && Standards.Value(text[10]) == sum % 11 % 10;
    }

    private static bool IsShip(string text) =>
        text.Length == 11 && text.StartsWith("IMO ", StringComparison.Ordinal) && Standards.Sum(text[4..10], 7, 6, 5, 4, 3, 2) % 10 == Standards.Value(text[10]);
}
