using System.Globalization;
using SynthData.Testing;
using SynthData.Tests.Language;

namespace SynthData.Tests.Fixtures;

/// <summary>Typed rows from a schema: which, how many, of what type.</summary>
public class FixtureTests
{
    [Fact]
    public async Task Rows_are_those_that_the_schema_makes()
    {
        MadeTable made = await Made.RowsAsync(Dataset.Open(Shop.Path).Plan(), "customers");
        IReadOnlyList<Customer> customers = Fixture.Load<Customer>("shop.yaml");

        Assert.Equal(40, customers.Count);
        Assert.Equal(made["id"], customers.Select(one => one.Id.ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(made["name"], customers.Select(one => one.Name));
        Assert.Equal(made["joined"], customers.Select(one => one.Joined.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        Assert.Equal(made["note"], customers.Select(one => one.Note));
        Assert.Equal(made["segment"], customers.Select(one => one.Segment == Segment.WalkIn ? "walk-in" : one.Segment.ToString().ToLowerInvariant()));
        Assert.Contains(Segment.WalkIn, customers.Select(one => one.Segment));
    }

    [Fact]
    public void A_table_with_rows_of_its_own_gets_as_many()
    {
        Assert.Equal(50, Fixture.Load<Customer>("shop.yaml", rows: 50).Count);
        Assert.Empty(Fixture.Load<Customer>("shop.yaml", rows: 0));
        Assert.Equal(7, Fixture.Load<Article>("shop.yaml", rows: 7).Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(333)]
    public void A_per_table_gets_the_first_of_the_fewest_parents_that_give_as_many(int rows)
    {
        IReadOnlyList<Order> orders = Fixture.Load<Order>("shop.yaml", rows);
        long parents = Fewest(rows, "orders");
        Fixture enough = Fixture.Open("shop.yaml", new() { Rows = { ["customers"] = parents } });

        Assert.Equal(rows, orders.Count);
        Assert.Equal(enough.Rows<Order>().Take(rows), orders);
        Assert.Equal(1000 + parents, orders[^1].Customer);
    }

    [Fact]
    public void The_root_of_a_chain_gets_as_few_rows_as_do()
    {
        IReadOnlyList<Line> lines = Fixture.Load<Line>("shop.yaml", rows: 50);
        Fixture enough = Fixture.Open("shop.yaml", new() { Rows = { ["customers"] = Fewest(50, "lines") } });
        Assert.Equal(enough.Rows<Line>().Take(50), lines);
    }

    [Fact]
    public void Counts_that_depend_on_the_number_of_parents_are_tried_one_by_one()
    {
        using TemporaryFolder folder = new();
        string schema = folder.Write("shop.yaml", Made.Shop("""
            parents: { rows: 5, key: id, columns: { id: { sequence: 1 } } }
            items: { rows: { per: parents, count: { 0: 1, 4: 1, exact: true } }, columns: { parent: { references: parents.id } } }
            """));
        Assert.Equal(9, Fixture.Load<Child>(schema, rows: 9, table: "items").Count);
        for (long parents = 1; ; parents++)
        {
            if (Fixture.Open(schema, new() { Rows = { ["parents"] = parents } }).Plan.RowCount("items") < 9)
                continue;
            Assert.Equal(Fixture.Open(schema, new() { Rows = { ["parents"] = parents } }).Rows<Child>("items").Take(9), Fixture.Load<Child>(schema, rows: 9, table: "items"));
            break;
        }
    }

    [Fact]
    public void Listed_rows_are_as_many_as_they_are()
    {
        using TemporaryFolder folder = new();
        string schema = folder.Write("shop.yaml", Made.Shop("parents: { rows: [ { parent: 1 }, { parent: 2 } ] }\nitems: { rows: { per: parents, count: 0 }, columns: { parent: { constant: 1 } } }"));
        Assert.Equal([new Child(1)], Fixture.Load<Child>(schema, rows: 1, table: "parents"));
        FixtureException few = Assert.Throws<FixtureException>(() => Fixture.Load<Child>(schema, rows: 3, table: "parents"));
        Assert.Contains("SD8426: 3 rows of table 'parents' cannot be had; there are 2, and the rows of 'parents' are listed.", few.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parents_without_children_are_not_made_for_ever()
    {
        using TemporaryFolder folder = new();
        string schema = folder.Write("shop.yaml", Made.Shop("""
            parents: { rows: 5, key: id, columns: { id: { sequence: 1 } } }
            items: { rows: { per: parents, count: 0 }, columns: { parent: { references: parents.id } } }
            """));
        Assert.Contains("SD8426", Assert.Throws<FixtureException>(() => Fixture.Load<Child>(schema, rows: 3, table: "items")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_seed_makes_other_rows_and_the_same_seed_the_same()
    {
        IReadOnlyList<Customer> other = Fixture.Load<Customer>("shop.yaml", rows: 20, seed: 7);
        Assert.NotEqual(Fixture.Load<Customer>("shop.yaml", rows: 20), other);
        Assert.Equal(Fixture.Open("shop.yaml", new() { Seed = 7, Rows = { ["customers"] = 20 } }).Rows<Customer>(), other);
    }

    [Fact]
    public void Rows_of_several_tables_belong_together()
    {
        Fixture shop = Fixture.Open("shop.yaml", new() { Scale = 0.5m });
        Dictionary<int, Customer> customers = shop.Rows<Customer>().ToDictionary(one => one.Id);
        Dictionary<string, Order> orders = shop.Rows<Order>().ToDictionary(one => one.Id.ToString());
        Dictionary<string, Article> articles = shop.Rows<Article>().ToDictionary(one => one.Number);

        Assert.Equal(20, customers.Count);
        Assert.All(orders.Values, order => Assert.True(order.OrderedAt >= customers[(int)order.Customer].Joined.ToDateTime(TimeOnly.MinValue)));
        Assert.All(shop.Rows<Line>(), line => Assert.True(orders.ContainsKey(line.Order) && line.Total == line.Quantity * articles[line.Product].Price));
    }

    [Fact]
    public void A_row_is_changed_with_with()
    {
        Order late = Fixture.Load<Order>("shop.yaml", rows: 1)[0] with { ShippedAt = new DateTime(2030, 1, 1) };
        Assert.Equal(new DateTime(2030, 1, 1), late.ShippedAt);
        Assert.NotEqual(late, Fixture.Load<Order>("shop.yaml", rows: 1)[0]);
    }

    [Fact]
    public void Params_and_the_day_are_the_tests_to_say()
    {
        Fixture dutch = Fixture.Open("shop.yaml", new() { Params = { ["locale"] = "nl-NL" }, AsOf = new DateOnly(2020, 6, 1) });
        Assert.Equal("nl-NL", dutch.Plan.Dataset.Schema.Locale);
        Assert.NotEqual(Fixture.Load<Customer>("shop.yaml").Select(one => one.Name), dutch.Rows<Customer>().Select(one => one.Name));
        Assert.All(dutch.Rows<Customer>(), one => Assert.True(one.Joined <= new DateOnly(2020, 6, 1)));
    }

    [Fact]
    public void What_a_schema_is_refused_for_is_told_as_everywhere()
    {
        using TemporaryFolder folder = new();
        string schema = folder.Write("shop.yaml", Made.Items("a: { values: [] }"));
        Assert.Contains("SD1", Assert.Throws<SynthData.Diagnostics.SchemaException>(() => Fixture.Load<Child>(schema)).Message, StringComparison.Ordinal);
        Assert.Contains("SD2", Assert.Throws<SynthData.Diagnostics.SchemaException>(() => Fixture.Open("shop.yaml", new() { Rows = { ["orders"] = 5 } })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_prompt_without_knowledge_and_fallback_is_the_plans_error_and_nobody_is_asked()
    {
        using TemporaryFolder folder = new();
        string schema = folder.Write("shop.yaml", Made.Items("parent: { prompt: 'A word.' }"));
        Assert.Contains("SD2", Assert.Throws<SynthData.Diagnostics.SchemaException>(() => Fixture.Load<Child>(schema, table: "items")).Message, StringComparison.Ordinal);
    }

    private static long Fewest(int rows, string table)
    {
        for (long parents = 1; ; parents++)
        {
            if (Fixture.Open("shop.yaml", new() { Rows = { ["customers"] = parents } }).Plan.RowCount(table) >= rows)
                return parents;
        }
    }

    private sealed record Child(long Parent);
}
