using SynthData.Catalogue;

namespace SynthData.Tests.Sources.Local.Entities.Locales;

/// <summary>Every text that a person, place, contact, company or page has in a locale looks like one of it.</summary>
public class LocaleShapeTests
{
    private const string Latin = "^[\\p{IsBasicLatin}\\p{IsLatin-1Supplement}\\p{IsLatinExtended-A}’–—]+$";

    public static TheoryData<string, string> TypesAndLocales()
    {
        var data = new TheoryData<string, string>();
        foreach (SemanticType type in SemanticTypes.All.Where(type => type.Group is "person" or "place" or "contact" or "company" or "internet" && !type.IsAnywhere))
        {
            foreach (string locale in SemanticTypes.LocalesOf(type))
                data.Add(type.Name, locale);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(TypesAndLocales))]
    public void Values_have_the_shape_of_their_type_in_their_locale(string type, string locale)
    {
        string[] values = new EntityCells(locale, generator: 2).Of(type, 1_000);

        Assert.All(values, value =>
        {
            Assert.Matches(Shape(type, locale), value);
            Assert.Equal(value.Trim(), value);
            Assert.DoesNotContain("  ", value, StringComparison.Ordinal);
        });
    }

    private static string Shape(string type, string locale) => type switch
    {
        "person.sex" => "^[FM]$",
        "person.email" or "contact.email" or "internet.email" => "^[a-z]+[._]?[a-z]+@example\\.(com|org|net)$",
        "person.username" or "internet.username" => "^[a-z]+[._]?[a-z]+[0-9]{0,2}$",
        "company.email" => "^info@[a-z0-9]+(-[a-z0-9]+)*\\.example$",
        "company.domain" or "internet.domain" => "^[a-z0-9]+(-[a-z0-9]+)*\\.example$",
        "internet.slug" => "^[a-z]+(-[a-z]+)+$",
        "internet.url" => "^https://www\\.[a-z]+(-[a-z]+)+\\.example/[a-z]+(-[a-z]+)+$",
        "place.country_code" => $"^{locale[^2..]}$",
        "place.region_code" => "^[0-9A-Z]{2,3}$",
        "place.latitude" or "place.longitude" => "^-?[0-9]+(\\.[0-9]+)?$",
        "place.population" => "^[0-9]+$",
        "place.time_zone" => "^[A-Z][A-Za-z]+/[A-Z][A-Za-z_/]+$",
        "place.house_number" => "^[0-9]+( ?[A-Za-z]+| к\\. [0-9])?$",
        "place.postcode" => Postcode(locale),
        "contact.phone" => "^\\+?[0-9() -]+$",
        _ => locale switch
        {
            "ru-RU" => "^[\\p{IsCyrillic}\\p{IsBasicLatin}«»—]+$",
            "ja-JP" => "^[\\p{IsCJKUnifiedIdeographs}\\p{IsHiragana}\\p{IsKatakana}々]+$",
            "zh-CN" => "^\\p{IsCJKUnifiedIdeographs}+$",
            _ => Latin,
        },
    };

    private static string Postcode(string locale) => locale switch
    {
        "nl-NL" => "^[1-9][0-9]{3} [A-Z]{2}$",
        "ru-RU" or "zh-CN" => "^[1-9][0-9]{5}$",
        "pl-PL" => "^[0-9]{2}-[0-9]{3}$",
        "pt-BR" => "^[0-9]{5}-[0-9]{3}$",
        "ja-JP" => "^[0-9]{3}-[0-9]{4}$",
        "en-GB" => "^[A-Z]{1,2}[0-9]{1,2} [0-9][ABDEFGHJLNPQRSTUWXYZ]{2}$",
        _ => "^[0-9]{5}$",
    };
}
