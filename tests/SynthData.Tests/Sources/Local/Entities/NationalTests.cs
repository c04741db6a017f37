using System.Globalization;
using System.Numerics;
using SynthData.Catalogue;
using SynthData.Sources.Local.Entities.Finance;
using SynthData.Sources.Local.Entities.Nationals;

namespace SynthData.Tests.Sources.Local.Entities;

public class NationalTests
{
    private const int Rows = 3_000;

    [Theory]
    [InlineData("person.national_id", "en-US", "900-01-0001", "")]
    [InlineData("person.national_id", "de-DE", "36574261809", "36574261890")]
    [InlineData("person.national_id", "fr-FR", "295109912611193", "295109912611195")]
    [InlineData("person.national_id", "nl-NL", "111222333", "111252333")]
    [InlineData("person.national_id", "ru-RU", "112-233-445 95", "112-233-445 96")]
    [InlineData("person.national_id", "en-GB", "QQ123456C", "QQ123456E")]
    [InlineData("person.national_id", "es-ES", "54362315K", "54362315Z")]
    [InlineData("person.national_id", "pl-PL", "44051401359", "44051401358")]
    [InlineData("person.national_id", "tr-TR", "17291716060", "17291716050")]
    [InlineData("person.national_id", "pt-BR", "390.533.447-05", "390.533.447-06")]
    [InlineData("person.tax_id", "fr-FR", "3023217600053", "3023217600054")]
    [InlineData("person.tax_id", "ru-RU", "500100732259", "500100732258")]
    [InlineData("finance.vat_number", "de-DE", "DE136695976", "DE136695978")]
    [InlineData("finance.vat_number", "fr-FR", "FR40303265045", "FR84323140391")]
    [InlineData("finance.vat_number", "nl-NL", "NL004495445B01", "NL123456789B90")]
    [InlineData("finance.vat_number", "en-GB", "GB980780684", "GB802311781")]
    [InlineData("finance.vat_number", "es-ES", "ESB58378431", "ESB58378432")]
    [InlineData("finance.vat_number", "it-IT", "IT00743110157", "IT00743110158")]
    [InlineData("finance.vat_number", "pl-PL", "PL8567346215", "PL8567346216")]
    [InlineData("finance.company_number", "fr-FR", "552008443", "404833047")]
    [InlineData("finance.company_number", "ru-RU", "1022200525819", "1022500001328")]
    public void Numbers_are_right_by_the_rule_that_knows_a_published_one_from_an_altered(string type, string locale, string known, string altered)
    {
        var cells = new EntityCells(locale);
        Assert.True(IsRight(type, locale, known), known);
        if (altered.Length > 0)
            Assert.False(IsRight(type, locale, altered), altered);

        Assert.All(cells.Of(type, Rows), text => Assert.True(IsRight(type, locale, text), text));
        long capacity = SemanticTypes.Find(type)!.In(locale)!.UniqueCapacity;
        Assert.All(cells.Unique(type, [0, 1, 2, capacity / 2, capacity - 2, capacity - 1]), text => Assert.True(IsRight(type, locale, text), text));
    }

    [Theory]
    [InlineData("en-US", "^9[0-9]{2}-(0[1-9]|[1-4][0-9])-[0-9]{4}$")]
    [InlineData("de-DE", "^0[0-9]{10}$")]
    [InlineData("nl-NL", "^9[0-9]{8}$")]
    [InlineData("en-GB", "^QQ[0-9]{6}[A-D]$")]
    public void What_can_be_is_of_a_range_that_is_nobody_s(string locale, string form) =>
        Assert.All(new EntityCells(locale).Of("person.national_id", Rows), text => Assert.Matches(form, text));

    [Theory]
    [InlineData("fr-FR", 0, '1', '2')]
    [InlineData("pl-PL", 9, '1', '0')]
    public void A_number_that_tells_the_sex_tells_that_of_the_person(string locale, int place, char man, char woman)
    {
        var cells = new EntityCells(locale);
        long[] rows = [.. Enumerable.Range(0, 400).Select(row => (long)row)];
        string[] men = cells.Of("person.national_id", rows, [], [.. Enumerable.Repeat((sbyte)1, 400)]);
        string[] women = cells.Of("person.national_id", rows, [], [.. Enumerable.Repeat((sbyte)0, 400)]);

        Assert.All(men, text => Assert.Equal(man % 2, text[place] % 2));
        Assert.All(women, text => Assert.Equal(woman % 2, text[place] % 2));
        if (locale == "fr-FR")
            Assert.All(women, text => Assert.Equal('2', text[0]));
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("de-DE")]
    [InlineData("nl-NL")]
    public void Where_the_national_number_serves_for_taxes_it_is_the_same(string locale)
    {
        var cells = new EntityCells(locale);
        Assert.Equal(cells.Of("person.national_id", 100), cells.Of("person.tax_id", 100));
    }

    [Theory]
    [InlineData("en-US", "^[A-Z][0-9]{8}$")]
    [InlineData("de-DE", "^[CFGHJ][0-9CFGHJKLMNPRTVWXYZ]{3}[0-9]{5}$")]
    [InlineData("fr-FR", "^[0-9]{2}[A-Z]{2}[0-9]{5}$")]
    [InlineData("nl-NL", "^[A-NP-Z]{2}[0-9]{7}$")]
    [InlineData("ru-RU", "^7[0-9] [0-9]{7}$")]
    public void Passports_have_their_country_s_form(string locale, string form)
    {
        long capacity = SemanticTypes.Find("person.passport_number")!.In(locale)!.UniqueCapacity;
        var cells = new EntityCells(locale);

        Assert.Equal(NationalNumber.PassportOf(locale).Capacity, capacity);
        Assert.All([.. cells.Of("person.passport_number", Rows), .. cells.Unique("person.passport_number", [0, capacity - 1])], text => Assert.Matches(form, text));
    }

    [Fact]
    public void The_catalogue_knows_how_many_there_are()
    {
        Assert.All(SemanticTypes.Find("person.national_id")!.Locales, locale => Assert.Equal(NationalNumber.Of(locale.Locale).Capacity, locale.UniqueCapacity));
        Assert.All(SemanticTypes.Find("person.tax_id")!.Locales, locale => Assert.Equal(
            (NationalNumber.IsTaxNumber(locale.Locale) ? NationalNumber.Of(locale.Locale) : NationalNumber.TaxOf(locale.Locale)).Capacity, locale.UniqueCapacity));
        Assert.All(SemanticTypes.Find("finance.vat_number")!.Locales, locale => Assert.Equal(BusinessNumber.Vat(locale.Locale).Capacity, locale.UniqueCapacity));
        Assert.All(SemanticTypes.Find("finance.company_number")!.Locales, locale => Assert.Equal(BusinessNumber.Company(locale.Locale).Capacity, locale.UniqueCapacity));
    }

    [Fact]
    public void A_French_VAT_number_is_of_the_row_s_company()
    {
        var cells = new EntityCells("fr-FR");
        Assert.All(cells.Of("finance.company_number", Rows).Zip(cells.Of("finance.vat_number", Rows)), pair => Assert.Equal(pair.First, pair.Second[4..]));
    }

    // Each rule as the country publishes it.
    private static bool IsRight(string type, string locale, string text) => (type, locale) switch
    {
        ("person.national_id", "en-US") => text.Length == 11 && text[4..6] != "00" && text[7..] != "0000",
        ("person.national_id", "de-DE") => text.Length == 11 && Standards.Mod1110(text) && HasOneDigitTwice(text[..10]),
        ("person.national_id", "fr-FR") => text.Length == 15 && long.Parse(text[..13], CultureInfo.InvariantCulture) % 97 == 97 - int.Parse(text[13..], CultureInfo.InvariantCulture),
        ("person.national_id", "nl-NL") => IsDutch(text),
        ("person.national_id", "ru-RU") => IsPension(text),
        ("person.national_id", "en-GB") => text.Length == 9 && text[8] is >= 'A' and <= 'D',
        ("person.national_id", "es-ES") => text[8] == "TRWAGMYFPDXBNJZSQVHLCKE"[int.Parse(text[..8], CultureInfo.InvariantCulture) % 23],
        ("person.national_id", "pl-PL") => text.Length == 11 && Standards.Weighs(text, 10, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1),
        ("person.national_id", "tr-TR") => IsTurkish(text),
        ("person.national_id", "pt-BR") => IsBrazilian(text),
        ("person.tax_id", "fr-FR") => text.Length == 13 && BigInteger.Parse(text[..10], CultureInfo.InvariantCulture) % 511 == int.Parse(text[10..], CultureInfo.InvariantCulture),
        ("person.tax_id", "ru-RU") => Standards.Sum(text[..10], 7, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11 % 10 == Standards.Value(text[10])
            && Standards.Sum(text[..11], 3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11 % 10 == Standards.Value(text[11]),
        ("finance.vat_number", "de-DE") => text.Length == 11 && text[2] != '0' && Standards.Mod1110(text[2..]),
        ("finance.vat_number", "fr-FR") => Standards.Luhn(text[4..])
            && (12 + (3 * (int.Parse(text[4..], CultureInfo.InvariantCulture) % 97))) % 97 == int.Parse(text[2..4], CultureInfo.InvariantCulture),
        ("finance.vat_number", "nl-NL") => text.Length == 14 && text[11] == 'B' && IsDutch(text[2..11]),
        ("finance.vat_number", "en-GB") => text.Length == 11
            && (Standards.Sum(text[2..9], 8, 7, 6, 5, 4, 3, 2) + int.Parse(text[9..], CultureInfo.InvariantCulture)) % 97 == 0,
        ("finance.vat_number", "es-ES") => text.Length == 11 && text[2] is 'A' or 'B' && IsSpanishCompany(text[3..]),
        ("finance.vat_number", "it-IT") => text.Length == 13 && int.Parse(text[9..12], CultureInfo.InvariantCulture) is >= 1 and <= 100 or 120 or 121 or 888 or 999 && Standards.Luhn(text[2..]),
        ("finance.vat_number", "pl-PL") => text.Length == 12 && Standards.Weighs(text[2..], 11, 6, 5, 7, 2, 3, 4, 5, 6, 7, -1),
        ("finance.company_number", "fr-FR") => text.Length == 9 && Standards.Luhn(text),
        ("finance.company_number", "ru-RU") => text.Length == 13 && long.Parse(text[..12], CultureInfo.InvariantCulture) % 11 % 10 == Standards.Value(text[12]),
        _ => throw new ArgumentException(type, nameof(type)),
    };

    private static bool HasOneDigitTwice(string digits) =>
        digits.GroupBy(digit => digit).Count(same => same.Count() == 2) == 1 && digits.Distinct().Count() == 9;

    private static bool IsDutch(string digits) => digits.Length == 9 && Standards.Sum(digits, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0;

    private static bool IsPension(string text)
    {
        int rest = Standards.Sum(text[..11].Replace("-", "", StringComparison.Ordinal), 9, 8, 7, 6, 5, 4, 3, 2, 1) % 101;
        return text[11] == ' ' && (rest == 100 ? 0 : rest) == int.Parse(text[12..], CultureInfo.InvariantCulture);
    }

    private static bool IsTurkish(string text)
    {
        int[] digits = [.. text.Select(Standards.Value)];
        return text.Length == 11 && digits[0] != 0
            && ((digits[0] + digits[2] + digits[4] + digits[6] + digits[8]) * 7 + 100 - digits[1] - digits[3] - digits[5] - digits[7]) % 10 == digits[9]
            && digits[..10].Sum() % 10 == digits[10];
    }

    private static bool IsBrazilian(string text)
    {
        string digits = text.Replace(".", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        int first = (Standards.Sum(digits[..9], 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10) % 11 % 10;
        int second = (Standards.Sum(digits[..10], 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10) % 11 % 10;
        return digits.Length == 11 && digits.Distinct().Count() > 1 && first == Standards.Value(digits[9]) && second == Standards.Value(digits[10]);
    }

    // Digits of even places, and the digits of the doubles of odd ones, taken from ten.
    private static bool IsSpanishCompany(string digits)
    {
        int even = digits[..7].Where((digit, place) => place % 2 == 1).Sum(Standards.Value);
        int odd = digits[..7].Where((digit, place) => place % 2 == 0).Select(digit => Standards.Value(digit) * 2).Sum(twice => (twice / 10) + (twice % 10));
        return (10 - ((even + odd) % 10)) % 10 == Standards.Value(digits[7]);
    }
}
