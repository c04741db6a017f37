using System.Collections.Immutable;
using System.Text;
using CsCheck;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Output;
using SynthData.Planning;
using SynthData.Run;
using SynthData.Tests.Language;
using SynthData.Tests.Run;

namespace SynthData.Tests.Output.Sql;

/// <summary>A dataset as one SQL script that PostgreSQL, SQLite and DuckDB run as it is.</summary>
public sealed class SqlScriptTests
{
    private const string Two = """
        customers: { rows: 1200, key: id, columns: { id: { sequence: 1 }, name: { values: ["O'Neil", 'a "b"', "x\\'; DROP TABLE customers; --", ''] }, at: { type: date, range: [-1y, today] } } }
        orders:
          rows: { per: customers, count: 1 }
          key: id
          columns: { id: { uuid: true }, customer: { references: customers.id }, gone: { values: [true, false], nulls: 50% } }
        """;

    public static TheoryData<string> Names => ReadyMade.Names;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task DuckDB_and_SQLite_run_the_script_of_every_ready_made_schema_and_hold_the_same_cells(string name)
    {
        GenerationPlan plan = ReadyMade.Plan(name, new GenerationRequest { Scale = 0.2m });
        string script = await ScriptAsync(plan, create: true);
        using ScriptDatabase duck = ScriptDatabase.DuckDb();
        using ScriptDatabase lite = ScriptDatabase.Sqlite();
        duck.Run(script);
        lite.Run(script);
        foreach (TablePlan table in plan.Run.Plan.Tables.Where(table => table.IsWritten))
        {
            ImmutableArray<BatchColumn> columns = CheckedBatch.ColumnsOf(table);
            List<string> expected = await RowsAsync(plan, table);
            Assert.Equal(expected, duck.Rows(table.Name, columns));
            Assert.Equal(expected, lite.Rows(table.Name, columns));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Psql_runs_the_script_of_every_ready_made_schema(string name)
    {
        using Psql psql = Psql.Open();
        using TemporaryFolder folder = new();
        GenerationPlan plan = ReadyMade.Plan(name, new GenerationRequest { Scale = 0.1m });
        await plan.RunAsync(OutputTarget.File(folder["made.sql"]), new RunOptions { CreateTables = true }, Token);
        psql.Run(folder["made.sql"]);
        foreach (TablePlan table in plan.Run.Plan.Tables.Where(table => table.IsWritten))
            Assert.Equal(await RowsAsync(plan, table), psql.Rows(table.Name, CheckedBatch.ColumnsOf(table)));
    }

    [Fact]
    public async Task Any_cell_is_a_literal_that_gives_it_back() => await BatchGen.Rows.SampleAsync(
        async table =>
        {
            RowBatch batch = TestBatches.Of("t", table.Columns, [.. table.Rows.Where(IsStorable)]);
            string script = await ScriptAsync([batch], CreateOf(table.Columns));
            using ScriptDatabase duck = ScriptDatabase.DuckDb();
            duck.Run(script);
            List<string> expected = [.. Enumerable.Range(0, batch.RowCount).Select(row => string.Join('|', table.Columns.Select((column, index) => Cell(batch, index, row)))).Order(StringComparer.Ordinal)];
            Assert.Equal(expected, duck.Rows("t", table.Columns));
        },
        iter: 100,
        threads: 1);

    [Fact]
    public async Task Texts_cannot_break_out_and_names_are_quoted()
    {
        string[] texts = ["'", "''", "\\'", "'); DROP TABLE t; --", "a\nb\r\nc", "$$x$$", ":name", "\\q", ".quit", "/* */", "😀 é", "", "NULL"];
        ImmutableArray<BatchColumn> columns = [TestBatches.Column("a \"quoted\" name", "string"), TestBatches.Column("select", "int32")];
        RowBatch batch = TestBatches.Of("order", columns, [.. texts.Select((text, index) => new object?[] { text, index })]);
        string script = await ScriptAsync([batch], CreateOf(columns, "order"));
        foreach (ScriptDatabase database in (ScriptDatabase[])[ScriptDatabase.DuckDb(), ScriptDatabase.Sqlite()])
        {
            using (database)
            {
                database.Run(script);
                Assert.Equal(texts.Select((text, index) => $"{text}|{index}").Order(StringComparer.Ordinal), database.Rows("order", columns));
            }
        }
    }

    [Fact]
    public async Task A_script_is_one_transaction_with_parents_first_and_statements_of_500_rows()
    {
        string script = await ScriptAsync(Made.Plan(Made.Shop(Two)), create: true);
        string[] lines = script.Split('\n');
        Assert.Equal("-- shop: one transaction for PostgreSQL, SQLite or DuckDB, parents before children.", lines[0]);
        Assert.Equal(["BEGIN;", "COMMIT;"], lines.Where(line => line is "BEGIN;" or "COMMIT;"));
        Assert.EndsWith(";\n\nCOMMIT;\n", script, StringComparison.Ordinal);
        Assert.Equal(
            ["CREATE TABLE \"customers\" (", "CREATE TABLE \"orders\" (", .. Enumerable.Repeat("INSERT INTO \"customers\" (\"id\", \"name\", \"at\") VALUES", 3), .. Enumerable.Repeat("INSERT INTO \"orders\" (\"id\", \"customer\", \"gone\") VALUES", 3)],
            lines.Where(line => line.StartsWith("CREATE", StringComparison.Ordinal) || line.StartsWith("INSERT", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_row_that_a_database_refuses_leaves_nothing_there()
    {
        string script = await ScriptAsync(Made.Plan(Made.Shop(Two)), create: true);
        int last = script.LastIndexOf("INSERT", StringComparison.Ordinal);
        string broken = script[..last] + "INSERT INTO nowhere VALUES (1);\n" + script[last..];
        using ScriptDatabase lite = ScriptDatabase.Sqlite();
        Assert.ThrowsAny<Exception>(() => lite.Run(broken));
        lite.Run("ROLLBACK");
        Assert.ThrowsAny<Exception>(() => lite.Rows("customers", [TestBatches.Column("id", "int64")]));
    }

    [Fact]
    public async Task The_bytes_depend_on_neither_threads_nor_batches()
    {
        GenerationPlan plan = Made.Plan(Made.Shop(Two));
        string script = await ScriptAsync(plan, create: false);
        foreach ((int threads, int rows) in new[] { (1, 1), (8, 77), (2, 100_000) })
            Assert.Equal(script, await ScriptAsync(plan, create: false, new RunOptions { Threads = threads, BatchRows = rows }));
    }

    [Fact]
    public async Task A_table_that_begins_in_the_middle_of_a_statement_begins_one()
    {
        ImmutableArray<BatchColumn> columns = [TestBatches.Column("n", "int64")];
        object?[][] rows = [.. Enumerable.Range(0, 600).Select(n => new object?[] { (long)n })];
        string script = await ScriptAsync(TestBatches.Cut("t", columns, rows, 130, firstRow: 730), CreateOf(columns));
        using ScriptDatabase duck = ScriptDatabase.DuckDb();
        duck.Run(script);
        Assert.Equal(rows.Select(row => $"{row[0]}").Order(StringComparer.Ordinal), duck.Rows("t", columns));
    }

    [Fact]
    public async Task A_folder_holds_one_script_that_the_manifest_names_at_every_table()
    {
        using TemporaryFolder folder = new();
        GenerationPlan plan = Made.Plan(Made.Shop(Two));
        RunOutcome csv = await plan.RunAsync(OutputTarget.Folder(folder["csv"]), new RunOptions(), Token);
        RunOutcome sql = await plan.RunAsync(OutputTarget.Folder(folder["sql"]), new RunOptions { Format = "sql" }, Token);
        Assert.Equal(["manifest.json", "shop.sql"], Directory.GetFiles(folder["sql"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Null(await DatasetCheck.FaultAsync(folder["sql"]));
        Assert.Equal(csv.Manifest.Tables.Select(table => (table.Rows, table.Content)), sql.Manifest.Tables.Select(table => (table.Rows, table.Content)));
        Assert.All(sql.Manifest.Tables, table => Assert.Equal("shop.sql", Assert.Single(table.Files).Path));
        Assert.Equal(sql.Manifest.Tables.Select(table => table.Rows), sql.Manifest.Tables.Select(table => table.Files[0].Rows));
        Assert.True((await plan.RunAsync(OutputTarget.Folder(folder["sql"]), new RunOptions { Format = "sql" }, Token)).WasComplete);
        var other = await Assert.ThrowsAsync<GenerationException>(() => plan.RunAsync(OutputTarget.Folder(folder["sql"]), new RunOptions { Format = "sql", CreateTables = true }, Token));
        Assert.Equal("SD5007", other.Diagnostic.Code);
    }

    [Theory]
    [InlineData("shop.sql.gz")]
    [InlineData("shop.sql.zst")]
    public async Task A_packed_script_holds_the_same(string name)
    {
        using TemporaryFolder folder = new();
        GenerationPlan plan = Made.Plan(Made.Shop(Two));
        await plan.RunAsync(OutputTarget.File(folder[name]), new RunOptions(), Token);
        FileCompression compression = name.EndsWith("gz", StringComparison.Ordinal) ? FileCompression.Gzip : FileCompression.Zstd;
        await using FileStream file = File.OpenRead(folder[name]);
        using StreamReader reader = new(compression.ReadingFrom(file), Encoding.UTF8);
        Assert.Equal(await ScriptAsync(plan, create: false), await reader.ReadToEndAsync(Token));
    }

    [Fact]
    public async Task A_run_that_ends_early_leaves_no_script()
    {
        using TemporaryFolder folder = new();
        GenerationPlan plan = Made.Plan(Made.Items("a: { constant: \"x\\0y\" }\n"));
        var failure = await Assert.ThrowsAsync<GenerationException>(() => plan.RunAsync(OutputTarget.File(folder["items.sql"]), new RunOptions(), Token));
        Assert.Equal("SD5041", failure.Diagnostic.Code);
        Assert.Contains("'items.a' of row 1", failure.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_script_is_not_made_in_parts_and_only_a_script_makes_tables()
    {
        GenerationPlan part = Made.Plan(Made.Shop(Two), new GenerationRequest { Shard = new ShardRequest(1, 2) });
        Assert.Equal("SD8113", await RefusalAsync(part, new RunOptions { Format = "sql" }));
        Assert.Equal("SD8117", await RefusalAsync(Made.Plan(Made.Shop(Two)), new RunOptions { CreateTables = true }));
    }

    // As CSV holds them, in an order of their own.
    private static async Task<List<string>> RowsAsync(GenerationPlan plan, TablePlan table)
    {
        ImmutableArray<BatchColumn> columns = CheckedBatch.ColumnsOf(table);
        MadeTable made = await Made.RowsAsync(plan, table.Name);
        return
        [
            .. Enumerable.Range(0, made[columns[0].Name].Count)
                .Select(row => string.Join('|', columns.Select(column => made[column.Name][row] ?? "NULL"))).Order(StringComparer.Ordinal),
        ];
    }

    private static async Task<string> RefusalAsync(GenerationPlan plan, RunOptions options) =>
        Assert.Single((await Assert.ThrowsAsync<SchemaException>(() => plan.RunAsync(OutputTarget.Stream(Stream.Null), options, Token))).Diagnostics).Code;

    private static async Task<string> ScriptAsync(GenerationPlan plan, bool create, RunOptions? options = null)
    {
        using MemoryStream stream = new();
        await plan.RunAsync(OutputTarget.Stream(stream), (options ?? new RunOptions()) with { Format = "sql", CreateTables = create }, Token);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static async Task<string> ScriptAsync(IEnumerable<RowBatch> batches, string create)
    {
        using MemoryStream stream = new();
        await using IDatasetFile file = new SynthData.Output.Sql.SqlFormat("t", FileCompression.None, [create]).OpenFile(stream);
        ITableWriter? table = null;
        foreach (RowBatch batch in batches)
        {
            table ??= file.OpenTable(new TableLayout(batch.Table, batch.Columns));
            await table.AppendAsync(table.Encode(batch), Token);
        }

        await table!.CompleteAsync(Token);
        await file.CompleteAsync(Token);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string CreateOf(ImmutableArray<BatchColumn> columns, string table = "t") =>
        $"CREATE TABLE \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column.Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\" {SynthData.Output.Sql.SqlFormat.TypeName(column.Type)}"))})";

    private static bool IsStorable(object?[] row) => row.All(cell => cell is not string text || !text.Contains('\0', StringComparison.Ordinal));

    private static string Cell(RowBatch batch, int column, int row) =>
        batch.Cells(column).IsNull(row) ? "NULL" : CellText.Format(batch.Cells(column), row, batch.Columns[column].Type);
}
