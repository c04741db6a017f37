using System.Globalization;
using SynthData.Sources.Local.Entities;

namespace SynthData.Tests.Sources.Local.Entities;

public class PlaceTests
{
    private const int Rows = 5_000;

    [Theory]
    [InlineData("en-US", 200, 18.9, 71.5, -180, -66)]
    [InlineData("nl-NL", 120, 50.7, 53.6, 3.3, 7.3)]
    public void Places_are_many_lie_in_their_country_and_have_what_a_place_has(
        string locale, int least, double south, double north, double west, double east)
    {
        PlaceTable table = EntityWords.For(locale, generator: 1).Places;

        Assert.True(table.Places.Length >= least);
        Assert.Equal(table.Places.Length, table.Places.Select(place => (place.City, place.RegionCode)).Distinct().Count());
        Assert.All(table.Places, place =>
        {
            Assert.InRange(place.Latitude, south, north);
            Assert.InRange(place.Longitude, west, east);
            Assert.Matches("^[A-Z]{2}$", place.RegionCode);
            Assert.True(place.Population > 0);
            Assert.NotEmpty(place.Postcodes);
            Assert.Matches("^[A-Z][A-Za-z]+/[A-Z][A-Za-z_/]+$", place.TimeZone);
        });
        Assert.Equal(
            table.Places.Select(place => place.Region).Distinct().Count(),
            table.Places.Select(place => (place.Region, place.RegionCode)).Distinct().Count());
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("nl-NL")]
    public void All_cells_of_a_row_tell_of_one_place(string locale)
    {
        var cells = new EntityCells(locale);
        PlaceTable table = EntityWords.For(locale, generator: 1).Places;
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
            Place place = Assert.Single(table.Places, known => known.City == city[row] && known.RegionCode == code[row]);
            Assert.Equal(place.Region, region[row]);
            Assert.Contains(postcode[row].Split(' ')[0], place.Postcodes);
            Assert.Equal(place.Latitude.ToString(CultureInfo.InvariantCulture), latitude[row]);
            Assert.Equal(place.Longitude.ToString(CultureInfo.InvariantCulture), longitude[row]);
            Assert.Equal(place.TimeZone, zone[row]);
            Assert.Equal(place.Population.ToString(CultureInfo.InvariantCulture), population[row]);
        }
    }

    [Theory]
    [InlineData("nl-NL")]
    [InlineData("en-US")]
    public void Addresses_are_made_of_the_row_s_own_cells(string locale)
    {
        var cells = new EntityCells(locale);
        string[] street = cells.Of("place.street", 200);
        string[] number = cells.Of("place.house_number", 200);
        string[] postcode = cells.Of("place.postcode", 200);
        string[] city = cells.Of("place.city", 200);
        string[] region = cells.Of("place.region_code", 200);
        string[] address = cells.Of("place.address", 200);
        string[] full = cells.Of("place.full_address", 200);

        for (int row = 0; row < 200; row++)
        {
            bool isDutch = locale == "nl-NL";
            Assert.Equal(isDutch ? $"{street[row]} {number[row]}" : $"{number[row]} {street[row]}", address[row]);
            string town = isDutch ? $"{postcode[row]} {city[row]}" : $"{city[row]}, {region[row]} {postcode[row]}";
            Assert.Equal($"{address[row]}, {town}", full[row]);
        }
    }

    [Fact]
    public void Postcodes_have_their_country_s_form()
    {
        Assert.All(new EntityCells("en-US").Of("place.postcode", Rows), code => Assert.Matches("^[0-9]{5}$", code));
        Assert.All(
            new EntityCells("nl-NL").Of("place.postcode", 50_000),
            code => Assert.Matches("^[1-9][0-9]{3} (?!SA|SD|SS)[A-EGHJ-NPRSTVWXZ]{2}$", code));
    }

    // The first digits of each state or province, coarse but from another source than the list.
    [Theory]
    [InlineData("en-US", "NY", "^(1[0-4]|06390)")]
    [InlineData("en-US", "CA", "^9[0-6]")]
    [InlineData("en-US", "TX", "^(7[5-9]|885)")]
    [InlineData("en-US", "FL", "^3[2-4]")]
    [InlineData("en-US", "MA", "^0[12]")]
    [InlineData("en-US", "WA", "^9[89]")]
    [InlineData("en-US", "IL", "^6[0-2]")]
    [InlineData("en-US", "CO", "^8[01]")]
    [InlineData("en-US", "PA", "^1[5-9]")]
    [InlineData("en-US", "GA", "^3[019]")]
    [InlineData("en-US", "DC", "^20")]
    [InlineData("nl-NL", "NH", "^(1[0-9]|20|21)")]
    [InlineData("nl-NL", "ZH", "^(2[1-9]|3[0-3]|42)")]
    [InlineData("nl-NL", "UT", "^(3[4-9]|41)")]
    [InlineData("nl-NL", "ZE", "^4[3-5]")]
    [InlineData("nl-NL", "NB", "^(4[26-9]|5[0-8])")]
    [InlineData("nl-NL", "LI", "^(5[89]|6[0-4])")]
    [InlineData("nl-NL", "GE", "^(3[78]|4[01]|53|6[5-9]|7[0-3]|81)")]
    [InlineData("nl-NL", "OV", "^(7[4-7]|8[0-3])")]
    [InlineData("nl-NL", "FL", "^(13|38|8[23])")]
    [InlineData("nl-NL", "DR", "^(7[7-9]|94)")]
    [InlineData("nl-NL", "FR", "^(8[4-9]|9[0-2])")]
    [InlineData("nl-NL", "GR", "^9[5-9]")]
    public void Postcodes_start_as_those_of_their_region_do(string locale, string region, string start)
    {
        Place[] places = [.. EntityWords.For(locale, generator: 1).Places.Places.Where(place => place.RegionCode == region)];

        Assert.NotEmpty(places);
        Assert.All(places, place => Assert.All(place.Postcodes, code => Assert.Matches(start, code)));
    }

    [Fact]
    public void Big_cities_are_common_and_small_ones_rare()
    {
        string[] cities = new EntityCells("nl-NL").Of("place.city", 100_000);
        PlaceTable table = EntityWords.For("nl-NL", generator: 1).Places;
        double expected = 100_000.0 * table.Places.Single(place => place.City == "Amsterdam").Population / table.Places.Sum(place => place.Population);
        int amsterdam = cities.Count(city => city == "Amsterdam");

        Assert.InRange(amsterdam, expected * 0.95, expected * 1.05);
        Assert.InRange(cities.Count(city => city == "Urk"), 1, amsterdam / 20);
    }

    [Fact]
    public void Countries_are_written_in_their_language_and_coded()
    {
        Assert.All(new EntityCells("nl-NL").Of("place.country", 50), country => Assert.Equal("Nederland", country));
        Assert.All(new EntityCells("en-US").Of("place.country_code", 50), code => Assert.Equal("US", code));
    }

    [Fact]
    public void A_sixteenth_of_Dutch_house_numbers_has_a_letter()
    {
        int letters = new EntityCells("nl-NL").Of("place.house_number", 100_000).Count(number => char.IsAsciiLetterUpper(number[^1]));

        Assert.InRange(letters, 5_900, 6_600);
    }
}
