using System.Globalization;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Output;
using SynthData.Planning;
using SynthData.Run;
using SynthData.Schema;
using SynthData.Tests.Cli;
using SynthData.Tests.Language;
using SynthData.Tests.Run;

namespace SynthData.Tests.Output.Databases;

/// <summary>A dataset in a PostgreSQL database: the same cells, in one transaction, or nothing.</summary>
public sealed class PostgresTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private const string Two = """
        customers: { rows: 20, key: id, columns: { id: { sequence: 1 }, name: { semantic: person.full_name } } }
        orders:
          rows: { per: customers, count: { between: [1, 3] } }
          key: id
          columns: { id: { sequence: 100 }, customer: { references: customers.id }, price: { type: decimal(2), range: [1, 99] } }
        """;

    public static TheoryData<string> Names => ReadyMade.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_ready_made_schema_comes_back_as_it_was_made(string name)
    {
        string url = await server.EmptyAsync($"made_{name.Replace('-', '_')}");
        GenerationPlan plan = ReadyMade.Plan(name, new GenerationRequest { Scale = 0.2m });

        await WriteAsync(plan, url, new DatabaseOptions { Create = true });

        foreach (TablePlan table in plan.Run.Plan.Tables.Where(table => table.IsWritten))
        {
            MadeTable rows = await Made.RowsAsync(plan, table.Name);
            foreach (BatchColumn column in CheckedBatch.ColumnsOf(table))
                Assert.Equal(rows[column.Name], await ColumnAsync(url, table.Name, column));
        }
    }

    [Theory]
    [InlineData("decimal(2)", "[-99999.99, 99999.99]")]
    [InlineData("decimal(0)", "[0, 100000000]")]
    [InlineData("'decimal(18,9)'", "[-1.5, 1.5]")]
    [InlineData("'decimal(18,4)'", "[0, 99999999999999]")]
    [InlineData("'decimal(18,1)'", "[9999, 10001]")]
    [InlineData("double", "[-1, 1]")]
    [InlineData("int64", "[-9000000000, 9000000000]")]
    [InlineData("timestamp", "[1900-01-01, 2100-01-01]")]
    [InlineData("date", "[0001-01-01, 9999-12-31]")]
    [InlineData("time", "['00:00', '23:59']")]
    public async Task Every_type_comes_back(string type, string range)
    {
        string url = await server.EmptyAsync($"type_{Guid.CreateVersion7():n}");
        GenerationPlan plan = Made.Plan(Made.Items($"cell: {{ type: {type}, range: {range}, nulls: 10% }}", rows: 500));

        await WriteAsync(plan, url, new DatabaseOptions { Create = true });

        MadeTable rows = await Made.RowsAsync(plan, "items");
        Assert.Equal(rows["cell"], await ColumnAsync(url, "items", CheckedBatch.ColumnsOf(plan.Run.Plan.Tables[0])[0]));
    }

    [Fact]
    public async Task Tables_that_exist_take_rows_in_their_own_types_and_their_counters_go_on()
    {
        string url = await server.EmptyAsync("own_types");
        await PostgresServer.RunAsync(url, """
            CREATE TYPE mood AS ENUM ('happy', 'sad');
            CREATE TABLE items (id serial PRIMARY KEY, price numeric(10,2) NOT NULL, mood mood, note varchar(40), at timestamptz(3), facts jsonb, ref text, added timestamptz DEFAULT now())
            """);
        const string columns = """
            id: { sequence: 1 }
            price: { type: decimal(2), range: [1, 99] }
            mood: { values: [happy, sad] }
            note: { constant: "it's" }
            at: { type: timestamp, range: [2024-01-01, 2024-12-31] }
            facts: { object: { a: id } }
            ref: { uuid: true }
            """;

        await WriteAsync(Made.Plan(Made.Items(columns)), url, new DatabaseOptions());
        await PostgresServer.RunAsync(url, "INSERT INTO items (price) VALUES (1)");

        Assert.Equal(["101"], await PostgresServer.AskAsync(url, "SELECT count(*) FROM items WHERE added IS NOT NULL"));
        Assert.Equal(["101"], await PostgresServer.AskAsync(url, "SELECT max(id) FROM items"));
        Assert.Equal(["7"], await PostgresServer.AskAsync(url, "SELECT facts->'a' FROM items WHERE id = 7"));
    }

    [Fact]
    public async Task The_same_again_is_complete_and_another_dataset_is_refused_truncated_or_appended()
    {
        string url = await server.EmptyAsync("again");
        await WriteAsync(Made.Plan(Made.Shop(Two)), url, new DatabaseOptions { Create = true });
        GenerationPlan other = Made.Plan(Made.Shop(Two), new GenerationRequest { Seed = 9 });

        RunOutcome again = await Made.Plan(Made.Shop(Two)).RunAsync(OutputTarget.Postgres(url), new RunOptions(), TestContext.Current.CancellationToken);
        Diagnostic refused = await RefusedAsync(other, url, new DatabaseOptions());
        await WriteAsync(other, url, new DatabaseOptions { Existing = ExistingRows.Truncate });
        await WriteAsync(Made.Plan(Made.Shop(Two)), url, new DatabaseOptions { Existing = ExistingRows.Append });

        Assert.True(again.WasComplete);
        Assert.Equal("SD5103", refused.Code);
        Assert.Equal(["1 40 40"], await PostgresServer.AskAsync(url, "SELECT min(id) || ' ' || max(id) || ' ' || count(*) FROM customers"));
        Assert.Equal(["2"], await PostgresServer.AskAsync(url, "SELECT count(*) FROM synthdata_manifest"));
        Assert.Equal(["0"], await PostgresServer.AskAsync(url, "SELECT count(*) FROM orders o LEFT JOIN customers c ON c.id = o.customer WHERE c.id IS NULL"));
    }

    [Fact]
    public async Task Differences_of_tables_are_told_column_by_column()
    {
        string url = await server.EmptyAsync("differs");
        await PostgresServer.RunAsync(url, "CREATE TABLE customers (id uuid, nick text NOT NULL); CREATE TABLE orders (id int, customer int, price numeric(9,1))");

        Diagnostic refused = await RefusedAsync(Made.Plan(Made.Shop(Two)), url, new DatabaseOptions());

        Assert.Equal("SD5102", refused.Code);
        Assert.Contains("no column 'name' (string)", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'id' is uuid, which does not take int64", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'nick' (text) needs a value", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'price' is numeric(9,1), which does not take decimal(2)", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CREATE TABLE items (id smallint, word text)", "{ sequence: 32700 }", "SD5143", "32768")]
    [InlineData("CREATE TABLE items (id int, word varchar(3))", "{ sequence: 1 }", "SD5105", "value too long for type character varying(3)")]
    [InlineData("CREATE TABLE items (id int PRIMARY KEY, word text); INSERT INTO items VALUES (7, 'x')", "{ uuid: true }", "SD5102", "does not take uuid")]
    [InlineData("CREATE TABLE items (id int REFERENCES others, word text)", "{ sequence: 7 }", "SD5107", "is not present in table \"others\"")]
    [InlineData("CREATE TABLE items (id int, word text CHECK (length(word) > 9))", "{ sequence: 7 }", "SD5105", "violates check constraint")]
    public async Task What_the_database_does_not_take_undoes_everything(string table, string id, string code, string words)
    {
        string url = await server.EmptyAsync($"bad_{Guid.CreateVersion7():n}");
        await PostgresServer.RunAsync(url, $"CREATE TABLE others (id int PRIMARY KEY); {table}");

        Diagnostic refused = await RefusedAsync(Made.Plan(Made.Items($"id: {id}\nword: {{ constant: hello }}")), url, new DatabaseOptions { Existing = ExistingRows.Append });

        Assert.Equal(code, refused.Code);
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.Equal([table.Contains("INSERT", StringComparison.Ordinal) ? "1" : "0"], await PostgresServer.AskAsync(url, "SELECT count(*) FROM items"));
        Assert.Equal([null], await PostgresServer.AskAsync(url, "SELECT to_regclass('synthdata_manifest')::text"));
    }

    [Fact]
    public async Task A_value_that_is_there_already_is_named()
    {
        string url = await server.EmptyAsync("collides");
        GenerationPlan plan = Made.Plan(Made.Shop("codes: { rows: 5, key: code, columns: { code: { pattern: '[A-Z]{3}' } } }"));
        await WriteAsync(plan, url, new DatabaseOptions { Create = true });

        Diagnostic refused = await RefusedAsync(plan, url, new DatabaseOptions { Existing = ExistingRows.Append });

        Assert.Equal("SD5107", refused.Code);
        Assert.Contains("table 'codes'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("already exists", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_at_once_that_make_the_same_tables_wait_for_one_another()
    {
        string url = await server.EmptyAsync("at_once");
        var target = OutputTarget.Postgres(url, new DatabaseOptions { Create = true });

        RunOutcome[] outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ =>
            Task.Run(() => Made.Plan(Made.Shop(Two)).RunAsync(target, new RunOptions { Threads = 1 }, TestContext.Current.CancellationToken))));

        Assert.Single(outcomes, outcome => !outcome.WasComplete);
    }

    [Fact]
    public async Task Runs_at_once_on_other_tables_number_their_manifests_one_after_the_other()
    {
        string url = await server.EmptyAsync("beside");
        await PostgresServer.RunAsync(url, "CREATE TABLE a (id int); CREATE TABLE b (id int); CREATE TABLE c (id int)");

        await Task.WhenAll(((string[])["a", "b", "c"]).Select(table =>
            Task.Run(() => WriteAsync(Made.Plan(Made.Shop($"{table}: {{ rows: 5, columns: {{ id: {{ sequence: 1 }} }} }}")), url, new DatabaseOptions()))));

        Assert.Equal(["1", "2", "3"], await PostgresServer.AskAsync(url, "SELECT number FROM synthdata_manifest ORDER BY number"));
    }

    [Fact]
    public async Task Whole_numbers_go_on_in_a_numeric_column_and_no_counter_goes_back()
    {
        string url = await server.EmptyAsync("numerics");
        await PostgresServer.RunAsync(url, "CREATE TABLE items (id numeric(12,2) PRIMARY KEY, n serial); SELECT setval('items_n_seq', 5000)");

        foreach (ulong seed in (ulong[])[1, 2, 3])
        {
            GenerationPlan plan = Made.Plan(Made.Items("id: { sequence: 1 }\nn: { range: [1, 9] }", rows: 10), new GenerationRequest { Seed = seed });
            await WriteAsync(plan, url, new DatabaseOptions { Existing = ExistingRows.Append });
        }

        Assert.Equal(["1.00 30.00 30"], await PostgresServer.AskAsync(url, "SELECT min(id) || ' ' || max(id) || ' ' || count(*) FROM items"));
        Assert.Equal(["5001"], await PostgresServer.AskAsync(url, "SELECT nextval('items_n_seq')"));
    }

    [Fact]
    public async Task A_time_that_the_column_would_round_is_refused()
    {
        string url = await server.EmptyAsync("rounds");
        await PostgresServer.RunAsync(url, "CREATE TABLE items (at timestamp(3))");

        Diagnostic refused = await RefusedAsync(Made.Plan(Made.Items("at: { expr: \"timestamp '2024-01-01 10:00:00.123456'\" }")), url, new DatabaseOptions());

        Assert.Equal("SD5144", refused.Code);
        Assert.Contains("'items.at' of the database is timestamp(3)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_the_server_would_cut_is_refused()
    {
        string url = await server.EmptyAsync("names");
        string name = new('é', 40);

        Diagnostic refused = await RefusedAsync(Made.Plan(Made.Items($"\"{name}\": {{ constant: 1 }}")), url, new DatabaseOptions { Create = true });

        Assert.Equal("SD5109", refused.Code);
        Assert.Contains($"'{name}' (PostgreSQL keeps 63 bytes of a name, and this has 80)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_interrupted_says_no_other_thing()
    {
        string url = await server.EmptyAsync("stopped");
        GenerationPlan plan = Made.Plan(Made.Items("id: { sequence: 1 }\nname: { semantic: person.full_name }", rows: 200_000));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var options = new RunOptions { OnBatch = _ => stop.Cancel() };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => plan.RunAsync(OutputTarget.Postgres(url, new DatabaseOptions { Create = true }), options, stop.Token));

        Assert.Equal([null], await PostgresServer.AskAsync(url, "SELECT to_regclass('items')::text"));
    }

    [Fact]
    public async Task A_server_that_goes_away_in_the_middle_keeps_nothing()
    {
        string url = await server.EmptyAsync("lost");
        GenerationPlan plan = Made.Plan(Made.Items("id: { sequence: 1 }\nname: { semantic: person.full_name }", rows: 200_000));
        bool isKilled = false;
        var options = new RunOptions
        {
            Threads = 1,
            OnBatch = _ =>
            {
                if (!isKilled)
                    PostgresServer.RunAsync(url, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'synthdata' AND datname = current_database()").GetAwaiter().GetResult();
                isKilled = true;
            },
        };

        GenerationException lost = await Assert.ThrowsAsync<GenerationException>(() =>
            plan.RunAsync(OutputTarget.Postgres(url, new DatabaseOptions { Create = true }), options, TestContext.Current.CancellationToken));

        Assert.Equal("SD5141", lost.Diagnostic.Code);
        Assert.Equal([null], await PostgresServer.AskAsync(url, "SELECT to_regclass('items')::text"));
    }

    [Fact]
    public async Task A_user_without_the_right_is_told_so()
    {
        string url = await server.EmptyAsync("guarded");
        string role = $"r{Guid.CreateVersion7():n}";
        await PostgresServer.RunAsync(url, $"CREATE ROLE {role} LOGIN; CREATE TABLE items (id int); GRANT USAGE ON SCHEMA guarded TO {role}; GRANT SELECT ON items TO {role}");

        Diagnostic refused = await RefusedAsync(Made.Plan(Made.Items("id: { sequence: 1 }")), url.Replace("synthdata@", $"{role}@", StringComparison.Ordinal), new DatabaseOptions());
        await PostgresServer.RunAsync(url, $"DROP TABLE items; DROP OWNED BY {role}; DROP ROLE {role}");

        Assert.Equal("SD5142", refused.Code);
        Assert.Contains("items", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_program_writes_there_and_says_where()
    {
        string url = await server.EmptyAsync("program");
        using var folder = new TemporaryFolder();
        string schema = folder.Write("shop.yaml", Made.Shop(Two));

        CommandLine first = await CommandLine.RunAsync("generate", schema, "-o", url, "--create");
        CommandLine again = await CommandLine.RunAsync("generate", schema, "-o", url);

        Assert.Equal((0, 0), (first.ExitCode, again.ExitCode));
        Assert.Contains("already complete", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_a_trigger_drops_are_missed_before_the_commit()
    {
        string url = await server.EmptyAsync("dropping");
        await PostgresServer.RunAsync(url, """
            CREATE TABLE items (id int);
            CREATE FUNCTION drop_it() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN IF new.id = 3 THEN RETURN NULL; END IF; RETURN new; END';
            CREATE TRIGGER dropping BEFORE INSERT ON items FOR EACH ROW EXECUTE FUNCTION drop_it()
            """);

        Diagnostic refused = await RefusedAsync(Made.Plan(Made.Items("id: { sequence: 1 }", rows: 10)), url, new DatabaseOptions());

        Assert.Equal("SD5110", refused.Code);
        Assert.Contains("kept 9 of the 10 rows", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["0"], await PostgresServer.AskAsync(url, "SELECT count(*) FROM items"));
    }

    private static async Task WriteAsync(GenerationPlan plan, string url, DatabaseOptions options) =>
        await plan.WriteAsync(OutputTarget.Postgres(url, options), cancellationToken: TestContext.Current.CancellationToken);

    private static async Task<Diagnostic> RefusedAsync(GenerationPlan plan, string url, DatabaseOptions options) =>
        (await Assert.ThrowsAsync<GenerationException>(() => WriteAsync(plan, url, options))).Diagnostic;

    // In the order written, spelled as CSV spells it.
    private static async Task<IReadOnlyList<string?>> ColumnAsync(string url, string table, BatchColumn column) =>
        [.. (await PostgresServer.AskAsync(url, $"SELECT \"{column.Name}\"::text FROM \"{table}\" ORDER BY ctid")).Select(cell => cell is null ? null : Spelled(cell, column.Type))];

    private static string Spelled(string cell, ColumnType type) => type.Kind switch
    {
        ColumnKind.Timestamp => cell.Replace(' ', 'T'),
        ColumnKind.Double => double.Parse(cell, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture),
        _ => cell,
    };
}
