using System.Globalization;
using SynthData.Manifest;
using SynthData.Output;
using SynthData.Tests.Language;

namespace SynthData.Tests.Rules;

/// <summary>Which cells a redraw leaves as they are, and which it makes again.</summary>
public class RedrawTests
{
    [Fact]
    public async Task A_rule_over_a_chain_of_rows_of_the_own_table_is_kept_by_every_row()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("""
            id: { sequence: 0 }
            boss: { references: items.id, earlier: true }
            pay: { range: [1, 1000] }
            """, rows: 3_000, rest: "key: id\nrules: [ boss is null or pay <= boss.pay + 300 ]"));

        Dictionary<string, int> pay = rows["id"].Zip(rows["pay"]).ToDictionary(pair => pair.First!, pair => int.Parse(pair.Second!, CultureInfo.InvariantCulture));
        Assert.Equal(3_000, pay.Count);
        Assert.All(rows["boss"].Zip(rows["pay"]).Skip(1), pair => Assert.True(int.Parse(pair.Second!, CultureInfo.InvariantCulture) <= pay[pair.First!] + 300));
    }

    private const string Half = "rules: [ coin = 'heads' ]";

    /// <summary>Columns that the same row keeps whatever rule its coin has to keep.</summary>
    [Theory]
    [InlineData("key: x", "x: { sequence: 1001 }")]
    [InlineData("key: x", "x: { uuid: true }")]
    [InlineData("key: x", "x: { pattern: '[A-Z]{3}[0-9]{3}' }")]
    [InlineData("", "x: { pattern: '[A-Z]{3}[0-9]{3}', unique: true }")]
    [InlineData("", "x: { values: { a: 3, b: 7 }, exact: true }")]
    [InlineData("", "y: { values: [p, q], exact: true }\nx: { given: y, values: { p: { a: 3, b: 7 }, q: [c, d] }, exact: true }")]
    [InlineData("", "x: { constant: 1, nulls: { share: 20%, exact: true } }")]
    [InlineData("key: x", "y: { type: int64, range: [1, 900] }\ni: { sequence: 1 }\nx: { template: '{y}-{i}' }")]
    [InlineData("key: x", "y: { type: int64, range: [1, 900] }\nz: { expr: y * 2 }\ni: { sequence: 1 }\nx: { template: '{z}-{i}' }")]
    [InlineData("", "i: { sequence: 1 }\nx: { expr: i * 2 }")]
    public async Task A_frozen_cell_stays(string key, string columns)
    {
        (MadeTable free, MadeTable ruled) = await BothAsync(key, columns);

        Assert.Equal(free["x"], ruled["x"]);
    }

    [Theory]
    [InlineData("x: { type: int64, range: [1, 1000000] }")]
    [InlineData("x: { values: [a, b, c, d, e, f] }")]
    [InlineData("x: { semantic: person.full_name }")]
    [InlineData("x: { pattern: '[A-Z]{8}' }")]
    [InlineData("x: { constant: 1, nulls: 50% }")]
    [InlineData("y: { type: int64, range: [1, 1000000] }\nx: { expr: y + 1 }")]
    [InlineData("y: { type: int64, range: [1, 1000000] }\nx: { template: 'no {y}' }")]
    [InlineData("x: { type: double, distribution: { normal: { mean: 0, sd: 1 } } }")]
    public async Task A_drawn_cell_is_made_again(string columns)
    {
        (MadeTable free, MadeTable ruled) = await BothAsync("", columns);

        int[] redrawn = [.. Enumerable.Range(0, free.Count).Where(row => free["coin"][row] != "heads")];
        Assert.InRange(redrawn.Length, 20, 80);
        Assert.Contains(redrawn, row => free["x"][row] != ruled["x"][row]);
        Assert.All(Enumerable.Range(0, free.Count).Except(redrawn), row => Assert.Equal(free["x"][row], ruled["x"][row]));
    }

    [Fact]
    public async Task The_tag_of_a_unique_text_stays_and_its_name_follows_the_new_person()
    {
        const string columns = "name: { semantic: person.last_name }\nx: { semantic: person.email, unique: true }";
        (MadeTable free, MadeTable ruled) = await BothAsync("", columns);

        string Tag(string? mail) => string.Concat(mail!.Split('@')[0].Where(char.IsAsciiDigit));
        Assert.Equal(free["x"].Select(Tag), ruled["x"].Select(Tag));
        Assert.NotEqual(free["x"], ruled["x"]);
        Assert.Equal(100, ruled["x"].Distinct().Count());
    }

    [Fact]
    public async Task The_parent_and_the_position_of_a_child_stay_and_a_drawn_reference_does_not()
    {
        string Schema(string rules) => Made.Shop($$"""
            orders: { rows: 20, key: id, columns: { id: { sequence: 1 } } }
            products: { rows: 1000, key: id, columns: { id: { sequence: 1 } } }
            items:
              rows: { per: orders, count: { between: [1, 9] } }
              columns:
                order: { references: orders.id }
                number: { position: true }
                product: { references: products.id }
                coin: { values: [heads, tails] }
              {{rules}}
            """);

        MadeTable free = await Made.RowsAsync(Schema(""));
        MadeTable ruled = await Made.RowsAsync(Schema(Half));

        Assert.Equal(free.Rows("order", "number"), ruled.Rows("order", "number"));
        Assert.NotEqual(free["product"], ruled["product"]);
    }

    [Fact]
    public async Task One_to_one_references_stay()
    {
        string Schema(string rules) => Made.Shop($$"""
            products: { rows: 200, key: id, columns: { id: { sequence: 1 } } }
            items:
              rows: 100
              columns:
                x: { references: products.id, unique: true }
                coin: { values: [heads, tails] }
              {{rules}}
            """);

        Assert.Equal((await Made.RowsAsync(Schema("")))["x"], (await Made.RowsAsync(Schema(Half)))["x"]);
    }

    [Fact]
    public async Task A_distinct_reference_in_a_key_is_drawn_again_among_what_is_left()
    {
        MadeTable rows = await Made.RowsAsync(Made.Shop("""
            orders: { rows: 50, key: id, columns: { id: { sequence: 1 } } }
            products: { rows: 12, key: id, columns: { id: { sequence: 1 }, good: { expr: id > 6 } } }
            items:
              rows: { per: orders, count: 6 }
              key: [order, product]
              columns:
                order: { references: orders.id }
                product: { references: products.id }
              rules: [ product.good ]
            """));

        Assert.Equal(300, rows.Count);
        Assert.Equal(300, rows.Rows("order", "product").DistinctBy(row => string.Join('/', row)).Count());
        Assert.All(rows.Numbers("product"), product => Assert.InRange(product, 7, 12));
    }

    [Fact]
    public async Task Children_read_the_final_draw_of_their_parent()
    {
        const string schema = """
            orders:
              rows: 50
              key: id
              columns:
                id: { sequence: 1 }
                coin: { values: [heads, tails] }
                price: { type: int64, range: [1, 1000000] }
              rules: [ coin = 'heads' ]
            items:
              rows: { per: orders, count: 2 }
              columns:
                order: { references: orders.id }
                price: { expr: order.price }
            """;
        MadeTable orders = await Made.RowsAsync(Made.Shop(schema), "orders");
        MadeTable items = await Made.RowsAsync(Made.Shop(schema));

        Assert.Equal(orders["price"].SelectMany(price => new[] { price, price }), items["price"]);
    }

    [Fact]
    public async Task Rejections_of_children_are_counted_alike_whatever_the_batch()
    {
        const string schema = """
            orders: { rows: 40, key: id, columns: { id: { sequence: 1 } } }
            products: { rows: 12, key: id, columns: { id: { sequence: 1 }, good: { expr: id > 6 } } }
            items:
              rows: { per: orders, count: 6 }
              key: [order, product]
              columns:
                order: { references: orders.id }
                product: { references: products.id }
              rules: [ { name: good, check: product.good } ]
            """;
        using var folder = new TemporaryFolder();
        var counted = new List<long>();
        foreach (int batch in new[] { 7, 50, 1000 })
        {
            GenerationPlan plan = Made.Plan(Made.Shop(schema));
            RunManifest done = await plan.WriteAsync(
                OutputTarget.Folder(folder.At($"out{batch}")), new RunOptions { BatchRows = batch }, TestContext.Current.CancellationToken);
            counted.Add(Assert.Single(done.Tables.Single(table => table.Name == "items").Rejected).Count);
        }

        Assert.True(counted[0] > 0);
        Assert.Single(counted.Distinct());
    }

    private static async Task<(MadeTable Free, MadeTable Ruled)> BothAsync(string key, string columns)
    {
        string all = columns + "\ncoin: { values: [heads, tails] }";
        MadeTable free = await Made.RowsAsync(Made.Items(all, rest: key));
        MadeTable ruled = await Made.RowsAsync(Made.Items(all, rest: $"{key}\n{Half}"));
        Assert.Equal(["heads"], ruled.Tally("coin").Keys);
        return (free, ruled);
    }
}
