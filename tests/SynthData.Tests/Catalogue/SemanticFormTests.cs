using SynthData.Catalogue;
using SynthData.Tests.Rules.Validation;
using SynthData.Tests.Sources.Local.Entities;

namespace SynthData.Tests.Catalogue;

public class SemanticFormTests
{
    [Fact]
    public void What_is_made_has_the_form_of_its_standard_in_every_locale()
    {
        int forms = 0;
        foreach (SemanticType type in SemanticTypes.All)
        {
            foreach (SemanticLocale locale in type.Locales)
            {
                if (SemanticForm.Of(type, locale.Locale) is not { } form)
                    continue;
                forms++;
                Assert.All(new EntityCells(locale.Locale).Of(type.Name, 500), text => Assert.True(form.Matches(text), $"{type.Name} {locale.Locale} {text}"));
            }
        }

        Assert.InRange(forms, 60, 300);
    }

    [Theory]
    [InlineData("finance.card_number", "en-US", "4111 1111 1111 1111", "4111 1111 1111 1112")]
    [InlineData("finance.iban", "nl-NL", "NL91 ABNA 0417 1643 00", "NL91 ABNA 0417 1643 01")]
    [InlineData("finance.iban", "nl-NL", "gb82west12345698765432", "GB82 WEST 1234 5698 7654 23")]
    [InlineData("finance.routing_number", "en-US", "021000021", "021000012")]
    [InlineData("finance.bank_code", "en-US", "021000021", "02100002")]
    [InlineData("finance.bic", "de-DE", "DEUTDEFF500", "DEUTDEFF50")]
    [InlineData("finance.isin", "en-US", "US0378331005", "US0378330105")]
    [InlineData("finance.cusip", "en-US", "037833100", "037833010")]
    [InlineData("finance.lei", "en-US", "506700GE1G29325QX363", "506700GE1G29325QX336")]
    [InlineData("finance.sedol", "en-US", "B0WNLY7", "B0WNYL7")]
    [InlineData("commerce.ean13", "en-US", "4006381333931", "4006381333391")]
    [InlineData("commerce.ean8", "en-US", "73513537", "73513573")]
    [InlineData("commerce.upc", "en-US", "036000291452", "03600029145")]
    [InlineData("commerce.isbn13", "en-US", "978-0-306-40615-7", "978-0-306-40615-8")]
    [InlineData("commerce.isbn10", "en-US", "0-8044-2957-X", "0-8044-2957-1")]
    [InlineData("commerce.tracking_number", "en-US", "RR 473 124 829 GB", "RR 473 124 828 GB")]
    [InlineData("technology.imei", "en-US", "490154203237518", "490154203237519")]
    [InlineData("internet.md5", "en-US", "d41d8cd98f00b204e9800998ecf8427e", "d41d8cd98f00b204e9800998ecf8427")]
    [InlineData("internet.sha1", "en-US", "da39a3ee5e6b4b0d3255bfef95601890afd80709", "da39a3ee5e6b4b0d3255bfef95601890afd8070g")]
    [InlineData("transport.vin", "en-US", "1M8GDM9AXKP042788", "1M8GDM9AXKPO42788")]
    [InlineData("transport.container_number", "en-US", "CSQU 305438 3", "CSQU 305483 3")]
    [InlineData("transport.imo_number", "en-US", "IMO 9074729", "IMO 9074792")]
    [InlineData("transport.wagon_number", "en-US", "21 81 2471 217-3", "21 81 2471 217-4")]
    [InlineData("health.npi", "en-US", "1234567893", "1234567839")]
    [InlineData("person.national_id", "en-US", "123-45-6789", "123-00-6789")]
    [InlineData("person.national_id", "de-DE", "36 574 261 809", "36 574 261 890")]
    [InlineData("person.national_id", "fr-FR", "2 95 10 99 126 111 93", "2 95 10 99 126 111 94")]
    [InlineData("person.national_id", "nl-NL", "111222333", "111222334")]
    [InlineData("person.national_id", "ru-RU", "112-233-445 95", "112-233-454 95")]
    [InlineData("person.national_id", "es-ES", "54362315K", "54362351K")]
    [InlineData("person.national_id", "pl-PL", "44051401359", "44051401395")]
    [InlineData("person.national_id", "tr-TR", "17291716060", "17291716600")]
    [InlineData("person.national_id", "pt-BR", "390.533.447-05", "390.533.447-50")]
    [InlineData("person.tax_id", "fr-FR", "30 23 217 600 053", "30 23 217 600 054")]
    [InlineData("person.tax_id", "ru-RU", "500100732259", "500100732295")]
    [InlineData("finance.vat_number", "de-DE", "DE 136695976", "DE 136695967")]
    [InlineData("finance.vat_number", "fr-FR", "FR 40 303 265 045", "FR 41 303 265 045")]
    [InlineData("finance.vat_number", "nl-NL", "NL004495445B01", "NL004495454B01")]
    [InlineData("finance.vat_number", "en-GB", "GB 980 7806 84", "GB 980 7806 48")]
    [InlineData("finance.vat_number", "it-IT", "IT 00743110157", "IT 00743110175")]
    [InlineData("finance.vat_number", "pl-PL", "PL 856-734-62-15", "PL 856-734-62-51")]
    [InlineData("finance.company_number", "fr-FR", "552 008 443", "552 008 434")]
    [InlineData("finance.company_number", "ru-RU", "1022200525819", "1022200525891")]
    public void A_published_number_has_its_form_as_people_write_it_and_an_altered_one_has_not(string type, string locale, string known, string altered)
    {
        SemanticForm form = SemanticForm.Of(SemanticTypes.Find(type)!, locale)!;

        Assert.True(form.Matches(known));
        Assert.False(form.Matches(altered));
        Assert.False(form.Matches(""));
        Assert.False(form.Matches(new string('1', 500)));
    }

    [Theory]
    [InlineData("person.full_name", "en-US")]
    [InlineData("place.postcode", "nl-NL")]
    [InlineData("finance.account_number", "de-DE")]
    public void What_follows_no_standard_with_a_form_has_none(string type, string locale) => Assert.Null(SemanticForm.Of(SemanticTypes.Find(type)!, locale));

    [Fact]
    public async Task Data_of_any_origin_is_held_to_the_check_digits_of_its_types()
    {
        const string schema = """
            synthdata: 1
            name: accounts
            locale: nl-NL
            tables:
              accounts:
                rows: 3
                columns:
                  iban: { semantic: finance.iban, nulls: 50% }
                  bsn:  { semantic: person.national_id }
            """;
        using (CheckedData right = new(schema))
        {
            right.Write("accounts.csv", "iban,bsn\nNL91 ABNA 0417 1643 00,111222333\n,111222333\nGB82WEST12345698765432,111222333\n");
            CheckedData.AssertClean(await right.RunAsync());
        }

        using CheckedData wrong = new(schema);
        wrong.Write("accounts.csv", "iban,bsn\nNL91ABNA0417164300,111222333\n,111222333\nGB82WEST12345698765423,111222333\n");
        CheckedData.AssertOnly(await wrong.RunAsync(), "SD4049", "accounts.csv row 3", "accounts.iban", "not an IBAN");
    }

    [Fact]
    public async Task Where_a_column_decides_the_locale_a_number_of_any_of_them_will_do()
    {
        using CheckedData data = new("""
            synthdata: 1
            generator: 2
            name: people
            tables:
              people:
                rows: 3
                columns:
                  country: { values: [DE, NL] }
                  number:  { semantic: person.national_id, locale: { given: country, values: { DE: de-DE, NL: nl-NL } } }
            """);
        data.Write("people.csv", "country,number\nDE,36574261809\nNL,111222333\nNL,111222334\n");
        CheckedData.AssertOnly(await data.RunAsync(), "SD4049", "row 3", "an IdNr (ISO 7064 MOD 11,10) or a BSN (proof by 11)");
    }
}
