using System.Globalization;
using SynthData.Sources.Local.Entities;

namespace SynthData.Tests.Sources.Local.Entities.Locales;

public class LocalePlaceTests
{
    private const int Rows = 2_000;

    public static TheoryData<string> Deep => [.. SynthData.Catalogue.Locales.Deep];

    [Theory]
    [InlineData("en-US", "^[0-9]{5}$", 18.9, 71.5, -180, -66)]
    [InlineData("de-DE", "^[0-9]{5}$", 47.2, 55.1, 5.8, 15.1)]
    [InlineData("fr-FR", "^[0-9]{5}$", 41.3, 51.2, -5.2, 9.7)]
    [InlineData("ru-RU", "^[1-6][0-9]{5}$", 41.1, 82, 19.6, 180)]
    [InlineData("nl-NL", "^[1-9][0-9]{3}$", 50.7, 53.6, 3.3, 7.3)]
    public void Places_are_two_hundred_at_least_and_lie_in_their_country(
        string locale, string postcode, double south, double north, double west, double east)
    {
        PlaceTable table = EntityWords.For(locale, generator: 2).Places;

        Assert.True(table.Places.Length >= 200, $"{table.Places.Length}");
        Assert.Equal(table.Places.Length, table.Places.Select(place => (place.City, place.RegionCode)).Distinct().Count());
        Assert.All(table.Places, place =>
        {
            Assert.InRange(place.Latitude, south, north);
            Assert.InRange(place.Longitude, west, east);
            Assert.Matches("^([A-Z]{2,3}|20R)$", place.RegionCode);
            Assert.True(place.Population > 5_000, place.City);
            Assert.NotEmpty(place.Postcodes);
            Assert.All(place.Postcodes, code => Assert.Matches(postcode, code));
            Assert.True(TimeZoneInfo.TryFindSystemTimeZoneById(place.TimeZone, out _), place.TimeZone);
        });
        Assert.Equal(
            table.Places.Select(place => place.Region).Distinct().Count(),
            table.Places.Select(place => (place.Region, place.RegionCode)).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Deep))]
    public void All_cells_of_a_row_tell_of_one_place(string locale)
    {
        var cells = new EntityCells(locale, generator: 2);
        ILookup<(string, string), Place> known = EntityWords.For(locale, generator: 2).Places.Places.ToLookup(place => (place.City, place.RegionCode));
        string[] city = cells.Of("place.city", Rows);
        string[] region = cells.Of("place.region", Rows);
        string[] code = cells.Of("place.region_code", Rows);
        string[] postcode = cells.Of("place.postcode", Rows);
        string[] latitude = cells.Of("place.latitude", Rows);
        string[] longitude = cells.Of("place.longitude", Rows);
        string[] zone = cells.Of("place.time_zone", Rows);
        string[] population = cells.Of("place.population", Rows);

        for (int row = 0; row < Rows; row++)
        {
            Place place = Assert.Single(known[(city[row], code[row])]);
            Assert.Equal(place.Region, region[row]);
            Assert.Contains(postcode[row].Split(' ')[0], place.Postcodes);
            Assert.Equal(place.Latitude.ToString(CultureInfo.InvariantCulture), latitude[row]);
            Assert.Equal(place.Longitude.ToString(CultureInfo.InvariantCulture), longitude[row]);
            Assert.Equal(place.TimeZone, zone[row]);
            Assert.Equal(place.Population.ToString(CultureInfo.InvariantCulture), population[row]);
        }
    }

    [Theory]
    [MemberData(nameof(Deep))]
    public void Addresses_are_made_of_the_row_s_own_cells_in_the_country_s_order(string locale)
    {
        var cells = new EntityCells(locale, generator: 2);
        string[] street = cells.Of("place.street", 300);
        string[] number = cells.Of("place.house_number", 300);
        string[] postcode = cells.Of("place.postcode", 300);
        string[] city = cells.Of("place.city", 300);
        string[] code = cells.Of("place.region_code", 300);
        string[] address = cells.Of("place.address", 300);
        string[] full = cells.Of("place.full_address", 300);

        for (int row = 0; row < 300; row++)
        {
            (string one, string all) = locale switch
            {
                "en-US" => ($"{number[row]} {street[row]}", $"{address[row]}, {city[row]}, {code[row]} {postcode[row]}"),
                "fr-FR" => ($"{number[row]} {street[row]}", $"{address[row]}, {postcode[row]} {city[row]}"),
                "ru-RU" => ($"{street[row]}, д. {number[row]}", $"{postcode[row]}, г. {city[row]}, {address[row]}"),
                _ => ($"{street[row]} {number[row]}", $"{address[row]}, {postcode[row]} {city[row]}"),
            };
            Assert.Equal(one, address[row]);
            Assert.Equal(all, full[row]);
        }
    }

    // The first digits of regions, coarse but from another source than the lists.
    [Theory]
    [InlineData("de-DE", "BE", "^1[0-4]")]
    [InlineData("de-DE", "HH", "^(2[0-2])")]
    [InlineData("de-DE", "BY", "^(6[3]|8[0-79]|9[0-7])")]
    [InlineData("de-DE", "SN", "^(0[1-489])")]
    [InlineData("de-DE", "TH", "^(0[47]|3[67]|9[89])")]
    [InlineData("de-DE", "SL", "^66")]
    [InlineData("de-DE", "SH", "^2[2-5]")]
    [InlineData("fr-FR", "IDF", "^(7[5-8]|9[1-5])")]
    [InlineData("fr-FR", "BRE", "^(22|29|35|56)")]
    [InlineData("fr-FR", "PAC", "^(0[4-6]|13|8[34])")]
    [InlineData("fr-FR", "HDF", "^(0[2]|59|6[02]|80)")]
    [InlineData("fr-FR", "20R", "^20")]
    [InlineData("ru-RU", "MOW", "^1[0-2]")]
    [InlineData("ru-RU", "SPE", "^19")]
    [InlineData("ru-RU", "MOS", "^14[0-4]")]
    [InlineData("ru-RU", "TA", "^42[0-3]")]
    [InlineData("ru-RU", "SVE", "^62[0-4]")]
    [InlineData("ru-RU", "KDA", "^35[0-4]")]
    [InlineData("ru-RU", "KYA", "^66[0-3]")]
    [InlineData("ru-RU", "ROS", "^34[467]")]
    [InlineData("ru-RU", "BA", "^45[0-3]")]
    [InlineData("nl-NL", "UT", "^(3[4-9]|41)")]
    [InlineData("nl-NL", "GE", "^(3[78]|4[01]|53|6[5-9]|7[0-3]|8[01])")]
    [InlineData("nl-NL", "NB", "^(4[26-9]|5[0-8])")]
    public void Postcodes_start_as_those_of_their_region_do(string locale, string region, string start)
    {
        Place[] places = [.. EntityWords.For(locale, generator: 2).Places.Places.Where(place => place.RegionCode == region)];

        Assert.NotEmpty(places);
        Assert.All(places, place => Assert.All(place.Postcodes, code => Assert.Matches(start, code)));
    }

    [Theory]
    [InlineData("de-DE", "Berlin")]
    [InlineData("fr-FR", "Paris")]
    [InlineData("ru-RU", "Москва")]
    public void Cities_are_as_frequent_as_their_inhabitants_are_many(string locale, string capital)
    {
        const int count = 100_000;
        PlaceTable table = EntityWords.For(locale, generator: 2).Places;
        double share = (double)table.Places.Single(place => place.City == capital).Population / table.Places.Sum(place => place.Population);
        int found = new EntityCells(locale, seed: 5, generator: 2).Of("place.city", count).Count(city => city == capital);

        double error = Math.Sqrt(count * share * (1 - share));
        Assert.InRange(found, (count * share) - (4 * error), (count * share) + (4 * error));
    }
}
