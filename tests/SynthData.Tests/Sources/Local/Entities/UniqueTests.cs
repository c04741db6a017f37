using SynthData.Catalogue;

namespace SynthData.Tests.Sources.Local.Entities;

public class UniqueTests
{
    private const int Rows = 100_000;

    public static TheoryData<string, string> Tagged()
    {
        var data = new TheoryData<string, string>();
        foreach (SemanticType type in SemanticTypes.All)
        {
            foreach (SemanticLocale locale in type.Locales.Where(locale => locale.UniqueCapacity >= Rows))
                data.Add(type.Name, locale.Locale);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Tagged))]
    public void No_two_tagged_texts_are_alike(string type, string locale)
    {
        // A permutation of the row indices, as a run gives it: 99,991 and 100,000 share no divisor.
        long[] tags = [.. Enumerable.Range(0, Rows).Select(row => row * 99_991L % Rows)];

        Assert.Equal(Rows, new EntityCells(locale).Unique(type, tags).Distinct().Count());
    }

    [Fact]
    public void An_address_ends_in_its_tag_and_keeps_the_rest_of_the_text()
    {
        var cells = new EntityCells("nl-NL");
        string[] plain = cells.Of("person.email", 3);
        string[] tagged = cells.Unique("person.email", [4821, 7, 0]);

        Assert.Equal(plain.Zip([4821, 7, 0], (text, tag) => text.Replace("@", $".{tag}@", StringComparison.Ordinal)), tagged);
    }

    [Fact]
    public void A_redraw_changes_the_name_and_keeps_the_tag()
    {
        var cells = new EntityCells("nl-NL");
        string first = Assert.Single(cells.Of("person.email", [5], [123], []));
        string second = Assert.Single(cells.Of("person.email", [5], [123], [], draw: 1));

        Assert.NotEqual(first, second);
        Assert.Contains(".123@", first, StringComparison.Ordinal);
        Assert.Contains(".123@", second, StringComparison.Ordinal);
    }
}
