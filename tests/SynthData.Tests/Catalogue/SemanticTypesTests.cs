using SynthData.Catalogue;
using SynthData.Schema;
using SynthData.Sources.Local.Entities;
using SynthData.Tests.Snapshots;
using SynthData.Tests.Sources.Local.Entities;

namespace SynthData.Tests.Catalogue;

public class SemanticTypesTests
{
    public static TheoryData<string, string> TypesAndLocales()
    {
        var data = new TheoryData<string, string>();
        foreach (SemanticType type in SemanticTypes.All)
        {
            foreach (string locale in SemanticTypes.LocalesOf(type))
                data.Add(type.Name, locale);
        }

        return data;
    }

    [Fact]
    public void Every_type_is_made_in_every_locale_it_claims_and_its_example_is_what_row_1_of_the_table_of_examples_holds()
    {
        string[] examples = [.. TypesAndLocales().Select(row => (Name: row.Data.Item1, Locale: row.Data.Item2)).Select(type =>
            $"{type.Name}\t{type.Locale}\t{new EntityCells(type.Locale, generator: SchemaLimits.NewestGenerator).Of(type.Name, 2)[1]}")];

        Snapshot.MatchFile(string.Join('\n', examples.Order(StringComparer.Ordinal)), Repository.PathOf("src", "SynthData", "Catalogue", "Examples.txt"));
    }

    [Fact]
    public void Names_are_a_group_and_an_attribute_and_no_two_are_alike()
    {
        Assert.All(SemanticTypes.All, type => Assert.Matches("^[a-z]+\\.[a-z0-9_]+$", type.Name));
        Assert.Equal(SemanticTypes.All.Length, SemanticTypes.All.Select(type => type.Name).Distinct().Count());
    }

    [Fact]
    public void A_type_is_the_same_everywhere_or_names_its_locales_English_first()
    {
        Assert.All(SemanticTypes.All, type =>
        {
            string[] locales = [.. SemanticTypes.LocalesOf(type)];
            Assert.Equal(locales.Length, locales.Distinct().Count());
            Assert.Equal(type.IsAnywhere, locales.Contains(SemanticLocale.Any));
            Assert.True(!type.IsAnywhere || locales.Length == 1, type.Name);
            Assert.True(locales[0] is "en-US" or SemanticLocale.Any || !locales.Contains("en-US"), type.Name);
        });
        Assert.Throws<ArgumentException>(() => EntityWords.For("xx-XX", generator: 1));
    }

    [Theory]
    [InlineData("sw-KE")]
    [InlineData("ja-JP")]
    public void What_is_the_same_everywhere_is_the_same_in_any_locale(string locale)
    {
        Assert.All(SemanticTypes.All.Where(type => type.IsAnywhere), type =>
        {
            Assert.NotNull(type.In(locale));
            Assert.Equal(new EntityCells("en-US").Of(type.Name, 20), new EntityCells(locale).Of(type.Name, 20));
        });
    }

    public static TheoryData<string> Named => [.. Locales.Named];

    [Theory]
    [MemberData(nameof(Named))]
    public void The_capacity_of_telephone_numbers_is_that_of_their_plan(string locale)
    {
        Assert.Equal(EntityWords.For(locale, generator: 1).Phones.Capacity, SemanticTypes.Find("contact.phone")!.In(locale)!.UniqueCapacity);
    }

    [Fact]
    public void The_capacity_of_hardware_addresses_is_theirs()
    {
        Assert.Equal(InternetEntity.MacCapacity, SemanticTypes.Find("internet.mac")!.In("nl-NL")!.UniqueCapacity);
    }

    [Fact]
    public void What_is_no_text_is_a_coordinate_a_population_or_a_number_people_compute_with()
    {
        Assert.Equal(
            ["place.latitude double", "place.longitude double", "place.population int64", "finance.currency_digits int64", "internet.port int64", "internet.http_status int64",
             "technology.error_number int64", "transport.vehicle_year int64", "time.weekday_number int64", "time.month_number int64"],
            SemanticTypes.All.Where(type => type.Type != ColumnType.Text).Select(type => $"{type.Name} {type.Type}"));
    }

    [Fact]
    public void A_name_that_is_none_is_not_found()
    {
        Assert.Null(SemanticTypes.Find("person.shoe_size"));
        Assert.Equal(" Did you mean 'person.full_name'?", SemanticTypes.SuggestionFor("person.fullname"));
        Assert.Equal(" Did you mean 'place.postcode'?", SemanticTypes.SuggestionFor("address.zip"));
        Assert.Equal("", SemanticTypes.SuggestionFor("qqqqqqqqqqqqqqqq"));
    }
}
