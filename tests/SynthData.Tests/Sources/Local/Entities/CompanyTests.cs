using SynthData.Sources.Local.Entities;

namespace SynthData.Tests.Sources.Local.Entities;

public class CompanyTests
{
    private const int Rows = 5_000;

    [Theory]
    [InlineData("en-US")]
    [InlineData("nl-NL")]
    public void All_cells_of_a_row_tell_of_one_company(string locale)
    {
        var cells = new EntityCells(locale);
        CompanyWords words = EntityWords.For(locale, generator: 1).Companies;
        string[] name = cells.Of("company.name", Rows);
        string[] suffix = cells.Of("company.suffix", Rows);
        string[] industry = cells.Of("company.industry", Rows);
        string[] domain = cells.Of("company.domain", Rows);
        string[] email = cells.Of("company.email", Rows);

        for (int row = 0; row < Rows; row++)
        {
            Assert.EndsWith($" {suffix[row]}", name[row], StringComparison.Ordinal);
            int trade = words.Industries.Pool.Texts.IndexOf(industry[row]);
            Assert.Contains(words.Trades[trade], word => name[row].Contains(word.Replace("~", "", StringComparison.Ordinal).Trim(), StringComparison.Ordinal));
            Assert.Matches("^[a-z]+(-[a-z]+)*\\.example$", domain[row]);
            Assert.Equal(AsciiFold.Fold(name[row].AsSpan(0, name[row].Length - suffix[row].Length)), domain[row][..^".example".Length].Replace("-", "", StringComparison.Ordinal));
            Assert.Equal($"info@{domain[row]}", email[row]);
        }
    }

    [Fact]
    public void Dutch_small_words_have_a_capital_where_no_first_name_stands_before()
    {
        Assert.All(
            new EntityCells("nl-NL").Of("company.name", Rows),
            name => Assert.DoesNotMatch("(^| & |bedrijf |Bakkerij |Garage )(de|van|den|ter|te|op|in) ", name));
    }
}
