using System.Globalization;
using SynthData.Diagnostics;

namespace SynthData.Tests.Language;

/// <summary>The far ends: no rows, one row, the widest ranges, conditions of nothing but else.</summary>
public class EdgeTests
{
    private const string Everything = """
        parents: { rows: 3, key: id, columns: { id: { sequence: 1 }, kind: { values: [a, b] }, n: { type: int64, range: [0, 3] } } }
        items:
          rows: COUNT
          key: id
          columns:
            id: { sequence: 1 }
            u: { uuid: true }
            p: { pattern: '[A-Z]{4}', unique: true }
            v: { values: { a: 1, b: 2 } }
            e: { values: { a: 1, b: 2 }, exact: true }
            f: { given: e, values: { a: [x], b: [y, z] }, exact: true }
            r: { type: decimal(2), range: [1, 9], distribution: normal }
            d: { type: date, range: [-3y, today] }
            t: { after: d, within: [1h, 3h] }
            s: { semantic: person.full_name }
            m: { semantic: internet.email, unique: true }
            x: { template: '{s} {id}', unique: true }
            o: { references: parents.id, nulls: 20% }
            z: { references: parents.id, skew: { zipf: 1.1 } }
            k: { expr: z.kind }
            b: { references: items.id, earlier: true }
            n: { constant: 1, nulls: { share: 10%, exact: true } }
            c: { cases: [ { when: v = 'a', constant: 1 }, { else: { range: [5, 9] } } ] }
            g: { type: double, distribution: { normal: { mean: 0, sd: 1 } } }
          rules:
            - c <> 7
            - { unique: [id, v] }
            - { depends: { x: id } }
        children: { rows: { per: items, count: { between: [0, 2] } }, key: [item, n], columns: { item: { references: items.id }, n: { position: true }, k: { expr: item.z.kind } } }
        """;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(99)]
    public async Task Every_source_makes_as_many_rows_as_asked(int count)
    {
        GenerationPlan plan = Made.Plan(Made.Shop(Everything.Replace("COUNT", $"{count}", StringComparison.Ordinal)));

        Assert.Equal(count, plan.RowCount("items"));
        MadeTable items = await Made.RowsAsync(plan, "items");
        Assert.All(items.Columns, column => Assert.Equal(count, items[column].Count));
        MadeTable children = await Made.RowsAsync(plan, "children");
        Assert.All(children.Columns, column => Assert.Equal(plan.RowCount("children"), children[column].Count));
    }

    [Theory]
    [InlineData("{ type: int64, range: [-9223372036854775808, 9223372036854775807] }", -9.3e18, 9.3e18)]
    [InlineData("{ type: int64, range: [-9223372036854775808, 9223372036854775807], distribution: normal }", -9.3e18, 9.3e18)]
    [InlineData("{ type: int64, range: [0, 9223372036854775807], distribution: { exponential: { mean: 1000 } } }", 0, 20_000)]
    [InlineData("{ type: int32, range: [-2147483648, 2147483647] }", -2147483648.0, 2147483647.0)]
    [InlineData("{ type: decimal(2), range: [-9999999999999999, 9999999999999999] }", -1e16, 1e16)]
    public async Task The_widest_range_is_drawn_on_both_sides_of_its_middle(string column, double low, double high)
    {
        MadeTable rows = await Made.RowsAsync(Made.Items($"x: {column}", 200));

        double[] cells = [.. rows["x"].Select(cell => double.Parse(cell!, CultureInfo.InvariantCulture))];
        Assert.All(cells, cell => Assert.InRange(cell, low, high));
        Assert.InRange(cells.Distinct().Count(), 180, 200);
        double middle = low < 0 ? 0 : 700;
        Assert.InRange(cells.Count(cell => cell < middle), 60, 140);
    }

    [Fact]
    public async Task A_condition_of_nothing_but_else_holds_for_all_rows()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("""
            a: { type: int64, range: [1, 9] }
            b: { given: a, values: { else: [x] } }
            c: { type: int64, given: a, range: { else: [5, 5] } }
            """));

        Assert.All(rows.Rows("b", "c"), row => Assert.Equal(["x", "5"], row));
    }

    [Fact]
    public void Exact_shares_of_the_rows_of_a_case_come_later() =>
        Made.Refused("SD1018", Made.Items("a: { values: [x, y] }\nb: { cases: [ { when: a = 'x', values: [p, q], §exact: true } ] }"));

    [Fact]
    public async Task Weights_may_be_any_numbers()
    {
        Dictionary<string, int> tally = (await Made.RowsAsync(Made.Items("a: { values: { x: 0.5, y: 0.25, z: 0 } }", 900))).Tally("a");

        Assert.InRange(tally["x"], 520, 680);
        Assert.DoesNotContain("z", tally.Keys);
    }

    [Fact]
    public async Task Uniqueness_takes_nulls_for_unlike()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("a: { pattern: '[A-Z]{3}', unique: true, nulls: 30% }", 300, "rules: [ { unique: a } ]"));

        Assert.InRange(rows.Tally("a")["null"], 60, 120);
        Assert.Equal(300 - rows.Tally("a")["null"], rows["a"].OfType<string>().Distinct().Count());
    }

    [Fact]
    public async Task A_length_is_kept_by_drawing_again()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("a: { semantic: person.full_name, length: [8, 12] }"));

        Assert.All(rows["a"], name => Assert.InRange(name!.Length, 8, 12));
    }

    [Fact]
    public async Task A_column_may_have_a_locale_of_its_own()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("us: { semantic: place.postcode, locale: en-US }\nnl: { semantic: place.postcode, locale: nl-NL }"));

        Assert.All(rows["us"], code => Assert.Matches("^[0-9]{5}$", code));
        Assert.All(rows["nl"], code => Assert.Matches("^[0-9]{4} ?[A-Z]{2}$", code));
    }

    [Fact]
    public async Task A_count_may_follow_what_the_parent_looks_up()
    {
        MadeTable rows = await Made.RowsAsync(Made.Shop("""
            tiers: { rows: [ { id: small, seats: 1 }, { id: large, seats: 3 } ], key: id }
            plans: { rows: 20, key: id, columns: { id: { sequence: 1 }, tier: { references: tiers.id } } }
            items: { rows: { per: plans, count: tier.seats }, columns: { plan: { references: plans.id }, tier: { expr: plan.tier } } }
            extras: { rows: { per: plans, count: { given: tier.id, values: { small: 0, large: 2 } } }, columns: { plan: { references: plans.id } } }
            """));

        Assert.All(rows.Rows("plan", "tier").GroupBy(row => (row[0], row[1])), group => Assert.Equal(group.Key.Item2 == "small" ? 1 : 3, group.Count()));
    }

    [Fact]
    public async Task A_rule_over_the_parent_alone_is_frozen_and_names_the_parent()
    {
        string schema = Made.Shop("""
            plans: { rows: 3, key: id, columns: { id: { sequence: 1 }, open: { expr: id < 3 } } }
            items: { rows: { per: plans, count: 2 }, columns: { plan: { references: plans.id }, n: { position: true } }, rules: [ §plan.open ] }
            """);

        Assert.Equal("SD2034", Assert.Single(Made.Told(schema)).Code);
        Diagnostic told = await Made.FailsAsync("SD4003", schema);
        Assert.Equal(
            "Row 4 of table 'items' breaks the rule 'plan.open', which reads only cells that no redraw changes. Its cells: plan.open = false. Its parent is row 2 of table 'plans'.",
            told.Message);
    }

    [Fact]
    public void A_column_that_is_wrong_is_told_once_however_many_read_it() =>
        Made.Refused("SD2110", Made.Items("""
            a: { expr: §nothing + 1 }
            b: { expr: a + 1 }
            c: { template: '{a} {b}' }
            d: { given: a, values: { 1: [x], else: [y] } }
            e: { type: int64, range: [a, 9] }
            f: { constant: 1, when: a > 1 }
            """, rest: "rules: [ a > 0 ]"));

    [Fact]
    public async Task Frozen_references_of_a_model_free_table_may_be_earlier_and_distinct()
    {
        MadeTable rows = await Made.RowsAsync(Made.Shop("""
            groups: { rows: 10, key: id, columns: { id: { sequence: 1 } } }
            items:
              rows: { per: groups, count: 5 }
              key: id
              columns:
                id: { sequence: 0 }
                group: { references: groups.id }
                friend: { references: items.id, earlier: true, distinct: group, when: id > 9 }
            """));

        Assert.All(rows.Rows("id", "friend").Where(row => row[1] is not null), row => Assert.True(int.Parse(row[1]!, CultureInfo.InvariantCulture) < int.Parse(row[0]!, CultureInfo.InvariantCulture)));
        Assert.All(rows.Rows("group", "friend").Where(row => row[1] is not null).GroupBy(row => row[0]), group => Assert.Equal(5, group.Select(row => row[1]).Distinct().Count()));
    }
}
