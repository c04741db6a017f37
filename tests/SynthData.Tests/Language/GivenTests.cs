using SynthData.Diagnostics;

namespace SynthData.Tests.Language;

/// <summary>Options by condition (sections 3 and 11.7).</summary>
public class GivenTests
{
    [Fact]
    public async Task Values_follow_a_column()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("""
            category: { values: [bike, part] }
            kind: { given: category, values: { bike: { city: 5, race: 2 }, part: [tyre, chain] } }
            """));

        Assert.All(rows.Rows("category", "kind"), row => Assert.Contains(row[1], row[0] == "bike" ? ["city", "race"] : new[] { "tyre", "chain" }));
        Assert.Equal(4, rows.Tally("kind").Count);
    }

    [Fact]
    public async Task Values_follow_several_columns_in_order()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("""
            sex: { values: [F, M] }
            age: { values: [child, adult] }
            word: { given: [sex, age], values: { [F, child]: [girl], [F, adult]: [woman], [M, child]: [boy], else: [man] } }
            """));

        Assert.All(rows.Rows("sex", "age", "word"), row => Assert.Equal((row[0], row[1]) switch
        {
            ("F", "child") => "girl",
            ("F", _) => "woman",
            (_, "child") => "boy",
            _ => "man",
        }, row[2]));
        Assert.Equal(4, rows.Tally("word").Count);
    }

    [Fact]
    public async Task In_JSON_a_key_of_several_columns_is_a_text()
    {
        MadeTable rows = await Made.RowsAsync("""
            { "synthdata": 1, "name": "shop", "tables": { "items": { "rows": 50, "columns": {
              "sex": { "values": ["F", "M"] }, "old": { "type": "bool", "values": ["true", "false"] },
              "word": { "given": ["sex", "old"], "values": { "[F, true]": ["woman"], "[F, false]": ["girl"], "else": ["other"] } } } } } }
            """);

        Assert.All(rows.Rows("sex", "old", "word"), row => Assert.Equal(row[0] == "M" ? "other" : row[1] == "true" ? "woman" : "girl", row[2]));
    }

    [Fact]
    public async Task Null_takes_else()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("""
            a: { values: [x, y], nulls: 40% }
            b: { given: a, values: { x: [p], y: [q], else: [none] } }
            """));

        Assert.All(rows.Rows("a", "b"), row => Assert.Equal(row[0] switch { null => "none", "x" => "p", _ => "q" }, row[1]));
        Assert.Equal(3, rows.Tally("b").Count);
    }

    [Fact]
    public async Task A_parents_column_decides()
    {
        MadeTable rows = await Made.RowsAsync(Made.Shop("""
            plans: { rows: 9, key: id, columns: { id: { sequence: 1 }, kind: { values: [free, team] } } }
            items:
              rows: { per: plans, count: 9 }
              columns:
                plan: { references: plans.id }
                price: { type: int64, given: plan.kind, range: { free: [0, 0], team: [5, 9] } }
                kind: { expr: plan.kind }
            """));

        Assert.All(rows.Rows("kind", "price"), row => Assert.Equal(row[0] == "free", row[1] == "0"));
    }

    [Fact]
    public async Task Range_distribution_and_step_each_have_their_cases()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("""
            category: { values: [bike, part, clothing] }
            price:
              type: decimal(2)
              given: category
              range: { bike: [400, 7000], part: [3, 250], clothing: [12, 180] }
              distribution: { bike: lognormal, else: uniform }
              step: { clothing: 0.50, else: 0.01 }
            """, 600));

        Assert.All(rows.Rows("category", "price"), row =>
        {
            decimal price = decimal.Parse(row[1]!, System.Globalization.CultureInfo.InvariantCulture);
            (decimal low, decimal high) = row[0] switch { "bike" => (400m, 7000m), "part" => (3m, 250m), _ => (12m, 180m) };
            Assert.InRange(price, low, high);
            Assert.True(row[0] != "clothing" || price * 2 == decimal.Truncate(price * 2));
        });
        decimal[] bikes = [.. rows.Rows("category", "price").Where(row => row[0] == "bike").Select(row => decimal.Parse(row[1]!, System.Globalization.CultureInfo.InvariantCulture)).Order()];
        Assert.InRange(bikes[bikes.Length / 2], 1200, 2300);            // the geometric mean of the ends is 1673, the middle 3700
    }

    [Fact]
    public async Task One_option_by_condition_beside_one_that_holds_for_all_rows()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("""
            a: { values: [x, y] }
            b: { type: int64, given: a, range: { x: [1, 3], y: [7, 9] }, distribution: { normal: { mean: 5, sd: 3 } } }
            """));

        Assert.All(rows.Rows("a", "b"), row => Assert.Contains(row[1], row[0] == "x" ? ["1", "2", "3"] : new[] { "7", "8", "9" }));
    }

    [Fact]
    public async Task Distances_and_nulls_follow_too()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("""
            a: { values: [near, far] }
            b: { type: date, given: a, after: 2024-01-01, within: { near: [1d, 2d], far: [100d, 200d] }, nulls: { near: 0%, far: 50% } }
            """));

        Assert.All(rows.Rows("a", "b"), row => Assert.True(row[1] is null ? row[0] == "far" : (row[0] == "near") == (string.CompareOrdinal(row[1], "2024-01-04") < 0)));
        Assert.InRange(rows.Tally("b")["null"], 10, 45);
    }

    [Fact]
    public async Task Values_are_compared_and_not_texts()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("""
            a: { type: decimal(2), values: [1, 2.50] }
            b: { given: a, values: { 1.0: [one], 2.5: [more] } }
            c: { type: int64, range: [1_000, 1_001] }
            d: { given: c, values: { 1_000: [low], else: [high] } }
            """));

        Assert.All(rows.Rows("a", "b", "c", "d"), row => Assert.Equal(
            [row[0] == "1.00" ? "one" : "more", row[2] == "1000" ? "low" : "high"], [row[1], row[3]]));
    }

    [Theory]
    [InlineData("a: { type: bool, values: [true, false] }", "{ true: [p], false: [q] }")]
    [InlineData("n: { type: int64, range: [1, 9] }\na: { expr: n > 4 }", "{ true: [p], false: [q] }")]
    [InlineData("a: { constant: x }", "{ x: [p] }")]
    [InlineData("a: { values: { x: 1, y: 0 } }", "{ x: [p], y: [q] }")]
    public async Task A_closed_domain_needs_no_else(string column, string values) =>
        Assert.Equal(100, (await Made.RowsAsync(Made.Items($"{column}\nb: {{ given: a, values: {values} }}"))).Count);

    [Fact]
    public async Task The_position_of_a_fixed_count_is_closed()
    {
        MadeTable rows = await Made.RowsAsync(Made.Shop("""
            orders: { rows: 4, key: id, columns: { id: { sequence: 1 } } }
            items: { rows: { per: orders, count: 3 }, columns: { n: { position: true }, event: { given: n, values: { 1: [made], 2: [paid], 3: [sent] } } } }
            """));

        Assert.Equal(Enumerable.Repeat(new[] { "made", "paid", "sent" }, 4).SelectMany(one => one), rows["event"]);
    }

    [Fact]
    public async Task What_follows_from_another_condition_need_not_be_covered()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("""
            a: { values: [bike, part] }
            b: { given: a, values: { bike: [city], part: [tyre] } }
            c: { given: [a, b], values: { [bike, city]: [x], [part, tyre]: [y] } }
            """));

        Assert.All(rows.Rows("a", "c"), row => Assert.Equal(row[0] == "bike" ? "x" : "y", row[1]));
    }

    [Fact]
    public async Task A_person_follows_a_sex_that_is_drawn_otherwise()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("""
            sex: { values: { F: 1, M: 1 } }
            name: { semantic: person.first_name, given: sex }
            again: { semantic: person.sex }
            """));

        Assert.All(rows.Rows("sex", "again"), row => Assert.Equal(row[0], row[1]));
        Assert.Empty(rows.Rows("sex", "name").Where(row => row[0] == "F").Select(row => row[1]).Intersect(rows.Rows("sex", "name").Where(row => row[0] == "M").Select(row => row[1])));
    }

    [Fact]
    public void A_condition_that_is_no_column_is_told_with_the_nearest()
    {
        Diagnostic told = Made.Refused("SD2110", Made.Items("""
            kind: { values: [x, y] }
            b: { given: §knid, values: { x: [p], y: [q] } }
            """));

        Assert.Contains("Did you mean 'kind'?", told.Message, StringComparison.Ordinal);
    }
}
