using System.Globalization;
using SynthData.Diagnostics;
using SynthData.Manifest;
using SynthData.Output;
using SynthData.Schema;
using SynthData.Tests.Language;
using SynthData.Tests.Output.Databases;

namespace SynthData.Tests.Run;

/// <summary>Runs that go on where others ended: together they are the one run over all rows.</summary>
public sealed class ContinuationTests
{
    private const string Orders = """
        products: { rows: 7, key: sku, columns: { sku: { pattern: '[A-Z]{2}' }, price: { type: decimal(2), range: [1, 9] } } }
        orders: { rows: 30, key: id, columns: { id: { sequence: 1 }, product: { references: products.sku, skew: { zipf: 1.1 } }, at: { type: timestamp, range: [-1y, today] } } }
        lines:
          rows: { per: orders, count: { between: [0, 3] } }
          key: [order, number]
          columns: { order: { references: orders.id }, number: { position: true }, amount: { range: [1, 99] } }
        """;

    [Theory]
    [InlineData(0, 30)]
    [InlineData(30, 12)]
    [InlineData(5000, 200)]
    public async Task Rows_from_k_are_the_rows_that_a_whole_run_has_there(int from, int rows)
    {
        GenerationPlan whole = Made.Plan(Made.Shop(Orders), new GenerationRequest { Rows = { ["orders"] = from + rows } });
        GenerationPlan rest = Made.Plan(Made.Shop(Orders), new GenerationRequest { Rows = { ["orders"] = rows }, RowsFrom = { ["orders"] = from } });

        foreach (string table in (string[])["orders", "lines"])
        {
            MadeTable all = await Made.RowsAsync(whole, table);
            MadeTable some = await Made.RowsAsync(rest, table);
            string column = table == "orders" ? "product" : "amount";
            string key = table == "orders" ? "id" : "order";
            int skipped = all[key].Count(id => int.Parse(id!, CultureInfo.InvariantCulture) <= from);
            Assert.Equal(all[key].Skip(skipped), some[key]);
            Assert.Equal(all[column].Skip(skipped), some[column]);
            Assert.Equal(some[key].Count, rest.RowCount(table));
        }

        Assert.Equal(7, rest.RowCount("products"));
    }

    [Fact]
    public async Task Files_of_two_nights_add_up_to_the_content_of_one_run()
    {
        using var folder = new TemporaryFolder();
        var first = new GenerationRequest { RowsFrom = { ["orders"] = 0 } };
        var second = new GenerationRequest { Rows = { ["orders"] = 10 }, RowsFrom = { ["orders"] = 30 } };

        RunManifest[] nights = [await WriteAsync(first, folder["1"]), await WriteAsync(second, folder["2"])];
        RunManifest once = await WriteAsync(new GenerationRequest { Rows = { ["orders"] = 40 } }, folder["once"]);

        foreach (string table in (string[])["orders", "lines"])
        {
            ContentSum sum = nights.Select(night => Content(night, table)).Aggregate((left, right) => left + right);
            Assert.Equal(Content(once, table), sum);
        }

        Assert.Equal(30, nights[1].Tables.First(table => table.Name == "orders").FirstRow);
        Assert.Equal(30, nights[1].Options.RowsFrom["orders"]);
    }

    [Fact]
    public void What_depends_on_the_number_of_rows_is_refused_by_name()
    {
        string schema = Made.Shop("""
            people: { rows: 9, key: id, columns: { id: { sequence: 1 }, email: { semantic: person.email, unique: true } } }
            visits: { rows: 9, columns: { who: { references: people.id }, at: { type: date, range: [-1y, today] } } }
            """);

        IReadOnlyList<Diagnostic> told = Made.Told(schema, new GenerationRequest { RowsFrom = { ["people"] = 9, ["visits"] = 9 } });

        Assert.Equal(["SD2135", "SD2135"], told.Select(one => one.Code));
        Assert.Contains("people.email", told[0].Message, StringComparison.Ordinal);
        Assert.Contains("visits.who", told[1].Message, StringComparison.Ordinal);
        Assert.Empty(Made.Told(schema, new GenerationRequest { RowsFrom = { ["visits"] = 9 } }));
    }

    [Fact]
    public void Only_rows_of_an_own_number_go_on()
    {
        IReadOnlyList<Diagnostic> told = Made.Told(Made.Shop(Orders), new GenerationRequest { RowsFrom = { ["lines"] = 5 } });

        Diagnostic one = Assert.Single(told);
        Assert.Equal("SD2136", one.Code);
        Assert.Contains("'lines'", one.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sequences_go_on_behind_the_rows_of_a_database_and_references_with_them()
    {
        using var folder = new TemporaryFolder();
        const string tables = """
            people: { rows: 10, key: id, columns: { id: { sequence: 100 }, name: { semantic: person.full_name } } }
            visits: { rows: { per: people, count: 2 }, key: id, columns: { id: { sequence: { start: -1, step: -1 } }, who: { references: people.id } } }
            """;
        OutputTarget target = OutputTarget.Sqlite(folder["v.db"], new DatabaseOptions { Create = true, Existing = ExistingRows.Append });

        foreach (ulong seed in (ulong[])[1, 2, 3])
            await Made.Plan(Made.Shop(tables), new GenerationRequest { Seed = seed }).WriteAsync(target, cancellationToken: TestContext.Current.CancellationToken);

        using var file = new SqliteFile(folder["v.db"]);
        Assert.Equal("100 129 30", file.Ask("SELECT min(id) || ' ' || max(id) || ' ' || count(*) FROM people"));
        Assert.Equal("-60 -1 60", file.Ask("SELECT min(id) || ' ' || max(id) || ' ' || count(*) FROM visits"));
        Assert.Equal("30", file.Ask("SELECT count(DISTINCT who) FROM visits"));
        Assert.Equal("{\"people.id\":120,\"visits.id\":-41}", file.Ask("SELECT json_extract(manifest, '$.options.sequenceStarts') FROM synthdata_manifest WHERE number = 3"));
    }

    [Fact]
    public async Task Rows_from_k_in_a_database_are_the_whole_run_and_leave_no_gap()
    {
        using var folder = new TemporaryFolder();
        const string tables = """
            people: { rows: 10, key: id, columns: { id: { sequence: { start: 100, step: -2 } }, name: { semantic: person.full_name } } }
            visits: { rows: { per: people, count: { between: [0, 3] } }, key: id, columns: { id: { sequence: 1 }, who: { references: people.id } } }
            """;
        OutputTarget target = OutputTarget.Sqlite(folder["v.db"], new DatabaseOptions { Create = true, Existing = ExistingRows.Append });

        foreach (int from in (int[])[0, 10, 20, 20])
            await Made.Plan(Made.Shop(tables), new GenerationRequest { RowsFrom = { ["people"] = from } }).WriteAsync(target, cancellationToken: TestContext.Current.CancellationToken);

        GenerationPlan whole = Made.Plan(Made.Shop(tables), new GenerationRequest { Rows = { ["people"] = 30 } });
        MadeTable visits = await Made.RowsAsync(whole, "visits");
        using var file = new SqliteFile(folder["v.db"]);
        Assert.Equal(visits["who"], file.Column("visits", "who", ColumnType.Int64).Take(visits["who"].Count));
        Assert.Equal("22 100 40", file.Ask("SELECT min(id) || ' ' || max(id) || ' ' || count(*) FROM people"));
        Assert.Equal("1", file.Ask("SELECT max(id) = count(*) FROM visits"));
        Assert.Equal("3", file.Ask("SELECT count(*) FROM synthdata_manifest WHERE json_extract(manifest, '$.options.sequenceStarts') IS NULL"));
    }

    private static async Task<RunManifest> WriteAsync(GenerationRequest request, string folder) =>
        await Made.Plan(Made.Shop(Orders), request).WriteAsync(OutputTarget.Folder(folder), cancellationToken: TestContext.Current.CancellationToken);

    private static ContentSum Content(RunManifest manifest, string table) =>
        ContentSum.TryParse(manifest.Tables.First(one => one.Name == table).Content, out ContentSum sum) ? sum : throw new FormatException();
}
