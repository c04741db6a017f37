namespace SynthData.Tests.Language;

public class SharedNumberTests
{
    [Theory]
    [InlineData("finance.card_number", "finance.card_last4", "de-DE")]
    [InlineData("finance.iban", "finance.account_number", "de-DE")]
    [InlineData("finance.isin", "finance.cusip", "en-US")]
    [InlineData("finance.vat_number", "finance.company_number", "fr-FR")]
    [InlineData("technology.git_sha", "technology.git_short_sha", "nl-NL")]
    public async Task What_shows_a_part_of_a_unique_number_shows_that_number_s(string whole, string part, string locale)
    {
        string[][] rows = await RowsAsync(whole, part, locale, "unique: true");

        Assert.Equal(500, rows.Select(row => row[0]).Distinct().Count());
        Assert.All(rows, row => Assert.Contains(row[1], row[0], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Numbers_of_two_unique_columns_agree_and_those_of_another_in_the_row_are_its_own()
    {
        string[][] books = await RowsAsync("commerce.isbn13", "commerce.isbn10", "en-US", "unique: true", "unique: true");
        Assert.All(books, row => Assert.Equal(row[0][3..12], row[1][..9]));

        string[][] cards = await RowsAsync("finance.card_number", "finance.card_last4, of: second", "en-US", "unique: true");
        Assert.InRange(cards.Count(row => row[0].EndsWith(row[1], StringComparison.Ordinal)), 0, 5);
    }

    private static async Task<string[][]> RowsAsync(string first, string second, string locale, string ofFirst, string ofSecond = "hidden: false")
    {
        using TemporaryFolder folder = new();
        string schema = folder.Write("schema.yaml", $$"""
            synthdata: 1
            generator: 2
            name: numbers
            locale: {{locale}}
            tables:
              t: { rows: 500, columns: { a: { semantic: {{first}}, {{ofFirst}} }, b: { semantic: {{second}}, {{ofSecond}} } } }
            """);
        await Dataset.Open(schema).Plan().WriteAsync(
            SynthData.Output.OutputTarget.File(folder.At("t.csv")), new RunOptions(), TestContext.Current.CancellationToken);
        return [.. File.ReadLines(folder.At("t.csv")).Skip(1).Select(line => line.Split(','))];
    }
}
