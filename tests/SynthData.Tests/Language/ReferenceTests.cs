using System.Globalization;
using SynthData.Diagnostics;
using SynthData.Output;

namespace SynthData.Tests.Language;

/// <summary>References, dotted names and keys (sections 3, 6, 11.10 and 11.13).</summary>
public class ReferenceTests
{
    private const string Customers = """
        customers:
          rows: 40
          key: id
          columns:
            id: { sequence: 101 }
            city: { values: [Delft, Ede, Assen] }
            joined: { type: date, range: [2020-01-01, 2023-12-31] }
        """;

    private static string Orders(string columns, int rows = 200, string rest = "") =>
        Made.Shop($"{Customers}\nitems:\n  rows: {rows}\n{(rest.Length == 0 ? "" : $"  {rest}\n")}  columns:\n" + string.Concat(columns.Split('\n').Select(line => $"    {line}\n")));

    [Fact]
    public async Task A_reference_takes_the_parents_keys_and_type()
    {
        MadeTable rows = await Made.RowsAsync(Orders("customer: { references: customers.id }"));

        Assert.All(rows.Numbers("customer"), id => Assert.InRange(id, 101, 140));
        Assert.InRange(rows.Tally("customer").Count, 35, 40);
    }

    [Fact]
    public async Task Popularity_is_skewed_and_the_popular_are_not_the_first_rows()
    {
        MadeTable rows = await Made.RowsAsync(Orders("customer: { references: customers.id, skew: { zipf: 1.5 } }", 1000));

        int[] counts = [.. rows.Tally("customer").Values.OrderDescending()];
        Assert.InRange(counts[0], 300, 600);
        Assert.NotEqual(["101", "102", "103"], rows.Tally("customer").OrderByDescending(pair => pair.Value).Take(3).Select(pair => pair.Key));
    }

    [Fact]
    public async Task A_unique_reference_is_one_to_one()
    {
        MadeTable rows = await Made.RowsAsync(Orders("customer: { references: customers.id, unique: true }", 40));

        Assert.Equal(40, rows["customer"].Distinct().Count());
        Assert.NotEqual(rows["customer"].Order(), rows["customer"]);
    }

    [Fact]
    public async Task A_reference_that_is_the_key_is_one_to_one() =>
        Assert.Equal(30, (await Made.RowsAsync(Orders("customer: { references: customers.id }", 30, "key: customer")))["customer"].Distinct().Count());

    [Fact]
    public async Task A_parents_cells_are_read_through_the_column_and_through_its_name()
    {
        MadeTable rows = await Made.RowsAsync(Orders("customer: { references: customers.id }\na: { expr: customer.city }\nb: { expr: customers.city }\nc: { type: date, range: [customer.joined, today] }\nd: { expr: customer.joined }"));
        MadeTable customers = await Made.RowsAsync(Orders("a: { constant: 1 }"), "customers");

        Dictionary<string, string?> cities = customers.Rows("id", "city").ToDictionary(row => row[0]!, row => row[1]);
        Assert.All(rows.Rows("customer", "a", "b"), row => Assert.Equal([cities[row[0]!], cities[row[0]!]], row[1..]));
        Assert.All(rows.Rows("c", "d"), row => Assert.True(string.CompareOrdinal(row[0], row[1]) >= 0));
    }

    [Fact]
    public void A_parents_name_that_may_mean_two_columns_is_refused()
    {
        Diagnostic told = Made.Refused("SD2110", Orders("giver: { references: customers.id }\ntaker: { references: customers.id }\na: { expr: §customers.city }"));

        Assert.Contains("giver, taker", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_optional_parent_gives_null()
    {
        MadeTable rows = await Made.RowsAsync(Orders("customer: { references: customers.id, nulls: 30% }\ncity: { expr: customer.city }\ngreeting: { template: 'in {customer.city}' }"));

        Assert.InRange(rows.Tally("customer")["null"], 30, 90);
        Assert.All(rows.Rows("customer", "city", "greeting"), row => Assert.All(row[1..], cell => Assert.Equal(row[0] is null, cell is null)));
    }

    [Fact]
    public async Task A_reference_may_depend_on_a_condition()
    {
        MadeTable rows = await Made.RowsAsync(Orders("kind: { values: [guest, member] }\ncustomer: { references: customers.id, when: kind = 'member' }"));

        Assert.All(rows.Rows("kind", "customer"), row => Assert.Equal(row[0] == "guest", row[1] is null));
    }

    [Fact]
    public async Task Lookups_are_chained()
    {
        const string schema = """
            films: { rows: 5, key: id, columns: { id: { sequence: 1 }, rate: { type: decimal(2), range: [1, 9] } } }
            inventory: { rows: 20, key: id, columns: { id: { sequence: 1 }, film: { references: films.id } } }
            rentals: { rows: 50, key: id, columns: { id: { sequence: 1 }, inventory: { references: inventory.id } } }
            items: { rows: 80, columns: { rental: { references: rentals.id }, rate: { expr: rental.inventory.film.rate }, film: { expr: rental.inventory.film } } }
            """;
        MadeTable films = await Made.RowsAsync(Made.Shop(schema), "films");
        MadeTable items = await Made.RowsAsync(Made.Shop(schema));

        Dictionary<string, string?> rates = films.Rows("id", "rate").ToDictionary(row => row[0]!, row => row[1]);
        Assert.All(items.Rows("film", "rate"), row => Assert.Equal(rates[row[0]!], row[1]));
        Assert.True(items.Tally("rate").Count > 2);
    }

    [Fact]
    public async Task A_self_reference_goes_to_a_lower_index_and_row_0_gets_null()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("""
            id: { sequence: 0 }
            hired: { type: date, range: [reports_to.hired, 2024-12-31] }
            reports_to: { references: items.id, earlier: true }
            depth: { type: int64, expr: 'coalesce(reports_to.depth + 1, 0)' }
            """.Replace("[reports_to.hired, 2024-12-31]", "['coalesce(reports_to.hired, date ''2020-01-01'')', 2024-12-31]", StringComparison.Ordinal), rest: "key: id"));

        Assert.Null(rows["reports_to"][0]);
        for (int row = 1; row < rows.Count; row++)
        {
            int boss = int.Parse(rows["reports_to"][row]!, CultureInfo.InvariantCulture);
            Assert.InRange(boss, 0, row - 1);
            Assert.True(string.CompareOrdinal(rows["hired"][boss], rows["hired"][row]) <= 0);
            Assert.Equal(int.Parse(rows["depth"][boss]!, CultureInfo.InvariantCulture) + 1, int.Parse(rows["depth"][row]!, CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void A_self_reference_that_reads_itself_needs_a_type()
    {
        Diagnostic told = Assert.Single(Made.Told(Made.Items("""
            id: { sequence: 0 }
            boss: { references: items.id, earlier: true }
            depth: { expr: 'coalesce(boss.depth + 1, 0)' }
            """, rest: "key: id")));

        Assert.Contains("give it a `type`", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_skewed_self_reference_stays_below() =>
        Assert.All((await Made.RowsAsync(Made.Items("id: { sequence: 0 }\nboss: { references: items.id, earlier: true, skew: { zipf: 1.2 } }", rest: "key: id"))).Rows("id", "boss").Skip(1),
            row => Assert.True(int.Parse(row[1]!, CultureInfo.InvariantCulture) < int.Parse(row[0]!, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("key: [order, product]", "product: { references: products.id }")]
    [InlineData("rules: [ { unique: [order, product] } ]", "product: { references: products.id }")]
    [InlineData("", "product: { references: products.id, distinct: order }")]
    [InlineData("", "product: { references: products.id, distinct: order, skew: { zipf: 2 } }")]
    public async Task Children_of_one_parent_refer_to_different_rows(string rule, string product)
    {
        MadeTable rows = await Made.RowsAsync(Made.Shop($$"""
            orders: { rows: 60, key: id, columns: { id: { sequence: 1 } } }
            products: { rows: 6, key: id, columns: { id: { sequence: 1 } } }
            items:
              rows: { per: orders, count: { between: [1, 6] } }
              columns:
                order: { references: orders.id }
                {{product}}
              {{rule}}
            """));

        Assert.Equal(rows.Count, rows.Rows("order", "product").DistinctBy(row => string.Join('/', row)).Count());
        Assert.Contains(rows.Rows("order", "product").GroupBy(row => row[0]), order => order.Count() == 6);
    }

    [Fact]
    public void The_key_of_a_per_table_may_be_its_parent_and_the_position() =>
        Assert.Empty(Made.Told(Made.Shop("""
            orders: { rows: 3, key: id, columns: { id: { sequence: 1 } } }
            items: { rows: { per: orders, count: 3 }, key: [order, number], columns: { order: { references: orders.id }, number: { position: true } } }
            """)));

    private const string Lines = """
        orders: { rows: 10, key: id, columns: { id: { sequence: 1 } } }
        lines:
          rows: { per: orders, count: { between: [1, 3] } }
          key: [order, number]
          columns:
            order: { references: orders.id }
            number: { position: true }
            price: { type: int64, range: [1, 1000000] }
        """;

    [Fact]
    public async Task A_composite_reference_takes_a_pair_that_is_there()
    {
        string schema = Made.Shop(Lines + """

            items:
              rows: 100
              columns:
                "order, number": { references: [lines.order, lines.number], nulls: 20% }
                price: { expr: order.price }
                same: { expr: lines.price }
            """);
        Dictionary<string, string?> prices = (await Made.RowsAsync(schema, "lines")).Rows("order", "number", "price").ToDictionary(row => $"{row[0]}/{row[1]}", row => row[2]);
        MadeTable items = await Made.RowsAsync(schema);

        Assert.All(items.Rows("order", "number", "price", "same"), row =>
        {
            Assert.Equal(row[0] is null, row[1] is null);
            Assert.Equal(row[0] is null ? null : prices[$"{row[0]}/{row[1]}"], row[2]);
            Assert.Equal(row[2], row[3]);
        });
        Assert.InRange(items.Tally("order")["null"], 8, 35);
    }

    [Theory]
    [InlineData("[order, number]")]
    [InlineData("[number, order]")]
    public async Task A_composite_reference_that_is_the_key_is_one_to_one(string key)
    {
        MadeTable items = await Made.RowsAsync(Made.Shop(Lines + $$"""

            items: { rows: 10, key: {{key}}, columns: { "order, number": { references: [lines.order, lines.number] } } }
            """));

        Assert.Equal(10, items.Rows("order", "number").DistinctBy(row => string.Join('/', row)).Count());
    }

    [Fact]
    public void A_foreign_key_to_the_own_table_is_checked_and_not_dotted()
    {
        string Schema(string column) => Made.Items($"id: {{ sequence: 1 }}\nb: {{ expr: 'greatest(id - 1, 1)', to: items.id }}{column}", rest: "key: id");

        Assert.Empty(Made.Told(Schema("")));
        Made.Refused("SD2110", Schema("\nc: { expr: §b.id }"));
    }

    [Fact]
    public async Task A_composite_reference_may_be_unique()
    {
        MadeTable items = await Made.RowsAsync(Made.Shop(Lines + """

            items: { rows: 10, columns: { "order, number": { references: [lines.order, lines.number], unique: true } } }
            """));

        Assert.Equal(10, items.Rows("order", "number").DistinctBy(row => string.Join('/', row)).Count());
    }

    [Fact]
    public async Task A_computed_column_may_be_declared_a_foreign_key_and_dotted()
    {
        string schema = Orders("n: { sequence: 0 }\ncustomer: { expr: n % 40 + 101, to: customers.id, when: n % 3 > 0 }\ncity: { expr: customer.city }\nplace: { template: '{customers.city}' }");
        Dictionary<string, string?> cities = (await Made.RowsAsync(schema, "customers")).Rows("id", "city").ToDictionary(row => row[0]!, row => row[1]);
        MadeTable rows = await Made.RowsAsync(schema);

        Assert.All(rows.Rows("customer", "city", "place"), row => Assert.All(row[1..], cell => Assert.Equal(row[0] is null ? null : cities[row[0]!], cell)));
        Assert.True(rows.Tally("city").Count > 2);
    }

    [Fact]
    public void A_declared_foreign_key_puts_its_table_behind_the_parent() =>
        Assert.Empty(Made.Told(Made.Shop("items: { rows: 3, columns: { c: { constant: 1, to: customers.id }, city: { expr: c.city } } }\n" + Customers.Replace("101", "1", StringComparison.Ordinal))));

    [Fact]
    public async Task Hidden_columns_are_read_and_never_written()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("a: { type: int64, range: [1, 9], hidden: true }\nb: { expr: a + 1 }"));

        Assert.Equal(["b"], rows.Columns);
    }

    [Fact]
    public async Task A_table_without_output_still_is_a_parent()
    {
        using var folder = new TemporaryFolder();
        string schema = Made.Shop("""
            rates: { rows: 3, key: id, output: false, columns: { id: { sequence: 1 }, rate: { values: [5, 9] } } }
            items: { rows: 9, columns: { rate: { references: rates.id }, value: { expr: rate.rate } } }
            """);
        await Made.Plan(schema).WriteAsync(OutputTarget.Folder(folder.At("out")), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["items.csv", "manifest.json"], Directory.GetFiles(folder.At("out")).Select(Path.GetFileName).Order());
        Assert.All((await Made.RowsAsync(schema))["value"], cell => Assert.Contains(cell, new[] { "5", "9" }));
    }
}
