using System.Collections.Immutable;
using DuckDB.NET.Data;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Output;
using SynthData.Output.Parquet;

namespace SynthData.Tests.Output.Parquet;

public class ParquetFormatTests
{
    private static readonly ImmutableArray<BatchColumn> Columns =
    [
        TestBatches.Column("i", "int32"), TestBatches.Column("l", "int64"), TestBatches.Column("x", "double"), TestBatches.Column("b", "bool"),
        TestBatches.Column("s", "string"), TestBatches.Column("m", "decimal(12,2)"), TestBatches.Column("d", "date"),
        TestBatches.Column("t", "time"), TestBatches.Column("ts", "timestamp"), TestBatches.Column("u", "uuid"), TestBatches.Column("j", "json"),
    ];

    [Fact]
    public async Task DuckDB_sees_the_types_of_the_contract()
    {
        using TemporaryFolder folder = new();
        await WriteAsync(folder["t.parquet"], FileCompression.Snappy, Columns, []);
        Assert.Equal(
            [
                "i INTEGER", "l BIGINT", "x DOUBLE", "b BOOLEAN", "s VARCHAR", "m DECIMAL(12,2)", "d DATE", "t TIME", "ts TIMESTAMP", "u UUID", "j VARCHAR",
            ],
            Query(folder["t.parquet"], "SELECT column_name || ' ' || column_type FROM (DESCRIBE SELECT * FROM '{0}')"));
    }

    [Fact]
    public async Task DuckDB_skips_no_row_group_that_holds_what_it_looks_for()
    {
        using TemporaryFolder folder = new();
        ImmutableArray<BatchColumn> columns =
        [
            TestBatches.Column("ts", "timestamp"), TestBatches.Column("u", "uuid"), TestBatches.Column("d", "date"), TestBatches.Column("t", "time"),
            TestBatches.Column("m", "decimal(12,2)"), TestBatches.Column("s", "string"),
        ];
        await WriteAsync(folder["t.parquet"], FileCompression.Snappy, columns,
        [
            [new DateTime(2024, 1, 1, 10, 0, 0), new Guid("003d1317-835f-8513-9b7e-b16833698bbd"), new DateOnly(2024, 1, 1), new TimeOnly(10, 0), 1.50m, "Zoë"],
            [new DateTime(2024, 6, 1, 10, 0, 0), new Guid("fff61d6e-87c3-8ee9-a99b-33374e5a979a"), new DateOnly(1945, 1, 1), new TimeOnly(23, 0), -7.25m, "'t Gooi"],
        ]);
        string[] conditions =
        [
            "ts >= TIMESTAMP '2024-01-01 00:00:00'", "ts = TIMESTAMP '2024-06-01 10:00:00'", "u = '003d1317-835f-8513-9b7e-b16833698bbd'::UUID", "u >= 'fff61d6e-87c3-8ee9-a99b-33374e5a979a'::UUID",
            "d = DATE '1945-01-01'", "t >= TIME '23:00:00'", "m = -7.25", "s = 'Zoë'", "s < 'A'",
        ];
        Assert.All(conditions, condition => Assert.NotEmpty(Query(folder["t.parquet"], $"SELECT '' FROM '{{0}}' WHERE {condition}")));
        Assert.Empty(Query(folder["t.parquet"], "SELECT '' FROM '{0}' WHERE ts < TIMESTAMP '2024-01-01 00:00:00'"));
    }

    [Theory]
    [InlineData("snappy", "SNAPPY")]
    [InlineData("zstd", "ZSTD")]
    [InlineData("zstd:optimal", "ZSTD")]
    [InlineData("gzip:fastest", "GZIP")]
    [InlineData("none", "UNCOMPRESSED")]
    public async Task Compression_is_as_asked(string name, string codec)
    {
        using TemporaryFolder folder = new();
        Assert.True(FileCompression.TryParse(name, out FileCompression compression));
        await WriteAsync(folder["t.parquet"], compression, Columns[..1], [[1]]);
        Assert.Equal([codec], Query(folder["t.parquet"], "SELECT compression FROM parquet_metadata('{0}')"));
    }

    [Fact]
    public async Task Texts_get_a_dictionary_only_where_they_repeat()
    {
        using TemporaryFolder folder = new();
        ImmutableArray<BatchColumn> columns = [TestBatches.Column("same", "string"), TestBatches.Column("own", "string")];
        object?[][] rows = [.. Enumerable.Range(0, 1000).Select(n => new object?[] { $"kind {n % 5}", $"text {n}" })];
        await WriteAsync(folder["t.parquet"], FileCompression.Snappy, columns, rows);
        List<string> encodings = Query(folder["t.parquet"], "SELECT encodings FROM parquet_metadata('{0}') ORDER BY column_id");
        Assert.Contains("DICTIONARY", encodings[0], StringComparison.Ordinal);
        Assert.DoesNotContain("DICTIONARY", encodings[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_groups_end_at_the_row_that_fills_them()
    {
        using TemporaryFolder folder = new();
        ImmutableArray<BatchColumn> columns = [TestBatches.Column("n", "int64")];
        ParquetFormat format = new(FileCompression.None, rowGroupBytes: 80);
        object?[][] rows = [.. Enumerable.Range(0, 25).Select(n => new object?[] { (long)n })];
        File.WriteAllBytes(folder["t.parquet"], await TestBatches.WriteAsync(format, new TableLayout("t", columns), TestBatches.Cut("t", columns, rows, 7)));
        Assert.Equal(["10", "10", "5"], Query(folder["t.parquet"], "SELECT row_group_num_rows FROM parquet_metadata('{0}') ORDER BY row_group_id"));
    }

    [Fact]
    public async Task A_decimal_with_too_many_digits_is_never_cut()
    {
        ImmutableArray<BatchColumn> columns = [TestBatches.Column("m", "decimal(3,1)")];
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            TestBatches.WriteAsync(new ParquetFormat(FileCompression.None), TestBatches.Of("t", columns, [[100.0m]])));
    }

    [Fact]
    public async Task Reads_what_others_write()
    {
        using TemporaryFolder folder = new();
        Execute($"COPY (SELECT 1::INTEGER AS l, 2::BIGINT AS i, 1.5::FLOAT AS x, 'a' AS s, 1.25::DECIMAL(4,2) AS m, 9 AS other) TO '{folder["t.parquet"]}'");
        var read = await ReadAsync(folder["t.parquet"], [.. Columns.Where(column => column.Name is "i" or "l" or "x" or "s" or "m" or "d")]);
        Assert.Equal([2, 1L, 1.5, "a", 1.25m, null], Assert.Single(read.Rows));
        Assert.Equal([new HeaderProblem(HeaderProblemKind.Unknown, "other"), new HeaderProblem(HeaderProblemKind.Missing, "d")], read.Header);
    }

    [Fact]
    public async Task Values_and_columns_that_do_not_fit_are_told()
    {
        using TemporaryFolder folder = new();
        Execute($"COPY (SELECT 3000000000 AS i, 1.255::DECIMAL(5,3) AS m, 'x' AS d, 'nan'::DOUBLE AS x, '{{' AS j) TO '{folder["t.parquet"]}'");
        var read = await ReadAsync(folder["t.parquet"], [.. Columns.Where(column => column.Name is "i" or "m" or "d" or "x" or "j")]);
        Assert.Equal(
            [
                new CellProblem(1, "i", "3000000000", "int32"), new CellProblem(1, "x", "NaN", "double"),
                new CellProblem(1, "m", "1.255", "decimal(12,2)"), new CellProblem(1, "j", "{", "json"),
            ],
            read.Problems);
        Assert.Equal([HeaderProblemKind.Type], read.Header.Select(problem => problem.Kind));
    }

    [Fact]
    public async Task What_is_no_parquet_is_refused()
    {
        var failure = await Assert.ThrowsAsync<GenerationException>(() =>
            TestBatches.ReadAsync(new ParquetFormat(FileCompression.None), Columns, new byte[100]));
        Assert.Equal("SD5030", failure.Diagnostic.Code);
        Assert.Contains("as Parquet", failure.Message, StringComparison.Ordinal);
    }

    private static async Task WriteAsync(string path, FileCompression compression, ImmutableArray<BatchColumn> columns, object?[][] rows) =>
        File.WriteAllBytes(path, await TestBatches.WriteAsync(new ParquetFormat(compression), TestBatches.Of("t", columns, rows)));

    private static Task<(List<object?[]> Rows, List<CellProblem> Problems, IReadOnlyList<HeaderProblem> Header)> ReadAsync(
        string path, ImmutableArray<BatchColumn> columns) =>
        TestBatches.ReadAsync(new ParquetFormat(FileCompression.None), columns, File.ReadAllBytes(path));

    private static List<string> Query(string path, string sql)
    {
        using DuckDBConnection connection = new("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql.Replace("{0}", path, StringComparison.Ordinal);
        using DuckDBDataReader reader = command.ExecuteReader();
        List<string> rows = [];
        while (reader.Read())
            rows.Add(reader.GetValue(0).ToString()!);
        return rows;
    }

    private static void Execute(string sql)
    {
        using DuckDBConnection connection = new("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
