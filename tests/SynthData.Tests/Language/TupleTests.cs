using SynthData.Tests.Rules.Validation;

namespace SynthData.Tests.Language;

/// <summary>Several columns at once (section 3, <c>tuples</c>).</summary>
public class TupleTests
{
    private const string Codes = """
        department: { values: { heart: 3, skin: 1 } }
        "code, title, cost":
          given: department
          type: [string, string, decimal(2)]
          tuples:
            heart: [ [I10, Hypertension, 12.5, 40], [I21, Infarct, 900, 10] ]
            skin:  [ [L20, Eczema, 30], [L40, null, 45] ]
        """;

    [Fact]
    public async Task Columns_of_one_row_hold_one_tuple()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items(Codes, 500));

        Assert.Equal(["department", "code", "title", "cost"], rows.Columns);
        Assert.Equal(
            ["heart I10 Hypertension 12.50", "heart I21 Infarct 900.00", "skin L20 Eczema 30.00", "skin L40  45.00"],
            rows.Rows("department", "code", "title", "cost").Select(row => string.Join(' ', row)).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_last_number_is_the_weight()
    {
        Dictionary<string, int> tally = (await Made.RowsAsync(Made.Items("\"a, n\": { tuples: [ [x, 1, 80], [y, 2, 15], [z, 3, 5] ] }", 10_000))).Tally("n");

        Assert.InRange(tally["1"], 7_800, 8_200);
        Assert.InRange(tally["2"], 1_350, 1_650);
        Assert.InRange(tally["3"], 400, 600);
    }

    [Fact]
    public async Task Exact_tuples_meet_their_shares_to_the_row() => Assert.Equal(
        [("x", 40), ("y", 35), ("z", 25)],
        (await Made.RowsAsync(Made.Items("\"a, b\": { tuples: [ [x, 1, 40], [y, 2, 35], [z, 3, 25] ], exact: true }"))).Tally("a").OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value)));

    [Fact]
    public async Task When_and_nulls_act_on_all_columns_together()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("""
            open: { values: [yes, no] }
            "a, b": { tuples: [ [x, 1], [y, 2] ], when: open = 'yes', nulls: 30% }
            """, 1_000));

        Assert.All(rows.Rows("open", "a", "b"), row => Assert.Equal((row[1] is null, row[0] == "no" || row[1] is null), (row[2] is null, row[1] is null)));
        Assert.InRange(rows.Rows("open", "a").Count(row => row[0] == "yes" && row[1] is null), 110, 190);
    }

    [Fact]
    public async Task A_column_of_a_tuple_is_a_closed_list_to_those_given_it()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("""
            "a, b": { tuples: [ [x, 1], [y, 2] ] }
            c: { given: [a, b], values: { [x, 1]: [one], [y, 2]: [two] } }
            """));

        Assert.All(rows.Rows("a", "c"), row => Assert.Equal(row[0] == "x" ? "one" : "two", row[1]));
        Assert.Equal("SD2018", Assert.Single(Made.Told(Made.Items("\"a, b\": { tuples: [ [x, 1], [y, 2] ] }\nc: { given: a, values: { x: [one] } }"))).Code);
    }

    [Fact]
    public async Task Another_column_moves_no_tuple()
    {
        string[] before = [.. (await Made.RowsAsync(Made.Items(Codes)))["code"].Select(cell => cell!)];

        Assert.Equal(before, (await Made.RowsAsync(Made.Items("z: { values: [1, 2] }\n" + Codes)))["code"]);
    }

    [Fact]
    public Task Data_is_pure_and_clean() => Proof.HoldsAsync(Made.Items(Codes + """

        "x, y": { tuples: [ [1, a], [2, b], [3, null] ], nulls: 20%, when: department = 'heart' }
        z: { expr: cost * 2 }
        """, 600, "rules: [ cost < 800 ]"));

    [Fact]
    public void Weights_of_nothing_are_refused() =>
        Made.Refused("SD2021", Made.Items("\"a, b\": { tuples: §[ [x, 1, 0], [y, 2, 0] ] }"));

    [Fact]
    public void A_value_of_another_type_is_refused_at_its_place() =>
        Made.Refused("SD2012", Made.Items("\"a, b\": { type: [string, int64], tuples: [ [x, 1], [y, §two] ] }"));

    [Fact]
    public void A_condition_without_tuples_is_refused() =>
        Made.Refused("SD2018", Made.Items("c: { values: [u, v] }\n\"a, b\": { given: c, tuples: §{ u: [ [x, 1] ] } }"));

    [Theory]
    [InlineData("heart,I10,Infarct,12.50", "SD4054", "'heart'")]
    [InlineData("skin,I10,Hypertension,12.50", "SD4054", "department = 'skin'")]
    [InlineData("heart,I11,Hypertension,12.50", "SD4028", "I10, I21")]
    [InlineData("heart,,,", "SD4026", "code")]
    public async Task Data_with_another_tuple_is_told(string row, string code, string word)
    {
        using CheckedData data = new(Made.Items(Codes));
        data.Write("items.csv", $"department,code,title,cost\nheart,I10,Hypertension,12.50\n{row}\nskin,L40,,45.00\n");

        Assert.Contains(word, CheckedData.AssertOnly(await data.RunAsync(showsValues: true), code, "row 2").Message, StringComparison.Ordinal);
        Assert.Equal(["items: tuples code, title, cost"], Proof.Broken(data.Script()));
    }

    [Fact]
    public async Task Without_its_condition_a_tuple_of_any_condition_will_do()
    {
        using CheckedData data = new(Made.Items(Codes.Replace("{ heart: 3, skin: 1 } }", "{ heart: 3, skin: 1 }, hidden: true }", StringComparison.Ordinal)));
        data.Write("items.csv", "code,title,cost\nI10,Hypertension,12.50\nL20,Eczema,30.00\n");

        ValidationReport report = await data.RunAsync();
        Assert.Empty(report.Findings);
        Assert.Equal("SD4050", Assert.Single(report.Notes).Code);
    }
}
