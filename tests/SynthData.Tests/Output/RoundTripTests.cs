using CsCheck;
using SynthData.Batches;
using SynthData.Output;
using SynthData.Schema;

namespace SynthData.Tests.Output;

public class RoundTripTests
{
    [Theory]
    [InlineData("csv")]
    [InlineData("csv.gz")]
    [InlineData("csv.zst")]
    [InlineData("jsonl")]
    [InlineData("jsonl.gz")]
    [InlineData("jsonl.zst")]
    [InlineData("parquet")]
    [InlineData("parquet small groups")]
    public async Task Any_batch_reads_back_the_same(string name)
    {
        ITableFormat format = Formats.Of(name);
        await BatchGen.Rows.SampleAsync(
            async table =>
            {
                RowBatch batch = TestBatches.Of("t", table.Columns, table.Rows);
                byte[] file = await TestBatches.WriteAsync(format, batch);
                var read = await TestBatches.ReadAsync(format, table.Columns, file);
                Assert.Empty(read.Problems);
                if (table.Rows.Length > 0 || !name.StartsWith("jsonl", StringComparison.Ordinal))
                    Assert.Empty(read.Header);
                Assert.Equal(TestBatches.RowsOf(batch).ToList(), read.Rows);
            },
            iter: 200);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("csv.gz")]
    [InlineData("csv.zst")]
    [InlineData("jsonl")]
    [InlineData("jsonl.zst")]
    [InlineData("parquet")]
    [InlineData("parquet small groups")]
    public async Task DuckDB_reads_the_same_cells_from_any_batch(string name)
    {
        using TemporaryFolder folder = new();
        ITableFormat format = Formats.Of(name);
        string path = folder[$"t{format.Extension}"];

        // DuckDB's JSON reader takes numbers through double, which keeps 15 digits.
        int digits = format.Name == "jsonl" ? 15 : ColumnType.MaxPrecision;
        await BatchGen.Rows.Where(table => table.Columns.All(column => column.Type.Precision <= digits)).SampleAsync(
            async table =>
            {
                RowBatch batch = TestBatches.Of("t", table.Columns, table.Rows);
                await File.WriteAllBytesAsync(path, await TestBatches.WriteAsync(format, batch), TestContext.Current.CancellationToken);
                Assert.Equal(DuckDbJudge.Print(batch), DuckDbJudge.Read(path, table.Columns));
            },
            iter: 60,
            threads: 1);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("csv.gz")]
    [InlineData("csv.zst")]
    [InlineData("jsonl")]
    [InlineData("parquet")]
    [InlineData("parquet small groups")]
    public async Task The_file_does_not_depend_on_how_rows_are_batched(string name)
    {
        ITableFormat format = Formats.Of(name);
        await Gen.Select(BatchGen.Rows, Gen.Int[1, 9]).SampleAsync(
            async (table, size) =>
            {
                TableLayout layout = new("t", table.Columns);
                byte[] whole = await TestBatches.WriteAsync(format, layout, [TestBatches.Of("t", table.Columns, table.Rows)]);
                byte[] cut = await TestBatches.WriteAsync(format, layout, TestBatches.Cut("t", table.Columns, table.Rows, size));
                Assert.Equal(whole, cut);
            },
            iter: 100);
    }
}
