using System.Collections.Immutable;
using System.Text;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Output;
using SynthData.Output.Json;

namespace SynthData.Tests.Output.Json;

public class JsonFormatTests
{
    private static readonly JsonFormat Format = new(FileCompression.None);
    private static readonly ImmutableArray<BatchColumn> Columns = [TestBatches.Column("id", "int64"), TestBatches.Column("name", "string")];

    [Fact]
    public async Task Bytes_are_as_the_contract_says()
    {
        ImmutableArray<BatchColumn> columns =
        [
            TestBatches.Column("na\"me", "string"), TestBatches.Column("ok", "bool"), TestBatches.Column("amount", "decimal(2)"),
            TestBatches.Column("at", "timestamp"), TestBatches.Column("doc", "json"), TestBatches.Column("real", "double"),
        ];
        object?[][] rows =
        [
            ["Zoë 🚲 <b>\n", true, 12.30m, new DateTime(2024, 1, 31, 10, 0, 0), "{\"a\": 1}", 1e300],
            [null, null, null, null, null, null],
        ];
        Assert.Equal(
            """
            {"na\"me":"Zoë \uD83D\uDEB2 <b>\n","ok":true,"amount":12.30,"at":"2024-01-31T10:00:00","doc":"{\"a\": 1}","real":1E+300}
            {"na\"me":null,"ok":null,"amount":null,"at":null,"doc":null,"real":null}

            """,
            Encoding.UTF8.GetString(await TestBatches.WriteAsync(Format, TestBatches.Of("t", columns, rows))));
    }

    [Fact]
    public async Task Cells_of_another_type_are_told_with_row_column_text_and_type()
    {
        byte[] file = Encoding.UTF8.GetBytes("{\"id\":\"1\",\"name\":\"a\"}\n{\"name\":7,\"id\":1.5}\n{\"id\":{\"x\":[1]}}\n{\"id\":4,\"name\":\"d\"}");
        var read = await TestBatches.ReadAsync(Format, Columns, file);
        Assert.Equal(
            [
                new CellProblem(1, "id", "1", "int64"), new CellProblem(2, "name", "7", "string"), new CellProblem(2, "id", "1.5", "int64"),
                new CellProblem(3, "id", "{\"x\":[1]}", "int64"),
            ],
            read.Problems);
        Assert.Equal([4L, "d"], read.Rows[3]);
    }

    [Fact]
    public async Task Keys_missing_unknown_and_twice_are_told_once()
    {
        byte[] file = Encoding.UTF8.GetBytes("{\"id\":1,\"id\":2,\"x\":{\"name\":1}}\n{\"x\":null}\n");
        var read = await TestBatches.ReadAsync(Format, Columns, file);
        Assert.Equal(
            [
                new HeaderProblem(HeaderProblemKind.Duplicate, "id"), new HeaderProblem(HeaderProblemKind.Unknown, "x"),
                new HeaderProblem(HeaderProblemKind.Missing, "name"),
            ],
            read.Header);
        Assert.Equal([[1L, null], [null, null]], read.Rows);
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("{\"id\":1")]
    [InlineData("{\"id\":1} {}")]
    [InlineData("")]
    [InlineData("nonsense")]
    public async Task A_line_that_is_no_object_is_told(string line)
    {
        var read = await TestBatches.ReadAsync(Format, Columns, Encoding.UTF8.GetBytes($"{{\"id\":1,\"name\":\"a\"}}\n{line}\n{{\"id\":3,\"name\":\"c\"}}\n"));
        Assert.Equal(new CellProblem(2, null, line, "a JSON object"), Assert.Single(read.Problems));
        Assert.Equal([3L, "c"], read.Rows[2]);
    }

    [Fact]
    public async Task A_line_without_end_is_refused()
    {
        byte[] file = new byte[17 << 20];
        file.AsSpan().Fill((byte)' ');
        var failure = await Assert.ThrowsAsync<GenerationException>(() => TestBatches.ReadAsync(Format, Columns, file));
        Assert.Equal("SD5030", failure.Diagnostic.Code);
        Assert.Contains("JSON lines", failure.Message, StringComparison.Ordinal);
    }
}
