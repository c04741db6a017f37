using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Manifest;
using SynthData.Output;
using SynthData.Planning;
using SynthData.Run;
using SynthData.Tests.Language;
using SynthData.Tests.Run;

namespace SynthData.Tests.Output.Databases;

/// <summary>A dataset in a SQLite file: the same cells, in one transaction, or nothing.</summary>
public sealed class SqliteTests
{
    private const string Two = """
        customers: { rows: 20, key: id, columns: { id: { sequence: 1 }, name: { semantic: person.full_name } } }
        orders:
          rows: { per: customers, count: { between: [1, 3] } }
          key: id
          columns: { id: { sequence: 100, type: int32 }, customer: { references: customers.id }, at: { type: timestamp, range: [-1y, today] }, price: { type: decimal(2), range: [1, 99] } }
        """;

    public static TheoryData<string> Names => ReadyMade.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_ready_made_schema_comes_back_as_it_was_made(string name)
    {
        using var folder = new TemporaryFolder();
        GenerationPlan plan = ReadyMade.Plan(name, new GenerationRequest { Scale = 0.2m });

        await WriteAsync(plan, folder["new/made.db"], create: true);

        using var file = new SqliteFile(folder["new/made.db"]);
        foreach (TablePlan table in plan.Run.Plan.Tables.Where(table => table.IsWritten))
        {
            MadeTable rows = await Made.RowsAsync(plan, table.Name);
            foreach (BatchColumn column in CheckedBatch.ColumnsOf(table))
                Assert.Equal(rows[column.Name], file.Column(table.Name, column.Name, column.Type));
        }
    }

    [Fact]
    public async Task Tables_are_made_with_keys_unique_columns_and_references()
    {
        using var folder = new TemporaryFolder();

        await WriteAsync(ReadyMade.Plan("bike-shop"), folder["shop.db"], create: true);

        using var file = new SqliteFile(folder["shop.db"]);
        Assert.Equal("order,number", file.Ask("SELECT group_concat(name) FROM (SELECT name FROM pragma_table_info('lines') WHERE pk > 0 ORDER BY pk)"));
        Assert.Equal("customers", file.Ask("SELECT \"table\" FROM pragma_foreign_key_list('orders')"));
        Assert.Equal("email", file.Ask("SELECT i.name FROM pragma_index_list('customers') l, pragma_index_info(l.name) i WHERE l.origin = 'u'"));
        Assert.Equal("0", file.Ask("SELECT \"notnull\" FROM pragma_table_info('orders') WHERE name = 'shipped_at'"));
        Assert.Equal("1", file.Ask("SELECT \"notnull\" FROM pragma_table_info('lines') WHERE name = 'total'"));
    }

    [Fact]
    public async Task The_manifest_is_a_row_and_says_what_files_would_say()
    {
        using var folder = new TemporaryFolder();
        GenerationPlan plan = Made.Plan(Made.Shop(Two));

        RunManifest written = await WriteAsync(plan, folder["shop.db"], create: true);

        RunManifest files = await plan.WriteAsync(OutputTarget.Folder(folder["out"]), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(files.Tables.Select(table => table.Content), written.Tables.Select(table => table.Content));
        Assert.Equal("sqlite", written.Options.Format);
        using var file = new SqliteFile(folder["shop.db"]);
        Assert.Equal(System.Text.Encoding.UTF8.GetString(ManifestJson.Print(written)), file.Ask("SELECT manifest FROM synthdata_manifest"));
    }

    [Fact]
    public async Task The_same_dataset_again_is_already_complete()
    {
        using var folder = new TemporaryFolder();
        GenerationPlan plan = Made.Plan(Made.Shop(Two));
        await WriteAsync(plan, folder["shop.db"], create: true);

        RunOutcome again = await plan.RunAsync(OutputTarget.Sqlite(folder["shop.db"]), new RunOptions(), TestContext.Current.CancellationToken);

        Assert.True(again.WasComplete);
    }

    [Fact]
    public async Task A_table_with_rows_is_refused_and_truncated_where_that_is_asked()
    {
        using var folder = new TemporaryFolder();
        await WriteAsync(Made.Plan(Made.Shop(Two)), folder["shop.db"], create: true);
        GenerationPlan other = Made.Plan(Made.Shop(Two), new GenerationRequest { Seed = 9 });

        Diagnostic refused = await RefusedAsync(other, folder["shop.db"], new DatabaseOptions());
        RunManifest replaced = await other.WriteAsync(
            OutputTarget.Sqlite(folder["shop.db"], new DatabaseOptions { Existing = ExistingRows.Truncate }), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("SD5103", refused.Code);
        Assert.Contains("'customers'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("(20)", refused.Message, StringComparison.Ordinal);
        using var file = new SqliteFile(folder["shop.db"]);
        Assert.Equal($"{replaced.Tables[1].Rows}", file.Ask("SELECT count(*) FROM orders"));
        Assert.Equal("1", file.Ask("SELECT count(*) FROM synthdata_manifest"));
    }

    [Fact]
    public async Task Missing_tables_are_told_all_at_once_and_no_file_is_left()
    {
        using var folder = new TemporaryFolder();
        using (var file = new SqliteFile(folder["shop.db"]))
            file.Run("CREATE TABLE something (a)");

        Diagnostic none = await RefusedAsync(Made.Plan(Made.Shop(Two)), folder["none.db"], new DatabaseOptions());
        Diagnostic missing = await RefusedAsync(Made.Plan(Made.Shop(Two)), folder["shop.db"], new DatabaseOptions());

        Assert.Equal("SD5104", none.Code);
        Assert.False(File.Exists(folder["none.db"]));
        Assert.Equal("SD5101", missing.Code);
        Assert.Contains("customers, orders", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_difference_of_the_tables_there_is_told()
    {
        using var folder = new TemporaryFolder();
        using (var file = new SqliteFile(folder["shop.db"]))
            file.Run("CREATE TABLE customers (id TEXT, nick TEXT NOT NULL, since TEXT NOT NULL DEFAULT 'x'); CREATE TABLE orders (id INT, customer INT, at INT, price INT)");

        Diagnostic refused = await RefusedAsync(Made.Plan(Made.Shop(Two)), folder["shop.db"], new DatabaseOptions { Create = true });

        Assert.Equal("SD5102", refused.Code);
        Assert.Contains("no column 'name' (string)", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'id' is TEXT, which does not take int64", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'nick' (TEXT) needs a value", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'price' is INT, which does not take decimal(2)", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("since", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_collide_with_those_there_undo_everything()
    {
        using var folder = new TemporaryFolder();
        const string codes = "codes: { rows: 5, key: code, columns: { code: { pattern: '[A-Z]{3}' } } }";
        await WriteAsync(Made.Plan(Made.Shop(codes)), folder["shop.db"], create: true);

        Diagnostic refused = await RefusedAsync(Made.Plan(Made.Shop(codes)), folder["shop.db"], new DatabaseOptions { Existing = ExistingRows.Append });

        Assert.Equal("SD5107", refused.Code);
        Assert.Contains("codes.code", refused.Message, StringComparison.Ordinal);
        using var file = new SqliteFile(folder["shop.db"]);
        Assert.Equal("5", file.Ask("SELECT count(*) FROM codes"));
    }

    [Fact]
    public async Task A_run_that_fails_leaves_no_new_file()
    {
        using var folder = new TemporaryFolder();
        const string digits = "items: { rows: 5, columns: { a: { sequence: 1 }, price: { type: decimal(4), constant: 123456789012.3456 } } }";

        Diagnostic refused = await RefusedAsync(Made.Plan(Made.Shop(digits)), folder["shop.db"], new DatabaseOptions { Create = true });

        Assert.Equal("SD5108", refused.Code);
        Assert.Contains("items.price", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["shop.db"]));
    }

    [Fact]
    public async Task What_the_database_itself_refuses_is_told_in_its_words()
    {
        using var folder = new TemporaryFolder();
        using (var file = new SqliteFile(folder["shop.db"]))
            file.Run("CREATE TABLE synthdata_manifest (other)");

        Diagnostic refused = await RefusedAsync(Made.Plan(Made.Shop(Two)), folder["shop.db"], new DatabaseOptions { Create = true });

        Assert.Equal("SD5105", refused.Code);
        Assert.Contains("no column named number", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_another_writes_is_busy()
    {
        using var folder = new TemporaryFolder();
        await WriteAsync(Made.Plan(Made.Shop(Two)), folder["shop.db"], create: true);
        using var other = new SqliteFile(folder["shop.db"]);
        other.Run("BEGIN IMMEDIATE");

        GenerationException refused = await Assert.ThrowsAsync<GenerationException>(async () =>
            await SynthData.Output.Databases.Sqlite.SqliteDatabase.OpenAsync(folder["shop.db"], mayCreate: false, TestContext.Current.CancellationToken, patienceSeconds: 1));

        Assert.Equal("SD5106", refused.Diagnostic.Code);
    }

    [Fact]
    public async Task Runs_at_once_on_a_new_file_fill_it_once()
    {
        using var folder = new TemporaryFolder();
        for (int round = 0; round < 5; round++)
        {
            string path = folder[$"{round}.db"];
            var target = OutputTarget.Sqlite(path, new DatabaseOptions { Create = true });
            RunOutcome[] outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ =>
                Task.Run(() => Made.Plan(Made.Shop(Two)).RunAsync(target, new RunOptions { Threads = 1 }, TestContext.Current.CancellationToken))));

            Assert.Single(outcomes, outcome => !outcome.WasComplete);
            using var file = new SqliteFile(path);
            Assert.Equal("20", file.Ask("SELECT count(*) FROM customers"));
        }
    }

    [Fact]
    public async Task A_run_that_waits_for_a_file_that_goes_makes_it_anew()
    {
        using var folder = new TemporaryFolder();
        var fails = await SynthData.Output.Databases.Sqlite.SqliteDatabase.OpenAsync(folder["shop.db"], mayCreate: true, TestContext.Current.CancellationToken);
        Task<RunManifest> waits = Task.Run(() => WriteAsync(Made.Plan(Made.Shop(Two)), folder["shop.db"], create: true));

        await fails.DisposeAsync();
        await waits;

        using var file = new SqliteFile(folder["shop.db"]);
        Assert.Equal("20", file.Ask("SELECT count(*) FROM customers"));
    }

    [Theory]
    [InlineData("sqlite_rows", "SQLite keeps names")]
    [InlineData("synthdata_manifest", "manifests are kept there")]
    public async Task A_table_that_cannot_have_its_name_is_refused(string table, string words)
    {
        using var folder = new TemporaryFolder();
        GenerationPlan plan = Made.Plan(Made.Shop($"{table}: {{ rows: 5, columns: {{ id: {{ sequence: 1 }} }} }}"));

        Diagnostic refused = await RefusedAsync(plan, folder["shop.db"], new DatabaseOptions { Create = true });

        Assert.Equal("SD5109", refused.Code);
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["shop.db"]));
    }

    [Fact]
    public async Task A_database_in_memory_would_be_gone_and_is_refused() =>
        Assert.Equal("SD5104", (await RefusedAsync(Made.Plan(Made.Shop(Two)), ":memory:", new DatabaseOptions { Create = true })).Code);

    [Theory]
    [InlineData("CHECK (id > 99)", "SD5105", "CHECK constraint failed")]
    [InlineData("REFERENCES others (id)", "SD5107", "FOREIGN KEY constraint failed")]
    public async Task Only_other_rows_are_a_conflict(string constraint, string code, string words)
    {
        using var folder = new TemporaryFolder();
        using (var file = new SqliteFile(folder["shop.db"]))
            file.Run($"CREATE TABLE others (id INTEGER PRIMARY KEY); CREATE TABLE items (id INTEGER {constraint})");

        Diagnostic refused = await RefusedAsync(Made.Plan(Made.Items("id: { sequence: 1 }")), folder["shop.db"], new DatabaseOptions());

        Assert.Equal(code, refused.Code);
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_a_trigger_drops_are_missed_before_the_commit()
    {
        using var folder = new TemporaryFolder();
        using (var file = new SqliteFile(folder["shop.db"]))
            file.Run("CREATE TABLE items (id INTEGER); CREATE TRIGGER odd BEFORE INSERT ON items WHEN new.id % 2 = 1 BEGIN SELECT raise(ignore); END; INSERT INTO items VALUES (100)");

        Diagnostic refused = await RefusedAsync(Made.Plan(Made.Items("id: { sequence: 1 }", rows: 10)), folder["shop.db"], new DatabaseOptions { Existing = ExistingRows.Append });

        Assert.Equal("SD5110", refused.Code);
        Assert.Contains("kept 5 of the 10 rows", refused.Message, StringComparison.Ordinal);
        using var after = new SqliteFile(folder["shop.db"]);
        Assert.Equal("1", after.Ask("SELECT count(*) FROM items"));
    }

    [Theory]
    [InlineData("ON DELETE CASCADE")]
    [InlineData("")]
    public async Task Truncating_touches_no_table_that_is_not_written(string onDelete)
    {
        using var folder = new TemporaryFolder();
        await WriteAsync(Made.Plan(Made.Shop(Two)), folder["shop.db"], create: true);
        using (var file = new SqliteFile(folder["shop.db"]))
            file.Run($"CREATE TABLE notes (customer INTEGER REFERENCES customers (id) {onDelete}); INSERT INTO notes VALUES (1)");
        GenerationPlan other = Made.Plan(Made.Shop(Two), new GenerationRequest { Seed = 9 });

        Diagnostic refused = await RefusedAsync(other, folder["shop.db"], new DatabaseOptions { Existing = ExistingRows.Truncate });
        using (var file = new SqliteFile(folder["shop.db"]))
            file.Run("DELETE FROM notes");
        await other.WriteAsync(OutputTarget.Sqlite(folder["shop.db"], new DatabaseOptions { Existing = ExistingRows.Truncate }), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("SD5111", refused.Code);
        Assert.Contains("table 'notes' refers to it and holds rows (1)", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<RunManifest> WriteAsync(GenerationPlan plan, string path, bool create) =>
        await plan.WriteAsync(OutputTarget.Sqlite(path, new DatabaseOptions { Create = create }), cancellationToken: TestContext.Current.CancellationToken);

    private static async Task<Diagnostic> RefusedAsync(GenerationPlan plan, string path, DatabaseOptions options) =>
        (await Assert.ThrowsAsync<GenerationException>(() => plan.WriteAsync(OutputTarget.Sqlite(path, options), cancellationToken: TestContext.Current.CancellationToken))).Diagnostic;
}
