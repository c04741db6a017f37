using System.Collections.Immutable;
using System.Text;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Output;
using SynthData.Output.Csv;

namespace SynthData.Tests.Output.Csv;

public class CsvFormatTests
{
    private static readonly ImmutableArray<BatchColumn> Columns =
    [
        TestBatches.Column("name", "string"), TestBatches.Column("a, \"b\"", "bool"), TestBatches.Column("amount", "decimal(2)"),
        TestBatches.Column("day", "date"), TestBatches.Column("at", "timestamp"), TestBatches.Column("time", "time"),
        TestBatches.Column("real", "double"), TestBatches.Column("id", "uuid"),
    ];

    [Fact]
    public async Task Bytes_are_as_the_contract_says()
    {
        object?[][] rows =
        [
            [
                "Zoë, \"Z\"", true, -12.30m, new DateOnly(1, 1, 1), new DateTime(2024, 1, 31, 10, 0, 0), new TimeOnly(9, 5), 1e300,
                Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"),
            ],
            ["", false, 0m, new DateOnly(2024, 1, 31), new DateTime(2024, 1, 31, 10, 0, 0, 1, 2), new TimeOnly(9, 5, 1, 0, 5), -0.5, Guid.Empty],
            [null, null, null, null, null, null, null, null],
            ["line\nbreak", true, 0.05m, null, null, null, 3.0, null],
        ];
        byte[] file = await TestBatches.WriteAsync(new CsvFormat(FileCompression.None), TestBatches.Of("t", Columns, rows));
        Assert.Equal(
            """"
            name,"a, ""b""",amount,day,at,time,real,id
            "Zoë, ""Z""",true,-12.30,0001-01-01,2024-01-31T10:00:00,09:05:00,1E+300,00112233-4455-6677-8899-aabbccddeeff
            "",false,0.00,2024-01-31,2024-01-31T10:00:00.001002,09:05:01.000005,-0.5,00000000-0000-0000-0000-000000000000
            ,,,,,,,
            "line
            break",true,0.05,,,,3,

            """",
            Encoding.UTF8.GetString(file));
    }

    [Fact]
    public async Task Null_and_empty_text_differ_even_in_a_table_of_one_column()
    {
        ImmutableArray<BatchColumn> columns = [TestBatches.Column("s", "string")];
        byte[] file = await TestBatches.WriteAsync(new CsvFormat(FileCompression.None), TestBatches.Of("t", columns, [[null], [""], [null], ["x"]]));
        Assert.Equal("s\n\n\"\"\n\nx\n", Encoding.UTF8.GetString(file));
        var read = await TestBatches.ReadAsync(new CsvFormat(FileCompression.None), columns, file);
        Assert.Equal([null, "", null, "x"], read.Rows.Select(row => row[0]));
    }

    [Fact]
    public async Task Only_the_first_part_has_a_header()
    {
        ImmutableArray<BatchColumn> columns = [TestBatches.Column("n", "int64")];
        TableLayout later = new("t", columns, HasHeader: false);
        CsvFormat format = new(FileCompression.None);
        Assert.Equal("1\n"u8.ToArray(), await TestBatches.WriteAsync(format, later, [TestBatches.Of("t", columns, [[1L]])]));
        Assert.Equal("n\n"u8.ToArray(), await TestBatches.WriteAsync(format, new TableLayout("t", columns), []));
        Assert.Empty(await TestBatches.WriteAsync(format, later, []));
    }

    [Fact]
    public async Task Formulas_are_kept_or_escaped_and_numbers_are_neither()
    {
        ImmutableArray<BatchColumn> columns = [TestBatches.Column("s", "string"), TestBatches.Column("n", "decimal(1)")];
        RowBatch batch = TestBatches.Of("t", columns, [["=1+1", -0.5m], ["@x,\"y", 1m], ["a=b", null]]);
        Assert.Equal(
            "s,n\n=1+1,-0.5\n\"@x,\"\"y\",1.0\na=b,\n",
            Encoding.UTF8.GetString(await TestBatches.WriteAsync(new CsvFormat(FileCompression.None), batch)));
        Assert.Equal(
            "s,n\n'=1+1,-0.5\n\"'@x,\"\"y\",1.0\na=b,\n",
            Encoding.UTF8.GetString(await TestBatches.WriteAsync(new CsvFormat(FileCompression.None, CsvFormula.Escape), batch)));
    }

    [Theory]
    [InlineData("=x", "'='")]
    [InlineData("+31", "'+'")]
    [InlineData("-", "'-'")]
    [InlineData("@a", "'@'")]
    [InlineData("\tx", "a tab")]
    [InlineData("\rx", "a carriage return")]
    public async Task A_formula_is_rejected_where_asked(string text, string start)
    {
        ImmutableArray<BatchColumn> columns = [TestBatches.Column("s", "string")];
        CsvFormat format = new(FileCompression.None, CsvFormula.Reject);
        var failure = await Assert.ThrowsAsync<GenerationException>(() => TestBatches.WriteAsync(format, TestBatches.Of("t", columns, [["fine"], [text]])));
        Assert.Equal("SD5010", failure.Diagnostic.Code);
        Assert.Contains($"'t.s' of row 2 starts with {start}", failure.Message, StringComparison.Ordinal);
    }
}
