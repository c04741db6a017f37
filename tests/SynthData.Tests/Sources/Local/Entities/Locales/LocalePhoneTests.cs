using PhoneNumbers;
using SynthData.Catalogue;
using SynthData.Sources.Local.Entities;

namespace SynthData.Tests.Sources.Local.Entities.Locales;

/// <summary>Judged by libphonenumber, which knows the numbering plans of all countries.</summary>
public class LocalePhoneTests
{
    private static readonly PhoneNumberUtil Plans = PhoneNumberUtil.GetInstance();

    public static TheoryData<string> Named => [.. SynthData.Catalogue.Locales.Named];

    [Theory]
    [MemberData(nameof(Named))]
    public void Numbers_are_valid_in_their_country(string locale) =>
        Assert.All(new EntityCells(locale, generator: 2).Of("contact.phone", 5_000), phone => AssertValid(phone, locale));

    [Theory]
    [MemberData(nameof(Named))]
    public void Unique_numbers_are_valid_too_and_no_two_are_alike(string locale)
    {
        long count = Math.Min(5_000, SemanticTypes.Find("contact.phone")!.In(locale)!.UniqueCapacity);
        string[] phones = new EntityCells(locale, generator: 2).Unique("contact.phone", [.. Enumerable.Range(0, (int)count).Select(tag => (long)tag)]);

        Assert.Equal(count, phones.Distinct().Count());
        Assert.All(phones, phone => AssertValid(phone, locale));
    }

    [Fact]
    public void All_places_of_a_pattern_are_different_texts()
    {
        var patterns = new DigitPatterns(new WeightedTexts([("a#-@", 1), ("b##", 5)]));
        HashSet<string> texts = [];
        Span<char> text = stackalloc char[8];
        for (long place = 0; place < patterns.Capacity; place++)
        {
            var writer = new CellWriter(text);
            patterns.AddPlace(place, ref writer);
            texts.Add(writer.Text.ToString());
        }

        Assert.Equal((10 * 20) + 100, texts.Count);
    }

    // A unique column may take its numbers from several locales.
    [Fact]
    public void Unique_numbers_of_two_locales_never_look_alike()
    {
        string[] locales = [.. SynthData.Catalogue.Locales.Named];
        string[][] shapes = [.. locales.Select(locale => new EntityCells(locale, generator: 2)
            .Unique("contact.phone", [.. Enumerable.Range(0, 5_000).Select(tag => (long)tag)])
            .Select(phone => string.Concat(phone.Select(character => char.IsAsciiDigit(character) ? '#' : character))).Distinct().ToArray())];
        for (int one = 0; one < locales.Length; one++)
        {
            for (int other = 0; other < one; other++)
            {
                string[] both = [.. shapes[one].Intersect(shapes[other])];
                Assert.True(both.Length == 0, $"{locales[one]} and {locales[other]}: {string.Join(" | ", both)}");
            }
        }
    }

    private static void AssertValid(string phone, string locale)
    {
        string country = locale[^2..];
        PhoneNumber number = Plans.Parse(phone, country);
        Assert.True(Plans.IsValidNumberForRegion(number, country), $"{phone} is not valid in {country}.");
    }
}
