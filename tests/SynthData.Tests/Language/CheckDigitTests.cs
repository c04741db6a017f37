using System.Globalization;
using System.Numerics;
using SynthData.Diagnostics;

namespace SynthData.Tests.Language;

/// <summary>Patterns and templates whose texts carry a check digit, computed here anew by the book.</summary>
public class CheckDigitTests
{
    [Theory]
    [InlineData("{ pattern: '4[0-9]{15}', check_digit: luhn }", "^4[0-9]{15}$")]
    [InlineData("{ pattern: '[0-9]{4}( [0-9]{4}){3}', check_digit: luhn }", "^[0-9]{4}( [0-9]{4}){3}$")]
    [InlineData("{ pattern: 'AB-[0-9]{5,7}', check_digit: luhn }", "^AB-[0-9]{5,7}$")]
    [InlineData("{ template: '{n:000000}-0', check_digit: luhn }", "^[0-9]{6}-[0-9]$")]
    public async Task Luhn_sums_to_tens(string column, string pattern)
    {
        MadeTable made = await Made.RowsAsync(Made.Items($"n: {{ range: [0, 999999] }}\ncode: {column}", 2_000));
        Assert.All(made["code"], code =>
        {
            Assert.Matches(pattern, code!);
            int[] digits = [.. code!.Where(char.IsAsciiDigit).Reverse().Select(digit => digit - '0')];
            Assert.Equal(0, digits.Select((digit, place) => place % 2 == 0 ? digit : (digit * 2 / 10) + (digit * 2 % 10)).Sum() % 10);
        });
        Assert.Equal(10, made["code"].Select(code => code![^1]).Distinct().Count());
    }

    [Theory]
    [InlineData("{ pattern: '(40|87)[0-9]{11}', check_digit: ean }")]
    [InlineData("{ pattern: '[0-9]{8}|[0-9]{12,14}', check_digit: ean }")]
    [InlineData("{ pattern: '978-[0-9]-[0-9]{4}-[0-9]{4}-[0-9]', check_digit: ean }")]
    [InlineData("{ template: '40{n:000000}00000', check_digit: ean }")]
    public async Task Trade_item_numbers_weigh_three_and_one(string column)
    {
        MadeTable made = await Made.RowsAsync(Made.Items($"n: {{ range: [0, 999999] }}\ncode: {column}", 2_000));
        Assert.All(made["code"], code =>
            Assert.Equal(0, code!.Where(char.IsAsciiDigit).Reverse().Select((digit, place) => (digit - '0') * (place % 2 == 0 ? 1 : 3)).Sum() % 10));
    }

    [Theory]
    [InlineData("{ pattern: 'NL[0-9]{2}[A-Z]{4}[0-9]{10}', check_digit: iban }")]
    [InlineData("{ pattern: 'DE[0-9]{2}( [0-9]{4}){4} [0-9]{2}', check_digit: iban }")]
    [InlineData("{ pattern: '[A-Z]{2}[0-9]{20}', check_digit: iban }")]
    [InlineData("{ template: 'BE00{n:000000}123456', check_digit: iban }")]
    public async Task Account_numbers_leave_one(string column)
    {
        MadeTable made = await Made.RowsAsync(Made.Items($"n: {{ range: [0, 999999] }}\ncode: {column}", 2_000));
        Assert.All(made["code"], code =>
        {
            string plain = code!.Replace(" ", "", StringComparison.Ordinal);
            string digits = string.Concat((plain[4..] + plain[..4]).Select(c => char.IsAsciiDigit(c) ? c.ToString() : (c - 'A' + 10).ToString(CultureInfo.InvariantCulture)));
            Assert.Equal(1, BigInteger.Parse(digits, CultureInfo.InvariantCulture) % 97);
        });
    }

    [Fact]
    public async Task The_place_of_the_check_digit_does_not_count()
    {
        MadeTable made = await Made.RowsAsync(Made.Items("code: { pattern: '[0-9]{4}', check_digit: luhn, unique: true }", 1_000));
        Assert.Equal(1_000, made["code"].Distinct().Count());
        Assert.Equal(1_000, made["code"].Select(code => code![..3]).Distinct().Count());
    }

    [Fact]
    public async Task A_unique_template_stays_unique()
    {
        MadeTable made = await Made.RowsAsync(Made.Items("id: { pattern: '[0-9]{5}', unique: true }\ncode: { template: '{id}0', check_digit: luhn, unique: true }\niban: { template: 'DE00 {id}', check_digit: iban, unique: true }", 500));
        Assert.Equal(500, made["code"].Distinct().Count());
        Assert.Equal(500, made["iban"].Distinct().Count());
    }

    [Fact]
    public async Task A_template_that_has_no_room_for_it_fails_its_row()
    {
        Diagnostic told = await Made.FailsAsync("SD4002", Made.Items("§code: { template: 'EAN {n}', check_digit: ean }\nn: { constant: 12345 }"));
        Assert.Contains("no room for the check digit of ean", told.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[0-9]{7}", "ean", "it can have 7 digits")]
    [InlineData("[0-9]{12,15}", "ean", "it can have 15 digits")]
    [InlineData("[0-9]", "luhn", "it can have 1 digits")]
    [InlineData("[0-9]{8}[A-Z]", "luhn", "is not always a digit")]
    [InlineData("[0-9]{8}[0-9A-Z]", "luhn", "is not always a digit")]
    [InlineData("[0-9]{8}-?", "luhn", "may be missing")]
    [InlineData("[0-9]{2}[A-Z]{2}[0-9]{9}", "iban", "first two places are not letters")]
    [InlineData("[A-Z]{1,2}[0-9]{9}", "iban", "first four places are not the same")]
    [InlineData("NL[0-9]{2}", "iban", "it can have 4 characters")]
    [InlineData("NL[0-9]{40}", "iban", "it can have 42 characters")]
    [InlineData("NL[0-9]{2}-[0-9]{9}", "iban", "capital letters, digits and blanks only")]
    public void A_pattern_that_has_no_room_for_it_is_refused(string pattern, string kind, string why) =>
        Assert.Contains(why, Made.Refused("SD2309", Made.Items($"code: {{ pattern: '§{pattern}', check_digit: {kind} }}")).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Data_with_a_wrong_check_digit_is_told()
    {
        using MadeFolder made = await MadeFolder.OfAsync(Made.Items(
            "id: { sequence: 1 }\ncard: { pattern: '4[0-9]{15}', check_digit: luhn }\ncode: { template: '40{id:000000}00000', check_digit: ean }", 3));
        Assert.Empty((await made.ValidateAsync()).Findings);
        made.Rewrite("items", rows => [.. rows.Select((row, index) => index == 0 ? Turn(row) : row)]);
        IEnumerable<Diagnostic> found = (await made.ValidateAsync()).Findings;
        Assert.Equal(["SD4030", "SD4031"], found.Select(one => one.Code).Order());

        // Both numbers of the first row with another last digit.
        static string Turn(string row) => string.Join(',', row.Split(',').Select((cell, index) => index == 0 ? cell : cell[..^1] + (char)(((cell[^1] - '0' + 1) % 10) + '0')));
    }

    [Fact]
    public Task Threads_batches_and_shards_change_nothing() => MadeFolder.IsPureAsync(Made.Items("card: { pattern: '4[0-9]{15}', check_digit: luhn, unique: true }", 2_500));
}
