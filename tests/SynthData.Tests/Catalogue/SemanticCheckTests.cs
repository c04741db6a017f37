using SynthData.Catalogue;
using SynthData.Diagnostics;
using SynthData.Schema;

namespace SynthData.Tests.Catalogue;

public class SemanticCheckTests
{
    private readonly DiagnosticBag bag = [];

    private SemanticCheck Check => new("customers.c", new SourcePosition("shop.yaml", 7, 9), bag);

    [Fact]
    public void A_known_type_with_data_is_given()
    {
        Assert.Equal("place.city", Check.Find("place.city", "nl-NL")?.Name);
        Assert.Empty(bag);
    }

    [Fact]
    public void An_unknown_type_is_refused_with_a_suggestion()
    {
        Assert.Null(Check.Find("person.first_nmae", "nl-NL"));

        Assert.StartsWith("shop.yaml(7,9): error SD2200: Column 'customers.c' has the semantic type 'person.first_nmae'", Single());
        Assert.Contains("Did you mean 'person.first_name'?", Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sv-SE")]
    [InlineData("nl-BE")]
    [InlineData("nl")]
    [InlineData("en-GB")]
    public void A_locale_without_data_is_refused_with_those_that_have_some(string locale)
    {
        Assert.Null(Check.Find("place.city", locale));

        Assert.Contains("error SD2201:", Single(), StringComparison.Ordinal);
        Assert.Contains($"'{locale}', for which there is no data; there is for: en-US, de-DE, fr-FR, nl-NL, ru-RU.", Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_whose_values_repeat_cannot_be_unique()
    {
        Assert.False(Check.IsUnique(SemanticTypes.Find("place.city")!, "nl-NL", rows: 10));

        Assert.Contains("error SD2202:", Single(), StringComparison.Ordinal);
        Assert.Contains("person.email", Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void More_unique_rows_than_there_are_values_are_refused()
    {
        SemanticType phone = SemanticTypes.Find("contact.phone")!;
        Assert.True(Check.IsUnique(phone, "en-US", rows: 27_300));
        Assert.False(Check.IsUnique(phone, "en-US", rows: 27_301));

        Assert.Contains("error SD2203:", Single(), StringComparison.Ordinal);
        Assert.Contains("has 27300 different values in the locale 'en-US' and the table 27301 rows", Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_postcode_is_no_number()
    {
        Assert.False(Check.Fits(SemanticTypes.Find("place.postcode")!, ColumnType.Int64));

        Assert.Contains("error SD2204: Column 'customers.c' has the type 'int64', but 'place.postcode' makes string.", Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_population_fits_both_whole_types()
    {
        SemanticType population = SemanticTypes.Find("place.population")!;
        Assert.True(Check.Fits(population, new ColumnType(ColumnKind.Int32)));
        Assert.True(Check.Fits(population, ColumnType.Int64));
    }

    private string Single() => Assert.Single(bag).ToString();
}
