using SynthData.Diagnostics;
using SynthData.Output.Csv;

namespace SynthData.Tests.Output.Csv;

public class CsvRowsTests
{
    [Fact]
    public async Task Gives_header_and_fields_as_text_and_tells_null_from_empty()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["n.csv"], "code,name\nNL,\"Nether\"\"lands\"\nXX,\nYY,\"\"\n");
        CsvRows rows = await CsvRows.ReadAsync(folder["n.csv"], TestContext.Current.CancellationToken);
        Assert.Equal(["code", "name"], rows.Header);
        Assert.Equal([["NL", "Nether\"lands"], ["XX", null], ["YY", ""]], rows.Rows.Select(row => row.ToArray()));
    }

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("a,b\n1\n", "row 1 has 1 fields and the header 2")]
    public async Task A_file_that_is_no_list_of_rows_is_refused(string text, string why)
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["n.csv"], text);
        var failure = await Assert.ThrowsAsync<GenerationException>(() => CsvRows.ReadAsync(folder["n.csv"], TestContext.Current.CancellationToken));
        Assert.Equal("SD5030", failure.Diagnostic.Code);
        Assert.Contains(why, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_refused()
    {
        var failure = await Assert.ThrowsAsync<GenerationException>(() => CsvRows.ReadAsync("/nowhere/n.csv", TestContext.Current.CancellationToken));
        Assert.Equal("SD5030", failure.Diagnostic.Code);
    }
}
