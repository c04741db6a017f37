using System.Globalization;
using System.Numerics;
using SynthData.Catalogue;
using SynthData.Sources.Local.Entities.Finance;

namespace SynthData.Tests.Sources.Local.Entities;

public class FinanceTests
{
    private const int Rows = 3_000;

    private readonly EntityCells cells = new("en-US");

    [Fact]
    public void The_judges_know_published_numbers_and_tell_altered_ones()
    {
        Assert.All(["4111111111111111", "378282246310005", "5555555555554444"], text => Assert.True(Standards.Luhn(text)));
        Assert.All(["GB82WEST12345698765432", "DE89370400440532013000", "FR1420041010050500013M02606", "NL91ABNA0417164300"], text => Assert.True(Standards.Iban(text)));
        Assert.True(Standards.Isin("US0378331005"));
        Assert.True(Standards.Mod97("506700GE1G29325QX363"));
        Assert.True(IsCusip("037833100"));
        Assert.True(IsSedol("B0WNLY7"));
        Assert.True(Standards.Weighs("021000021", 10, 3, 7, 1, 3, 7, 1, 3, 7, 1));
        Assert.True(IsSpanish("21000418450200051332"));
        Assert.True(IsItalian("X0542811101000000123456"));

        Assert.False(Standards.Luhn("4111111111111112"));
        Assert.False(Standards.Iban("NL91ABNA0417164301"));
        Assert.False(Standards.Isin("US0378331015"));
        Assert.False(IsCusip("037833110"));
        Assert.False(IsSedol("B0WNLY8"));
        Assert.False(IsSpanish("21000418460200051332"));
        Assert.False(IsItalian("Y0542811101000000123456"));
    }

    [Fact]
    public void Number_brand_code_and_expiry_are_of_one_card()
    {
        string[] number = cells.Of("finance.card_number", Rows);
        string[] brand = cells.Of("finance.card_brand", Rows);
        string[] code = cells.Of("finance.card_code", Rows);
        string[] masked = cells.Of("finance.card_masked", Rows);
        string[] last = cells.Of("finance.card_last4", Rows);

        for (int row = 0; row < Rows; row++)
        {
            Assert.True(Standards.Luhn(number[row]), number[row]);
            (string prefix, int length) = brand[row] switch
            {
                "Visa" => ("4", 16),
                "Mastercard" => ("(5[1-5]|222[1-9]|22[3-9]|2[3-6])", 16),
                "American Express" => ("3[47]", 15),
                "Discover" => ("6011", 16),
                "JCB" => ("35(2[89]|[3-8])", 16),
                "UnionPay" => ("62", 16),
                _ => ("no such brand", 0),
            };
            Assert.Matches($"^{prefix}[0-9]+$", number[row]);
            Assert.Equal(length, number[row].Length);
            Assert.Equal(brand[row] == "American Express" ? 4 : 3, code[row].Length);
            Assert.Equal(number[row][^4..], last[row]);
            Assert.Equal($"{number[row][..6]}{new string('*', length - 10)}{last[row]}", masked[row]);
        }

        Assert.All(cells.Of("finance.card_expiry", Rows), text => Assert.Matches("^(0[1-9]|1[0-2])/(2[7-9]|3[0-2])$", text));
        Assert.All(cells.Unique("finance.card_number", [0, 1, 99_999_999]), text => Assert.True(Standards.Luhn(text), text));
    }

    [Theory]
    [InlineData("de-DE", "^DE[0-9]{2}9[0-9]{17}$")]
    [InlineData("fr-FR", "^FR[0-9]{2}99[0-9]{21}$")]
    [InlineData("nl-NL", "^NL[0-9]{2}[A-Z]{4}[0-9]{10}$")]
    [InlineData("en-GB", "^GB[0-9]{2}[A-Z]{4}[0-9]{14}$")]
    [InlineData("es-ES", "^ES[0-9]{22}$")]
    [InlineData("it-IT", "^IT[0-9]{2}[A-Z][0-9]{22}$")]
    [InlineData("pl-PL", "^PL[0-9]{26}$")]
    [InlineData("tr-TR", "^TR[0-9]{7}0[0-9]{16}$")]
    [InlineData("pt-BR", "^BR[0-9]{25}C1$")]
    public void Account_bank_and_their_international_codes_agree(string locale, string form)
    {
        var own = new EntityCells(locale);
        string[] iban = own.Of("finance.iban", Rows);
        string[] bank = own.Of("finance.bank_code", Rows);
        string[] account = own.Of("finance.account_number", Rows);
        string[] bic = own.Of("finance.bic", Rows);
        string[] name = own.Of("finance.bank_name", Rows);

        for (int row = 0; row < Rows; row++)
        {
            Assert.Matches(form, iban[row]);
            Assert.True(Standards.Iban(iban[row]), iban[row]);
            Assert.Contains(bank[row], iban[row], StringComparison.Ordinal);
            Assert.Contains(account[row], iban[row], StringComparison.Ordinal);
            Assert.Matches($"^[A-Z]{{4}}{iban[row][..2]}[A-Z0-9]0$", bic[row]);
            Assert.True(NationalDigitsHold(iban[row]), iban[row]);
        }

        Assert.Equal(bank.Distinct().Count(), name.Zip(bank, bic).Distinct().Count());
    }

    [Fact]
    public void American_banks_have_routing_numbers()
    {
        string[] routing = cells.Of("finance.routing_number", Rows);

        Assert.Equal(routing, cells.Of("finance.bank_code", Rows));
        Assert.All(routing, text => Assert.True(text.Length == 9 && Standards.Weighs(text, 10, 3, 7, 1, 3, 7, 1, 3, 7, 1), text));
    }

    [Fact]
    public void Russian_accounts_carry_the_key_of_their_bank()
    {
        var own = new EntityCells("ru-RU");
        Assert.True(IsRussian("044525225", "40817810838000000000") == ((Standards.Sum("22540817810838000000000", Sevens)) % 10 == 0));
        Assert.All(own.Of("finance.bank_code", Rows).Zip(own.Of("finance.account_number", Rows)), pair =>
        {
            Assert.Matches("^40817810[0-9]{12}$", pair.Second);
            Assert.True(IsRussian(pair.First, pair.Second), $"{pair.First} {pair.Second}");
        });
    }

    [Fact]
    public void Securities_have_numbers_that_agree()
    {
        string[] cusip = cells.Of("finance.cusip", Rows);

        Assert.All(cusip, text => Assert.True(IsCusip(text), text));
        Assert.All(cusip, text => Assert.StartsWith("99", text, StringComparison.Ordinal));
        Assert.All(cusip.Zip(cells.Of("finance.isin", Rows)), pair =>
        {
            Assert.StartsWith($"US{pair.First}", pair.Second, StringComparison.Ordinal);
            Assert.True(Standards.Isin(pair.Second), pair.Second);
        });
        Assert.All(cells.Of("finance.sedol", Rows), text => Assert.True(IsSedol(text), text));
        Assert.All(cells.Of("finance.lei", Rows), text => Assert.True(text.Length == 20 && Standards.Mod97(text), text));
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("de-DE")]
    [InlineData("fr-FR")]
    [InlineData("ru-RU")]
    [InlineData("it-IT")]
    [InlineData("tr-TR")]
    public void The_capacity_of_accounts_is_that_of_their_form(string locale)
    {
        long capacity = AccountFormat.Of(BankTable.Of(locale).Country).Capacity;

        Assert.Equal(capacity, SemanticTypes.Find("finance.account_number")!.In(locale)!.UniqueCapacity);
        string[] ends = new EntityCells(locale).Unique("finance.account_number", [0, capacity - 1]);
        Assert.NotEqual(ends[0], ends[1]);
        Assert.Equal(ends[0].Length, ends[1].Length);
    }

    [Theory]
    [InlineData("finance.card_number", CardColumns.Capacity)]
    [InlineData("finance.cusip", SecurityColumns.CusipCapacity)]
    [InlineData("finance.isin", SecurityColumns.CusipCapacity)]
    [InlineData("finance.sedol", SecurityColumns.SedolCapacity)]
    [InlineData("finance.ticker", SecurityColumns.TickerCapacity)]
    [InlineData("finance.lei", SecurityColumns.LeiCapacity)]
    [InlineData("finance.ein", BusinessColumns.EinCapacity)]
    public void The_catalogue_knows_how_many_there_are(string type, long capacity) =>
        Assert.Equal(capacity, SemanticTypes.Find(type)!.In("en-US")!.UniqueCapacity);

    [Fact]
    public void Tickers_are_used_up_to_the_last()
    {
        string[] all = cells.Unique("finance.ticker", [.. Enumerable.Range(0, 456_976).Select(tag => (long)tag)]);

        Assert.Equal(456_976, all.Distinct().Count());
        Assert.Contains("ZZZZ", all);
    }

    private static readonly int[] Sevens = [.. Enumerable.Range(0, 23).Select(place => (int[])[7, 1, 3]).SelectMany(three => three).Take(23)];

    // The last three digits of the bank and all of the account, weighed 7, 1, 3: the sum ends in 0.
    private static bool IsRussian(string bank, string account) => Standards.Weighs(bank[^3..] + account, 10, Sevens);

    private static bool NationalDigitsHold(string iban) => iban[..2] switch
    {
        "FR" => BigInteger.Parse(iban[4..], CultureInfo.InvariantCulture) % 97 == 0,
        "ES" => IsSpanish(iban[4..]),
        "IT" => IsItalian(iban[4..]),
        "PL" => Standards.Weighs(iban[4..12], 10, 3, 9, 7, 1, 3, 9, 7, 1),
        _ => true,
    };

    private static bool IsSpanish(string ccc) =>
        Control("00" + ccc[..8]) == Standards.Value(ccc[8]) && Control(ccc[10..]) == Standards.Value(ccc[9]);

    private static int Control(string digits) => (11 - (Standards.Sum(digits, 1, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11)) switch
    {
        11 => 0,
        10 => 1,
        int digit => digit,
    };

    // CIN: the table of the Italian banks' association for odd places.
    private static bool IsItalian(string bban)
    {
        int[] odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
        int sum = bban[1..].Select((digit, place) => place % 2 == 0 ? odd[Standards.Value(digit)] : Standards.Value(digit)).Sum();
        return bban[0] == 'A' + (sum % 26);
    }

    private static bool IsCusip(string text)
    {
        int sum = text[..8].Select((character, place) => Standards.Value(character) * (place % 2 == 0 ? 1 : 2)).Sum(value => (value / 10) + (value % 10));
        return text.Length == 9 && (10 - (sum % 10)) % 10 == Standards.Value(text[8]);
    }

    private static bool IsSedol(string text)
    {
        int[] weights = [1, 3, 1, 7, 3, 9, 1];
        return text.Length == 7 && !text.Any("AEIOU".Contains) && text.Zip(weights, (character, weight) => Standards.Value(character) * weight).Sum() % 10 == 0;
    }
}
