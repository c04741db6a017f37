using SynthData.Diagnostics;
using SynthData.Tests.Codegen.Generated.BikeShop;
using SynthData.Tests.Language;
using SynthData.Tests.Run;

namespace SynthData.Tests.Codegen;

/// <summary><c>plan.Read&lt;T&gt;</c>: rows as records, and record types that no longer match.</summary>
public class TypedRowsTests
{
    [Fact]
    public void Rows_are_records_in_order_with_or_without_the_name_of_the_table()
    {
        GenerationPlan plan = ReadyMade.Plan("bike-shop", new GenerationRequest { Rows = { ["customers"] = 50 } });
        IReadOnlyList<Customer> customers = plan.Read<Customer>();
        Assert.Equal(50, customers.Count);
        Assert.Equal(Enumerable.Range(1001, 50), customers.Select(customer => (int)customer.Id));
        Assert.Equal(customers, plan.Read<Customer>("customers"));
        HashSet<long> ids = [.. customers.Select(customer => customer.Id)];
        Assert.All(plan.Read<Order>("orders"), order => Assert.Contains(order.Customer, ids));
    }

    [Fact]
    public void A_row_is_changed_with_with()
    {
        Customer first = ReadyMade.Plan("bike-shop").Read<Customer>()[0];
        Customer other = first with { City = "Breda", Rides = null };
        Assert.Equal(("Breda", null, first.Name), (other.City, other.Rides, other.Name));
        Assert.NotEqual(first, other);
    }

    [Fact]
    public void Many_batches_give_every_row_at_its_place()
    {
        GenerationPlan plan = ReadyMade.Plan("bike-shop", new GenerationRequest { Rows = { ["customers"] = 50_000 } });
        Assert.Equal(Enumerable.Range(1001, 50_000), plan.Read<Customer>().Select(customer => (int)customer.Id));
    }

    [Fact]
    public void A_plan_that_goes_on_after_rows_of_another_gives_those_after_them()
    {
        const string products = "products: { rows: 20, columns: { n: { sequence: 1, hidden: true }, sku: { template: 'S{n}' }, category: { constant: a }, kind: { constant: b }, title: { constant: c }, price: { type: decimal(2), constant: 1 } } }";
        GenerationPlan plan = Made.Plan(Made.Shop(products), new GenerationRequest { RowsFrom = { ["products"] = 5_000 } });
        Assert.Equal(Enumerable.Range(5001, 20).Select(number => $"S{number}"), plan.Read<Product>().Select(product => product.Sku));
    }

    [Fact]
    public void Texts_that_rows_share_are_one_string()
    {
        IReadOnlyList<Customer> customers = ReadyMade.Plan("bike-shop").Read<Customer>();
        Assert.Equal(3, customers.Select(customer => customer.Segment).Distinct(ReferenceEqualityComparer.Instance).Count());
    }

    [Fact]
    public void A_type_that_no_longer_matches_is_told_column_by_column_before_a_row_is_made()
    {
        const string orders = """
            customers: { rows: 5, columns: { id: { sequence: 1 } } }
            orders:
              rows: 5
              columns:
                id:         { sequence: 1 }
                customer:   { sequence: 1, nulls: 50% }
                ordered_at: { type: timestamp, range: [2024-01-01, 2024-12-31] }
                state:      { values: [open, closed] }
                paid_at:    { type: date, range: [2024-01-01, 2024-12-31], nulls: 10% }
                shipped_at: { type: timestamp, range: [2024-01-01, 2024-12-31] }
              rules: [ "id < 0" ]
            """;
        SchemaException refused = Assert.Throws<SchemaException>(() => Made.Plan(Made.Shop(orders)).Read<Order>());
        Diagnostic told = Assert.Single(refused.Diagnostics);
        Assert.Equal("SD8401", told.Code);
        Assert.Contains(
            "Type 'Order' no longer matches table 'orders': column 'id' is long and was Guid; column 'customer' may be null and could not be; "
            + "column 'state' (string) is new; column 'paid_at' (DateOnly?) is new; column 'status' is gone.", told.Message, StringComparison.Ordinal);
        Assert.Contains("synthdata codegen ", told.Fix, StringComparison.Ordinal);
        Assert.Contains("shop.yaml", told.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_whose_columns_were_moved_or_no_longer_take_null_still_reads_each_by_its_name()
    {
        const string products = """
            products:
              rows: 5
              columns:
                price:    { type: decimal(1), range: [1, 9] }
                title:    { constant: a title }
                kind:     { constant: a kind }
                sku:      { pattern: '[A-Z]{5}' }
                category: { constant: a category }
            """;
        Assert.All(Made.Plan(Made.Shop(products)).Read<Product>(), product =>
        {
            Assert.Equal(("a title", "a kind", "a category"), (product.Title, product.Kind, product.Category));
            Assert.Matches("^[A-Z]{5}$", product.Sku);
            Assert.InRange(product.Price, 1, 9);
        });
    }

    [Fact]
    public void Every_cell_that_is_new_is_counted_where_there_are_many()
    {
        string columns = string.Join('\n', Enumerable.Range(0, 20).Select(number => $"c{number}: {{ constant: x }}"));
        SchemaException refused = Assert.Throws<SchemaException>(() => Made.Plan(Made.Items(columns)).Read<Product>("items"));
        Assert.Contains("column 'c11' (string) is new; and 13 more.", Assert.Single(refused.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_is_gone_is_told_with_those_there_are()
    {
        GenerationPlan plan = Made.Plan(Made.Items("sku: { sequence: 1 }"));
        Diagnostic told = Assert.Single(Assert.Throws<SchemaException>(() => plan.Read<Product>()).Diagnostics);
        Assert.Equal("SD8402", told.Code);
        Assert.Contains("'products'", told.Message, StringComparison.Ordinal);
        Assert.Contains("items", told.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => plan.Read<Product>("products"));
    }

    [Fact]
    public void More_rows_than_a_list_holds_are_refused_at_once()
    {
        const string products = "products: { rows: 3_000_000_000, columns: { sku: { constant: a }, category: { constant: b }, kind: { constant: c }, title: { constant: d }, price: { type: decimal(2), constant: 1 } } }";
        SchemaException refused = Assert.Throws<SchemaException>(() => Made.Plan(Made.Shop(products)).Read<Product>());
        Assert.Equal("SD8403", Assert.Single(refused.Diagnostics).Code);
    }

    [Fact]
    public void Cells_of_a_model_need_a_written_run()
    {
        GenerationPlan plan = ReadyMade.Plan("bike-shop", new GenerationRequest { Text = TextSource.Row });
        Assert.Equal("SD6015", Assert.Throws<GenerationException>(() => plan.Read<Customer>()).Diagnostic.Code);
        Assert.NotEmpty(plan.Read<Order>());
    }

    [Fact]
    public void Rows_that_no_draw_makes_right_end_with_the_rule()
    {
        const string products = "products: { rows: 2, rules: [\"sku <> 'a'\"], columns: { sku: { values: [a] }, category: { constant: b }, kind: { constant: c }, title: { constant: d }, price: { type: decimal(2), range: [1, 2] } } }";
        Assert.Equal("SD4003", Assert.Throws<GenerationException>(() => Made.Plan(Made.Shop(products)).Read<Product>()).Diagnostic.Code);
    }

    [Fact]
    public async Task Whoever_blocks_its_only_thread_still_gets_the_rows()
    {
        GenerationPlan plan = ReadyMade.Plan("bike-shop");
        Task<int> read = Task.Run(() =>
        {
            SynchronizationContext.SetSynchronizationContext(new Waiting());
            return plan.Read<Customer>().Count;
        });
        Assert.Equal(1_000, await read.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    /// <summary>A context whose only thread is busy waiting: nothing posted to it ever runs.</summary>
    private sealed class Waiting : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state)
        {
        }
    }
}
