using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Output;
using SynthData.Output.Csv;

namespace SynthData.Tests.Output.Csv;

public class CsvReaderTests
{
    private static readonly ImmutableArray<BatchColumn> Columns = [TestBatches.Column("id", "int32"), TestBatches.Column("name", "string")];
    private static readonly CsvFormat Format = new(FileCompression.None);

    [Fact]
    public async Task Cells_of_another_type_are_told_with_row_column_text_and_type()
    {
        var read = await TestBatches.ReadAsync(Format, Columns, "id,name\n1,a\nx,b\n3000000000,\n"u8.ToArray());
        Assert.Equal([new CellProblem(2, "id", "x", "int32"), new CellProblem(3, "id", "3000000000", "int32")], read.Problems);
        Assert.Equal([null, "b"], read.Rows[1]);
        Assert.Equal([null, null], read.Rows[2]);
    }

    [Fact]
    public async Task Columns_are_found_by_name_and_the_rest_is_told()
    {
        var read = await TestBatches.ReadAsync(Format, Columns, "extra,name,name\n1,a,b\n"u8.ToArray());
        Assert.Equal(
            [
                new HeaderProblem(HeaderProblemKind.Unknown, "extra"), new HeaderProblem(HeaderProblemKind.Duplicate, "name"),
                new HeaderProblem(HeaderProblemKind.Missing, "id"),
            ],
            read.Header);
        Assert.Equal([null, "a"], Assert.Single(read.Rows));
    }

    [Fact]
    public async Task A_row_of_another_length_is_told_and_counted()
    {
        var read = await TestBatches.ReadAsync(Format, Columns, "id,name\r\n1,a\r\n\r\n2\r\n3,c\r\n"u8.ToArray());
        Assert.Equal([new CellProblem(2, null, "", "2 fields"), new CellProblem(3, null, "2", "2 fields")], read.Problems);
        Assert.Equal(4, read.Rows.Count);
        Assert.Equal([3, "c"], read.Rows[3]);
    }

    [Fact]
    public async Task An_empty_file_lacks_every_column()
    {
        var read = await TestBatches.ReadAsync(Format, Columns, []);
        Assert.Equal(["id", "name"], read.Header.Select(problem => problem.Column));
        Assert.Empty(read.Rows);
    }

    [Theory]
    [InlineData("id,name\n1,\"open\n2,b\n")]
    [InlineData("id,name\n1,a\"b\n")]
    public async Task Broken_quotes_are_refused(string text)
    {
        var failure = await Assert.ThrowsAsync<GenerationException>(() =>
            TestBatches.ReadAsync(Format, Columns, System.Text.Encoding.UTF8.GetBytes(text)));
        Assert.Equal("SD5030", failure.Diagnostic.Code);
        Assert.Contains("'t.file' cannot be read as CSV", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_rows_come_in_batches_with_running_row_numbers()
    {
        string text = "id,name\n" + string.Concat(Enumerable.Range(0, 10_000).Select(n => n == 9_000 ? "x,y\n" : $"{n},n{n}\n"));
        var read = await TestBatches.ReadAsync(Format, Columns, System.Text.Encoding.UTF8.GetBytes(text));
        Assert.Equal(10_000, read.Rows.Count);
        Assert.Equal(9_001, Assert.Single(read.Problems).RowNumber);
        Assert.Equal([9_999, "n9999"], read.Rows[^1]);
    }

    [Theory]
    [InlineData("csv.gz")]
    [InlineData("csv.zst")]
    [InlineData("jsonl.gz")]
    [InlineData("jsonl.zst")]
    public async Task What_is_not_packed_as_its_name_says_is_refused(string format)
    {
        var failure = await Assert.ThrowsAsync<GenerationException>(() =>
            TestBatches.ReadAsync(Formats.Of(format), Columns, "id,name\n1,a\n2,b\n3,c\n"u8.ToArray()));
        Assert.Equal("SD5030", failure.Diagnostic.Code);
    }

    [Theory]
    [InlineData("csv.zst")]
    [InlineData("jsonl.zst")]
    public async Task A_frame_that_was_cut_off_is_refused(string format)
    {
        object?[][] rows = [.. Enumerable.Range(0, 5_000).Select(row => new object?[] { (long)row * row, $"name {row}" })];
        byte[] file = await TestBatches.WriteAsync(Formats.Of(format), TestBatches.Of("t", Columns, rows));
        Assert.Equal(5_000, (await TestBatches.ReadAsync(Formats.Of(format), Columns, file)).Rows.Count);
        var failure = await Assert.ThrowsAsync<GenerationException>(() => TestBatches.ReadAsync(Formats.Of(format), Columns, file[..^1]));
        Assert.Equal("SD5030", failure.Diagnostic.Code);
    }
}
