using SynthData.Catalogue;
using SynthData.Schema;
using SynthData.Sources.Local.Entities;
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

    [Theory]
    [MemberData(nameof(TypesAndLocales))]
    public void Every_type_is_made_in_every_locale_it_claims_and_its_example_is_what_row_1_of_the_table_of_examples_holds(string name, string locale)
    {
        SemanticLocale has = SemanticTypes.Find(name)!.In(locale)!;

        Assert.Equal(has.Example, new EntityCells(locale).Of(name, 2)[1]);
    }

    [Fact]
    public void Names_are_a_group_and_an_attribute_and_no_two_are_alike()
    {
        Assert.All(SemanticTypes.All, type => Assert.Matches("^[a-z]+\\.[a-z0-9_]+$", type.Name));
        Assert.Equal(SemanticTypes.All.Length, SemanticTypes.All.Select(type => type.Name).Distinct().Count());
    }

    [Fact]
    public void Every_type_has_both_locales_and_no_other()
    {
        Assert.All(SemanticTypes.All, type => Assert.Equal(["en-US", "nl-NL"], SemanticTypes.LocalesOf(type)));
        Assert.Throws<ArgumentException>(() => EntityWords.For("de-DE"));
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("nl-NL")]
    public void The_capacity_of_telephone_numbers_is_that_of_their_plan(string locale)
    {
        Assert.Equal(EntityWords.For(locale).Phones.Capacity, SemanticTypes.Find("contact.phone")!.In(locale)!.UniqueCapacity);
    }

    [Fact]
    public void The_capacity_of_hardware_addresses_is_theirs()
    {
        Assert.Equal(InternetEntity.MacCapacity, SemanticTypes.Find("internet.mac")!.In("nl-NL")!.UniqueCapacity);
    }

    [Fact]
    public void Coordinates_are_doubles_population_is_whole_and_all_else_is_text()
    {
        Assert.Equal(
            ["place.latitude double", "place.longitude double", "place.population int64"],
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
