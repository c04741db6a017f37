using SynthData.Diagnostics;
using SynthData.Tests.Rules.Validation;

namespace SynthData.Tests.Language;

/// <summary>A row reads one value of its children, as these are written.</summary>
public class AggregateTests
{
    private const string Sales = """
        customers:
          rows: 60
          key: id
          columns:
            id: { sequence: 1 }
            spent: { type: decimal(2), expr: sum(orders.total) }
            orders_made: { expr: count(orders) }
            first_day: { expr: min(orders.day) }
        orders:
          rows: { per: customers, count: { poisson: 3 } }
          key: id
          columns:
            id: { sequence: 100 }
            customer: { references: customers.id }
            day: { type: date, range: [2024-01-01, 2024-12-31] }
            discount: { type: decimal(2), range: [0, 20] }
            total: { type: decimal(2), expr: "greatest(sum(lines.quantity * lines.product.price) - discount, 0)" }
            size: { expr: count(lines) }
            noted: { expr: count(lines.note) }
            longest: { expr: max(lines.note) }
            lightest: { expr: min(lines.weight) }
            weight: { expr: sum(lines.weight) }
            all_paid: { expr: bool_and(lines.is_paid) }
            any_big: { expr: "bool_or(lines.quantity > 3)" }
            text: { template: '{count(lines)} lines, {sum(lines.quantity)} pieces' }
          rules:
            - { name: no_free_lunch, check: "discount <= 10 or count(lines) > 1" }
        lines:
          rows: { per: orders, count: { between: [0, 4] } }
          key: [order, number]
          columns:
            order: { references: orders.id }
            number: { position: true }
            product: { references: products.id }
            quantity: { range: [1, 5] }
            note: { values: [a, bb, ccc], nulls: 50% }
            weight: { type: double, range: [0, 10], nulls: 20% }
            is_paid: { type: bool, values: { true: 80, false: 20 } }
          rules:
            - quantity * product.price < 150
        products:
          rows: 20
          key: id
          columns: { id: { sequence: 1 }, price: { type: decimal(2), range: [1, 60] } }
        """;

    private const string Expected = """
        SELECT o.id, o.customer, count(l.order) AS size, count(l.note) AS noted, max(l.note) AS longest, min(l.weight) AS lightest,
            coalesce(sum(l.weight), 0) AS weight, bool_and(l.is_paid) AS all_paid, bool_or(l.quantity > 3) AS any_big,
            greatest(coalesce(sum(l.quantity * p.price), 0) - any_value(o.discount), 0) AS total
        FROM orders AS o LEFT JOIN lines AS l ON l.order = o.id LEFT JOIN products AS p ON p.id = l.product GROUP BY o.id, o.customer
        """;

    private static string Schema => Made.Shop(Sales);

    [Fact]
    public async Task DuckDB_groups_to_the_same_values()
    {
        using MadeFolder made = await MadeFolder.OfAsync(Schema);
        Assert.True(made.Number("SELECT count(*) FROM lines") > 200);
        Assert.True(made.Number("SELECT count(*) FROM orders WHERE size = 0") > 0);
        foreach (string column in (string[])["size", "noted", "longest", "lightest", "all_paid", "any_big", "total"])
            Assert.Equal((column, 0), (column, made.Number($"SELECT count(*) FROM orders AS o JOIN ({Expected}) AS e USING (id) WHERE o.{column} IS DISTINCT FROM e.{column}")));
        Assert.Equal(0, made.Number($"SELECT count(*) FROM orders AS o JOIN ({Expected}) AS e USING (id) WHERE abs(o.weight - e.weight) > 1e-9"));
        Assert.Equal(0, made.Number("SELECT count(*) FROM customers AS c WHERE spent <> (SELECT coalesce(sum(total), 0) FROM orders WHERE customer = c.id)"));
        Assert.Equal(0, made.Number("SELECT count(*) FROM customers AS c WHERE orders_made <> (SELECT count(*) FROM orders WHERE customer = c.id)"));
        Assert.Equal(0, made.Number("SELECT count(*) FROM customers AS c WHERE first_day IS DISTINCT FROM (SELECT min(day) FROM orders WHERE customer = c.id)"));
        Assert.Equal(0, made.Number("SELECT count(*) FROM orders WHERE text <> size || ' lines, ' || (SELECT coalesce(sum(quantity), 0) FROM lines WHERE lines.order = orders.id) || ' pieces'"));
        Assert.Equal(0, made.Number("SELECT count(*) FROM orders WHERE discount > 10 AND size < 2"));
    }

    [Fact]
    public Task Threads_batches_and_shards_change_nothing() => MadeFolder.IsPureAsync(Schema);

    [Fact]
    public async Task Children_in_order_and_of_one_large_parent_are_aggregated_too()
    {
        string schema = Made.Shop("""
            accounts: { rows: 3, key: id, columns: { id: { sequence: 1 }, last: { expr: max(entries.balance) }, moved: { expr: sum(entries.amount) } } }
            entries:
              rows: { per: accounts, count: 9_000 }
              columns:
                account: { references: accounts.id }
                amount: { range: [1, 3] }
                balance: { type: int64, expr: "previous(balance, 0) + amount" }
            """);
        using MadeFolder made = await MadeFolder.OfAsync(schema);
        Assert.Equal(0, made.Number("SELECT count(*) FROM accounts WHERE last <> moved OR last <> (SELECT sum(amount) FROM entries WHERE account = accounts.id)"));
    }

    [Fact]
    public async Task A_table_that_others_read_and_the_row_before_may_follow_from_children()
    {
        string schema = Made.Shop("""
            shops: { rows: 4, key: id, columns: { id: { sequence: 1 } } }
            days:
              rows: { per: shops, count: 6 }
              key: [shop, number]
              columns:
                shop: { references: shops.id }
                number: { position: true }
                sold: { expr: sum(sales.amount) }
                so_far: { type: int64, expr: "previous(so_far, 0) + sold" }
            sales:
              rows: { per: days, count: { between: [0, 5] } }
              columns:
                "shop, number": { references: [days.shop, days.number] }
                amount: { range: [1, 9] }
            reports:
              rows: 30
              columns:
                "shop, number": { references: [days.shop, days.number] }
                so_far: { type: int64, expr: shop.so_far }
            """);
        using MadeFolder made = await MadeFolder.OfAsync(schema);
        Assert.Equal(0, made.Number("SELECT count(*) FROM days AS d WHERE so_far <> (SELECT coalesce(sum(amount), 0) FROM sales AS s WHERE s.shop = d.shop AND s.number <= d.number)"));
        Assert.Equal(0, made.Number("SELECT count(*) FROM reports JOIN days USING (shop, number) WHERE reports.so_far <> days.so_far"));
        await MadeFolder.IsPureAsync(schema);
        CheckedData.AssertClean(await made.ValidateAsync());
        Assert.Empty(made.BrokenQueries());
    }

    [Fact]
    public async Task Of_no_children_sums_and_counts_are_0_and_the_rest_is_null()
    {
        MadeTable made = await Made.RowsAsync(Made.Shop("""
            items:
              rows: 2
              key: id
              columns:
                id: { sequence: 1 }
                a: { expr: sum(parts.x) }
                b: { expr: count(parts) }
                c: { expr: min(parts.x) }
                d: { expr: "bool_and(parts.x > 1)" }
            parts: { rows: { per: items, count: 0 }, columns: { item: { references: items.id }, x: { range: [1, 9] } } }
            """));
        Assert.All(made.Rows("a", "b", "c", "d"), row => Assert.Equal(["0", "0", null, null], row));
    }

    [Fact]
    public async Task A_sum_beyond_its_type_ends_the_run() => await Made.FailsAsync("SD4002", Made.Shop("""
        items:
          rows: 2
          key: id
          columns:
            id: { sequence: 1 }
            a: { expr: §sum(parts.x) }
        parts: { rows: { per: items, count: 3 }, columns: { item: { references: items.id }, x: { constant: 9_000_000_000_000_000_000 } } }
        """));

    [Theory]
    [InlineData("SD2071", "sum(§itms.x)")]
    [InlineData("SD2071", "sum(§lonely.x)")]
    [InlineData("SD2071", "sum(§parts)")]
    [InlineData("SD2071", "sum(§1)")]
    [InlineData("SD2071", "§count()")]
    [InlineData("SD2071", "§sum(parts.x, 1)")]
    [InlineData("SD2071", "sum(§parts.name)")]
    [InlineData("SD2071", "bool_and(§parts.x)")]
    [InlineData("SD2071", "sum(parts.x + §count(parts))")]
    [InlineData("SD2110", "sum(§parts.y)")]
    [InlineData("SD2110", "sum(parts.x + §id)")]
    public void What_is_no_aggregate_is_refused(string code, string expression) => Made.Refused(code, Made.Shop($$"""
        items: { rows: 2, key: id, columns: { id: { sequence: 1 }, a: { type: int64, expr: "{{expression}}" } } }
        parts: { rows: { per: items, count: 2 }, columns: { item: { references: items.id }, x: { range: [1, 9] }, name: { values: [u, v] } } }
        lonely: { rows: 2, columns: { item: { references: items.id }, x: { range: [1, 9] } } }
        """));

    [Fact]
    public void A_circle_of_parent_and_children_is_printed()
    {
        Diagnostic told = Made.Refused("SD2073", Made.Shop("""
            items: { rows: 2, key: id, columns: { id: { sequence: 1 }, a: { type: int64, expr: "§sum(parts.x)" } } }
            parts: { rows: { per: items, count: 2 }, columns: { item: { references: items.id }, x: { type: int64, expr: item.a + 1 } } }
            """));
        Assert.Contains("items.sum(parts.x) → parts.x → parts.item.a → items.a → items.sum(parts.x)", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_over_an_aggregate_closes_a_circle_where_children_read_what_it_decides()
    {
        Diagnostic told = Made.Refused("SD2073", Made.Shop("""
            items:
              rows: 2
              key: id
              columns: { id: { sequence: 1 }, limit: { range: [1, 99] } }
              rules: [ "§sum(parts.x) <= limit" ]
            parts: { rows: { per: items, count: 2 }, columns: { item: { references: items.id }, x: { type: int64, range: [0, item.limit] } } }
            """));
        Assert.Contains("drawing a row of items", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_count_follows_from_no_aggregate() => Made.Refused("SD2075", Made.Shop("""
        items: { rows: 2, key: id, columns: { id: { sequence: 1 }, a: { expr: count(parts) } } }
        parts: { rows: { per: items, count: 2 }, columns: { item: { references: items.id } } }
        extras: { rows: §{ per: items, count: a }, columns: { item: { references: items.id } } }
        """));

    [Fact]
    public void What_a_model_fills_is_not_aggregated() => Made.Refused("SD2074", Made.Shop("""
        items: { rows: 2, key: id, columns: { id: { sequence: 1 }, a: { expr: "§max(parts.x)" } } }
        parts: { rows: { per: items, count: 2 }, columns: { item: { references: items.id }, x: { prompt: A word. } } }
        """), new GenerationRequest { Model = "openai/x" });

    [Fact]
    public async Task Validate_groups_the_children_of_data()
    {
        // What a line costs stands in another table, so of the total only its rule's rest is checked.
        string schema = Schema.Replace("lines.quantity * lines.product.price", "lines.quantity", StringComparison.Ordinal);
        using MadeFolder made = await MadeFolder.OfAsync(schema);
        CheckedData.AssertClean(await made.ValidateAsync());
        Assert.Empty(made.BrokenQueries());

        made.Rewrite("lines", rows => [.. rows.Skip(1)]);
        ValidationReport report = await made.ValidateAsync();
        Assert.Contains(report.Findings, found => found.Code == "SD4031" && found.Message.Contains("orders.size", StringComparison.Ordinal));
        Assert.Contains("orders: column size", made.BrokenQueries());
    }

    [Fact]
    public async Task What_children_read_elsewhere_is_said_not_to_be_checked()
    {
        using MadeFolder made = await MadeFolder.OfAsync(Schema);
        ValidationReport report = await made.ValidateAsync();
        Assert.Empty(report.Findings);
        Assert.Equal(
            "Not checked in table 'orders', because 'lines.product.price' is not in the data of 'lines': column 'total'.", Assert.Single(report.Notes).Message);
        Assert.Empty(made.BrokenQueries());
    }
}
