using SynthData.Catalogue;
using SynthData.Sources.Local.Entities;
using SynthData.Sources.Local.Entities.Commerce;

namespace SynthData.Tests.Sources.Local.Entities;

public class CommerceTests
{
    private const int Rows = 3_000;

    private readonly EntityCells cells = new("en-US");

    [Fact]
    public void The_judges_know_published_numbers_and_tell_altered_ones()
    {
        Assert.All(["4006381333931", "9780306406157", "73513537", "036000291452"], text => Assert.True(Standards.Gtin(text), text));
        Assert.True(IsOldBook("0306406152"));
        Assert.True(IsOldBook("080442957X"));
        Assert.True(IsParcel("RR473124829GB"));

        Assert.False(Standards.Gtin("4006381333932"));
        Assert.False(IsOldBook("0306406153"));
        Assert.False(IsParcel("RR473124828GB"));
    }

    [Theory]
    [InlineData("commerce.ean13", "^952[0-9]{10}$", ArticleColumns.EanCapacity)]
    [InlineData("commerce.gtin14", "^1952[0-9]{10}$", ArticleColumns.EanCapacity)]
    [InlineData("commerce.ean8", "^2[0-9]{7}$", ArticleColumns.Ean8Capacity)]
    [InlineData("commerce.upc", "^4[0-9]{11}$", ArticleColumns.UpcCapacity)]
    [InlineData("commerce.isbn13", "^978[0-57][0-9]{9}$", ArticleColumns.IsbnCapacity)]
    public void Article_numbers_are_right_and_of_prefixes_that_collide_with_none(string type, string form, long capacity)
    {
        Assert.Equal(capacity, SemanticTypes.Find(type)!.In("en-US")!.UniqueCapacity);
        Assert.All([.. cells.Of(type, Rows), .. cells.Unique(type, [0, 1, capacity - 1])], text =>
        {
            Assert.Matches(form, text);
            Assert.True(Standards.Gtin(text), text);
        });
    }

    [Fact]
    public void The_short_article_numbers_are_used_up_to_the_last() =>
        Assert.Equal(1_000_000, cells.Unique("commerce.ean8", [.. Enumerable.Range(0, 1_000_000).Select(tag => (long)tag)]).Distinct().Count());

    [Fact]
    public void Numbers_old_and_new_are_of_one_book_and_a_case_is_of_its_article()
    {
        string[] old = cells.Of("commerce.isbn10", Rows);

        Assert.All(old, text => Assert.True(IsOldBook(text), text));
        Assert.Contains(old, text => text.EndsWith('X'));
        Assert.Equal(old.Select(text => text[..9]), cells.Of("commerce.isbn13", Rows).Select(text => text[3..12]));
        Assert.Equal(cells.Of("commerce.ean13", Rows).Select(text => text[..12]), cells.Of("commerce.gtin14", Rows).Select(text => text[1..13]));
    }

    [Fact]
    public void Parcels_have_numbers_of_the_international_post() =>
        Assert.All(cells.Of("commerce.tracking_number", Rows), text => Assert.True(IsParcel(text), text));

    [Theory]
    [InlineData("en-US", "kettle", "Kitchen appliances", "Home & Kitchen")]
    [InlineData("de-DE", "Wasserkocher", "Küchengeräte", "Haus & Küche")]
    [InlineData("fr-FR", "bouilloire", "Électroménager", "Maison et cuisine")]
    [InlineData("nl-NL", "waterkoker", "Keukenapparatuur", "Wonen en keuken")]
    [InlineData("ru-RU", "чайник", "Кухонная техника", "Дом и кухня")]
    public void A_product_lies_on_its_shelf_and_is_made_of_what_it_can_be(string locale, string kettle, string category, string department)
    {
        var own = new EntityCells(locale);
        string[] product = own.Of("commerce.product", Rows);
        string[] shelf = own.Of("commerce.product_category", Rows);
        string[] where = own.Of("commerce.department", Rows);
        string[] name = own.Of("commerce.product_name", Rows);
        string[] material = own.Of("commerce.material", Rows);
        RecordTable products = RecordTable.Of("product");
        RecordTable materials = RecordTable.Of("material");

        Assert.Contains((kettle, category, department), product.Zip(shelf, where));
        for (int row = 0; row < Rows; row++)
        {
            Assert.Contains(product[row], name[row], StringComparison.OrdinalIgnoreCase);
            Assert.Contains(' ', name[row]);
            int[] fitting = [.. Enumerable.Range(0, products.Count).Where(record => products.Field("product", locale)[record] == product[row])];
            Assert.Contains(shelf[row], fitting.Select(record => products.Field("product_category", locale)[record]));
            string key = materials.Field("key")[materials.Field("material", locale).IndexOf(material[row])];
            Assert.Contains(fitting, record => products.Field("materials")[record].Split(',').Contains(key)
                || materials.Field("material", locale).Count(text => text == material[row]) > 1);
        }
    }

    [Fact]
    public void A_unique_product_has_its_tag_for_a_number() =>
        Assert.Matches("^[A-Z][a-z]+ 4821 [a-zA-Z -]+$", Assert.Single(cells.Of("commerce.product_name", [7], [4821], [])));

    [Theory]
    [InlineData("en-US")]
    [InlineData("ru-RU")]
    public void A_colour_has_one_value(string locale)
    {
        var own = new EntityCells(locale);
        (string, string)[] pairs = [.. own.Of("commerce.color", Rows).Zip(own.Of("commerce.color_hex", Rows))];

        Assert.All(pairs, pair => Assert.Matches("^#[0-9A-F]{6}$", pair.Item2));
        Assert.Equal(pairs.Select(pair => pair.Item1).Distinct().Count(), pairs.Distinct().Count());
    }

    private static bool IsOldBook(string text) =>
        text.Length == 10 && text.Select((digit, place) => (digit == 'X' ? 10 : digit - '0') * (10 - place)).Sum() % 11 == 0;

    // UPU S10: weights 8 6 4 2 3 5 9 7; eleven less the rest, 0 for ten and 5 for eleven.
    private static bool IsParcel(string text)
    {
        int check = 11 - (Standards.Sum(text[2..10], 8, 6, 4, 2, 3, 5, 9, 7) % 11);
        return text.Length == 13 && Standards.Value(text[10]) == check switch { 10 => 0, 11 => 5, _ => check };
    }
}
