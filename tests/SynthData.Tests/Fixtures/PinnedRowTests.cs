using SynthData.Diagnostics;
using SynthData.Testing;
using SynthData.Tests.Language;

namespace SynthData.Tests.Fixtures;

/// <summary>Rows that a test pins in code.</summary>
public class PinnedRowTests
{
    [Fact]
    public void Anonymous_objects_and_dictionaries_overwrite_what_they_name()
    {
        Fixture shop = Open("customers", new { Name = "Ann Other", Segment = Segment.WalkIn }, new Dictionary<string, object?> { ["joined"] = new DateOnly(2024, 5, 1) });
        IReadOnlyList<Customer> rows = shop.Rows<Customer>();
        IReadOnlyList<Customer> drawn = Fixture.Load<Customer>("shop.yaml");

        Assert.Equal(drawn[0] with { Name = "Ann Other", Segment = Segment.WalkIn, Note = rows[0].Note }, rows[0]);
        Assert.Equal(drawn[1] with { Joined = new DateOnly(2024, 5, 1) }, rows[1]);
        Assert.Equal(drawn.Skip(2), rows.Skip(2));
        Assert.Null(Open("orders", new { status = "open", shipped_at = (DateTime?)null }).Rows<Order>()[0].ShippedAt);
    }

    [Fact]
    public void What_follows_from_pinned_cells_follows()
    {
        Fixture shop = Open("lines", new { quantity = 5 });
        Line first = shop.Rows<Line>()[0];
        Assert.Equal((5, 5 * shop.Rows<Article>().Single(one => one.Number == first.Product).Price), (first.Quantity, first.Total));
    }

    [Fact]
    public void A_row_of_a_type_is_pinned_as_a_whole()
    {
        Order drawn = Fixture.Load<Order>("shop.yaml")[0];
        Order wanted = drawn with { Id = new Guid("0190f5a0-3c1e-8a00-8000-000000000001"), Status = OrderStatus.Open, ShippedAt = null };
        IReadOnlyList<Order> rows = Open("orders", wanted).Rows<Order>();
        Assert.Equal(wanted, rows[0]);
        Assert.Equal(Fixture.Load<Order>("shop.yaml").Skip(1), rows.Skip(1));
    }

    [Fact]
    public void A_row_of_a_type_has_to_come_out_as_it_says()
    {
        Fixture shop = Fixture.Open("shop.yaml");
        Line drawn = shop.Rows<Line>()[0];
        Assert.Equal(drawn, Open("lines", drawn).Rows<Line>()[0]);
        FixtureException told = Assert.Throws<FixtureException>(() => Open("lines", drawn with { Total = 0.5m }));
        Assert.Contains($"SD8430: Object 0 pinned to table 'lines' has total = 0.5, but the row it makes has {drawn.Total}", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pinned_rows_pass_the_checks_of_rules_keys_and_categories_and_are_told_at_the_line_that_opens()
    {
        int line = Line();
        SchemaException rule = Assert.Throws<SchemaException>(() => Open("orders", new { ordered_at = new DateTime(2024, 12, 1), shipped_at = new DateTime(2024, 1, 1) }));
        Assert.All(rule.Diagnostics, told => Assert.Equal((nameof(PinnedRowTests) + ".cs", "SD2"), (Path.GetFileName(told.Position!.Value.File), told.Code[..3])));
        Assert.True(rule.Diagnostics[0].Position!.Value.Line > line);

        Assert.Contains("SD2", Assert.Throws<SchemaException>(() => Open("customers", new { id = 1002 })).Message, StringComparison.Ordinal);
        Assert.Contains("club", Assert.Throws<SchemaException>(() => Open("customers", new { segment = "club" })).Message, StringComparison.Ordinal);
        Assert.Contains("SD2", Assert.Throws<SchemaException>(() => Open("lines", new { product = "AA-0000" })).Message, StringComparison.Ordinal);
        Assert.Contains("computed from other cells", Assert.Throws<SchemaException>(() => Open("lines", new { total = 1 })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_column_and_what_is_no_value_is_told_with_all_else()
    {
        FixtureException told = Assert.Throws<FixtureException>(() => Open("customers", new { Nmae = "Ann" }, new { name = new[] { 1 } }));
        Assert.Contains("SD8427: Object 0 pinned to table 'customers' has 'Nmae', which is no column of it. Did you mean 'name'?", told.Message, StringComparison.Ordinal);
        Assert.Contains("SD8428: Object 1 pinned to table 'customers' has a value of type 'Int32[]' in 'name'", told.Message, StringComparison.Ordinal);
        Assert.Contains("SD8425", Assert.Throws<FixtureException>(() => Open("clients", new { })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_names_no_column_is_told()
    {
        FixtureException told = Assert.Throws<FixtureException>(() => Open("customers", null!, 5, "Ann"));
        Assert.Equal(["SD8433", "SD8433", "SD8433"], told.Diagnostics.Select(one => one.Code));
        Assert.Contains("Object 0 pinned to table 'customers' is null, which names no column. Write new { Name = value }", told.Message, StringComparison.Ordinal);
        Assert.Contains("Object 2 pinned to table 'customers' is a value of type 'String'", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_that_a_type_takes_as_a_moment_is_pinned_as_one()
    {
        Assert.Equal(new DateOnly(2024, 5, 1), Open("customers", new { joined = new DateTime(2024, 5, 1) }).Rows<Customer>()[0].Joined);
        Assert.Contains("SD2012", Assert.Throws<SchemaException>(() => Open("customers", new { joined = new DateTime(2024, 5, 1, 3, 0, 0) })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Listed_rows_are_not_pinned()
    {
        using TemporaryFolder folder = new();
        string schema = folder.Write("shop.yaml", Made.Shop("items: { rows: [ { a: 1 } ] }"));
        Assert.Contains("SD8429", Assert.Throws<FixtureException>(() => Fixture.Open(schema, new() { Pinned = { ["items"] = [new { a = 2 }] } })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_tests_pins_go_before_the_schemas_cell_by_cell()
    {
        using TemporaryFolder folder = new();
        string schema = folder.Write("shop.yaml", Made.Items("a: { range: [1, 9] }\nb: { range: [1, 9] }", rest: "pinned: [ { a: 1, b: 1 }, { a: 2 } ]"));
        Fixture pinned = Fixture.Open(schema, new() { Pinned = { ["items"] = [new { b = 9 }] } });
        Assert.Equal([new Pair(1, 9), new Pair(2, pinned.Rows<Pair>("items")[1].B)], pinned.Rows<Pair>("items").Take(2));
    }

    [Fact]
    public void Other_pins_are_another_dataset()
    {
        Assert.Equal("A", Open("customers", new { name = "A" }).Rows<Customer>()[0].Name);
        Assert.Equal("B", Open("customers", new { name = "B" }).Rows<Customer>()[0].Name);
        Assert.NotEqual(Open("customers", new { name = "A" }).Plan.Dataset.Schema.Sha256, Open("customers", new { name = "B" }).Plan.Dataset.Schema.Sha256);
    }

    private static Fixture Open(string table, params object[] pinned) => Fixture.Open("shop.yaml", new() { Pinned = { [table] = pinned } });

    private static int Line([System.Runtime.CompilerServices.CallerLineNumber] int line = 0) => line;

    private sealed record Pair(long A, long B);
}
