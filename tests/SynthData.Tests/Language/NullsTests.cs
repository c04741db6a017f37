namespace SynthData.Tests.Language;

/// <summary>Nulls, <c>when</c> and <c>cases</c> (sections 3 and 11.8).</summary>
public class NullsTests
{
    [Fact]
    public async Task A_share_is_drawn_of_the_rows_where_when_holds()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("""
            a: { values: [x, y] }
            b: { constant: 1, when: a = 'x', nulls: 50% }
            """, 400));

        Assert.All(rows.Rows("a", "b").Where(row => row[0] == "y"), row => Assert.Null(row[1]));
        int held = rows.Tally("a")["x"];
        Assert.InRange(rows.Tally("b")["1"], held * 0.35, held * 0.65);
    }

    [Fact]
    public async Task A_when_that_is_null_leaves_null()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("""
            a: { type: int64, range: [1, 3], nulls: 30% }
            b: { constant: 1, when: a > 1 }
            """));

        Assert.All(rows.Rows("a", "b"), row => Assert.Equal(row[0] is "2" or "3", row[1] is not null));
    }

    [Theory]
    [InlineData("0%", 0, 0)]
    [InlineData("100%", 100, 100)]
    [InlineData("0.3", 15, 45)]
    [InlineData("30%", 15, 45)]
    public async Task Shares_are_written_as_percentages_or_numbers(string share, int low, int high) =>
        Assert.InRange((await Made.RowsAsync(Made.Items($"a: {{ constant: 1, nulls: {share} }}"))).Tally("a").GetValueOrDefault("null"), low, high);

    [Fact]
    public async Task Null_is_a_value_among_others_and_a_quoted_one_is_a_text()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("""
            a: { values: [x, null] }
            b: { values: [x, "null"] }
            c: { constant: "" }
            """));

        Assert.Contains(null, rows["a"]);
        Assert.DoesNotContain(null, rows["b"]);
        Assert.Contains("null", rows["b"]);
        Assert.All(rows["c"], cell => Assert.Equal("", cell));
    }

    [Fact]
    public async Task The_first_case_that_holds_decides()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("""
            a: { type: int64, range: [1, 9] }
            b:
              cases:
                - { when: a > 6, constant: 0 }
                - { when: a > 3, range: [10, 20], distribution: normal }
                - { else: { expr: a * 100 } }
            """));

        Assert.All(rows.Rows("a", "b").Select(row => (A: int.Parse(row[0]!, null), B: int.Parse(row[1]!, null))), row => Assert.True(row.A switch
        {
            > 6 => row.B == 0,
            > 3 => row.B is >= 10 and <= 20,
            _ => row.B == row.A * 100,
        }));
    }

    [Fact]
    public async Task Without_a_case_that_holds_there_is_null_and_null_holds_none()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("""
            a: { type: int64, range: [1, 3], nulls: 20% }
            b: { cases: [ { when: a > 1, constant: x } ] }
            """));

        Assert.All(rows.Rows("a", "b"), row => Assert.Equal(row[0] is "2" or "3" ? "x" : null, row[1]));
    }

    [Fact]
    public async Task Cases_take_the_written_type_and_each_its_given()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("""
            a: { values: [x, y] }
            b: { type: decimal(2), cases: [ { when: a = 'x', constant: 1 }, { else: { given: a, values: { x: [2], y: [3] } } } ] }
            """));

        Assert.All(rows.Rows("a", "b"), row => Assert.Equal(row[0] == "x" ? "1.00" : "3.00", row[1]));
    }

    [Fact]
    public void A_case_needs_a_condition()
    {
        Made.Refused("SD2121", Made.Items("""
            a: { type: int64, range: [1, 3] }
            b: { cases: [ { when: §a + 1, constant: x } ] }
            """));
        Made.Refused("SD2121", Made.Items("a: { constant: 1, when: §1 + 1 }"));
        Made.Refused("SD2121", Made.Items("a: { constant: 1 }", rest: "rules: [ §a + 1 ]"));
    }

    [Theory]
    [InlineData("§references: customers.id", "SD1018")]
    [InlineData("§prompt: 'A title.'", "SD1018")]
    [InlineData("uuid: true, §unique: true", "SD1046")]
    public void A_case_that_cannot_be_one_is_an_error_that_says_so(string source, string code)
    {
        string schema = Made.Shop($$"""
            customers: { rows: 3, key: id, columns: { id: { sequence: 1 } } }
            items: { rows: 3, columns: { a: { constant: 1 }, b: { cases: [ { when: a = 1, {{source}} } ] } } }
            """);

        Made.Refused(code, schema);
    }

    [Fact]
    public async Task Cases_may_stand_in_a_case()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("""
            a: { type: int64, range: [1, 3] }
            b: { cases: [ { when: a = 1, constant: 1 }, { else: { cases: [ { when: a = 2, constant: 2 }, { else: { constant: 3 } } ] } } ] }
            """));

        Assert.Equal(rows["a"], rows["b"]);
    }
}
