using SynthData.Diagnostics;
using SynthData.Output.Csv;

namespace SynthData.Tests.Output.Csv;

public sealed class CsvRowsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly DiagnosticBag told = [];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Gives_header_and_fields_as_text_and_tells_null_from_empty()
    {
        CsvRows rows = (await ReadAsync("code,name\nNL,\"Nether\"\"lands\"\nXX,\nYY,\"\"\n"u8.ToArray()))!;
        Assert.Equal(["code", "name"], rows.Header.Select(field => field.Text));
        Assert.Equal([["NL", "Nether\"lands"], ["XX", null], ["YY", ""]], rows.Rows.Select(row => row.Select(field => field.Text).ToArray()));
    }

    [Fact]
    public async Task Each_field_knows_its_line_and_column_behind_quoted_line_breaks_and_wide_characters()
    {
        CsvRows rows = (await ReadAsync("\uFEFFa,b,c\r\n\"x\ny\nzz\",é🚲,3\r\n4,5,6\r\n"u8.ToArray()))!;
        Assert.Equal(["a", "b", "c"], rows.Header.Select(field => field.Text));
        Assert.Equal([(2, 1), (4, 5), (4, 9)], rows.Rows[0].Select(field => (field.Line, field.Column)));
        Assert.Equal([(5, 1), (5, 3), (5, 5)], rows.Rows[1].Select(field => (field.Line, field.Column)));
    }

    [Theory]
    [InlineData("", "SD1084", 1, "no line at all")]
    [InlineData("a,b\n", "SD1084", 1, "a header and nothing else")]
    [InlineData("a,b\n1\n", "SD1082", 2, "1 field(s); expected 2")]
    [InlineData("a,b\n\"1\n2\",3\n1,2,3\n", "SD1082", 4, "3 field(s); expected 2")]
    public async Task A_file_that_is_no_list_of_rows_is_refused_at_its_line(string text, string code, int line, string why)
    {
        Assert.Null(await ReadAsync(System.Text.Encoding.UTF8.GetBytes(text)));
        Diagnostic fault = Assert.Single(told);
        Assert.Equal((code, folder["n.csv"], line), (fault.Code, fault.Position!.Value.File, fault.Position.Value.Line));
        Assert.Contains(why, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_refused_at_their_place()
    {
        Assert.Null(await ReadAsync([.. "a,b\n1,"u8, .. "caf"u8, 0xE9, .. "\n"u8]));
        Diagnostic fault = Assert.Single(told);
        Assert.Equal(("SD1083", new SourcePosition(folder["n.csv"], 2, 6)), (fault.Code, fault.Position));
    }

    [Fact]
    public async Task All_ragged_lines_are_told_up_to_a_limit()
    {
        Assert.Null(await ReadAsync([.. "a,b\n"u8, .. Enumerable.Repeat("1\n"u8.ToArray(), 500).SelectMany(line => line)]));
        Assert.Equal([("SD1023", 1), ("SD1082", 21)], told.CountBy(fault => fault.Code).OrderBy(code => code.Key).Select(code => (code.Key, code.Value)));
    }

    [Fact]
    public async Task A_missing_file_is_refused()
    {
        var failure = await Assert.ThrowsAsync<GenerationException>(() => CsvRows.ReadAsync("/nowhere/n.csv", told, TestContext.Current.CancellationToken));
        Assert.Equal("SD5030", failure.Diagnostic.Code);
    }

    private Task<CsvRows?> ReadAsync(byte[] bytes)
    {
        File.WriteAllBytes(folder["n.csv"], bytes);
        return CsvRows.ReadAsync(folder["n.csv"], told, TestContext.Current.CancellationToken);
    }
}
