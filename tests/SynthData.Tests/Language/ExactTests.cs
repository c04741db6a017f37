namespace SynthData.Tests.Language;

/// <summary>Shares to the row (section 3, <c>exact</c> and <c>nulls</c>).</summary>
public class ExactTests
{
    [Theory]
    [InlineData(100, 50, 30, 20)]
    [InlineData(7, 4, 2, 1)]
    [InlineData(1, 1, 0, 0)]
    [InlineData(10_000, 5_000, 3_000, 2_000)]
    public async Task Shares_are_met_by_the_largest_remainders(int rows, int a, int b, int c)
    {
        Dictionary<string, int> tally = (await Made.RowsAsync(Made.Items("x: { values: { a: 50, b: 30, c: 20 }, exact: true }", rows))).Tally("x");

        Assert.Equal([a, b, c], new[] { "a", "b", "c" }.Select(value => tally.GetValueOrDefault(value)));
    }

    [Fact]
    public async Task A_list_is_shared_evenly() =>
        Assert.Equal([25, 25, 25, 25], (await Made.RowsAsync(Made.Items("x: { values: [a, b, c, d], exact: true }"))).Tally("x").Values);

    [Fact]
    public async Task Rows_of_a_value_are_spread_over_the_table()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("x: { values: { a: 1, b: 1 }, exact: true }"));

        Assert.InRange(rows["x"].Take(50).Count(value => value == "a"), 10, 40);
    }

    [Fact]
    public async Task Shares_within_exact_groups_are_met_to_the_row()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("""
            sex: { values: { F: 60, M: 40 }, exact: true }
            size: { given: sex, values: { F: { S: 50, M: 50 }, M: { M: 25, L: 75 } }, exact: true }
            cut: { given: [sex, size], values: { [F, S]: { a: 20, b: 80 }, else: { a: 100, b: 0 } }, exact: true }
            """));

        Assert.Equal(
            [("F M a", 30), ("F S a", 6), ("F S b", 24), ("M L a", 30), ("M M a", 10)],
            rows.Rows("sex", "size", "cut").GroupBy(row => string.Join(' ', row)).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, group.Count())));
    }

    [Fact]
    public async Task Exact_nulls_are_met_to_the_row() =>
        Assert.Equal(13, (await Made.RowsAsync(Made.Items("x: { type: int64, range: [1, 9], nulls: { share: 12.5%, exact: true } }"))).Tally("x")["null"]);

    [Fact]
    public async Task Exact_nulls_are_met_within_exact_groups()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("""
            a: { values: { x: 60, y: 40 }, exact: true }
            b: { given: a, values: { x: [p], y: [q] }, nulls: { share: { x: 10%, y: 50% }, exact: true } }
            """));

        Assert.Equal([6, 20], rows.Rows("a", "b").GroupBy(row => row[0]).OrderBy(group => group.Key).Select(group => group.Count(row => row[1] is null)));
    }

    [Fact]
    public async Task A_per_table_is_shared_over_all_of_its_rows()
    {
        MadeTable rows = await Made.RowsAsync(Made.Shop("""
            orders: { rows: 20, key: id, columns: { id: { sequence: 1 } } }
            items: { rows: { per: orders, count: 5 }, columns: { x: { values: { a: 30, b: 70 }, exact: true } } }
            """));

        Assert.Equal(30, rows.Tally("x")["a"]);
    }

    [Theory]
    [InlineData("a: { values: [x, y], exact: true, nulls: 10% }")]
    [InlineData("a: { values: [x, y] }")]
    [InlineData("n: { values: [p, q] }\na: { values: [x, y], exact: true, when: n = 'p' }")]
    public void Groups_that_are_not_exact_are_refused(string column) =>
        Made.Refused("SD2039", Made.Items($"{column}\nb: {{ given: a, values: §{{ x: [p], y: [q], else: [r] }}, exact: true }}"));

    [Fact]
    public void Groups_are_listed_from_the_outermost()
    {
        string Schema(string given, string keys) => Made.Items($$"""
            a: { values: [x, y], exact: true }
            b: { given: a, values: { x: [p], y: [q] }, exact: true }
            c: { given: {{given}}, values: §{{keys}}, exact: true }
            """);

        Assert.Empty(Made.Told(Schema("[a, b]", "{ [x, p]: [1], else: [2] }")));
        Made.Refused("SD2039", Schema("[b, a]", "{ [p, x]: [1], else: [2] }"));
        Made.Refused("SD2039", Schema("b", "{ p: [1], else: [2] }"));
    }
}
