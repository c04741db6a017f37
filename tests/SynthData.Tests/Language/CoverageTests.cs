using SynthData.Tests.Rules.Validation;

namespace SynthData.Tests.Language;

/// <summary>Every category, every combination at least once (section 2, <c>coverage</c>).</summary>
public class CoverageTests
{
    private const string Columns = """
        kind: { values: { bike: 97, part: 2, gift: 1 } }
        size: { values: { S: 1, M: 998, L: 1, XXL: 0 } }
        model: { given: kind, values: { bike: { city: 1, race: 99 }, part: [tyre], else: [card, bow] } }
        "code, title": { tuples: [ [a, Alpha, 999], [b, Beta, 1] ], nulls: 50% }
        price: { range: [1, 100] }
        """;

    [Fact]
    public async Task Each_gives_every_category_in_as_many_rows_as_the_longest_list()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items(Columns, 10, "coverage: { each: [kind, size, title] }"));

        Assert.Equal(["bike", "part", "gift"], rows["kind"].Take(3));
        Assert.Equal(["S", "M", "L"], rows["size"].Take(3));
        Assert.Equal(["a", "b"], rows["code"].Take(2));
        Assert.DoesNotContain("XXL", rows["size"]);
    }

    [Fact]
    public async Task All_gives_every_combination_that_can_be_drawn()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items(Columns, 20, "coverage: { all: [model, kind, size] }"));

        string[] covered = [.. rows.Rows("kind", "model", "size").Take(15).Select(row => string.Join(' ', row))];
        Assert.Equal(15, covered.Distinct().Count());
        Assert.Equal(["bike city", "bike race", "gift bow", "gift card", "part tyre"], rows.Rows("kind", "model").Take(15).Select(row => string.Join(' ', row)).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Pinned_rows_stand_before_and_all_other_cells_stay()
    {
        MadeTable before = await Made.RowsAsync(Made.Items(Columns));
        MadeTable after = await Made.RowsAsync(Made.Items(Columns, rest: "pinned: [ { kind: part } ]\ncoverage: { each: [kind] }"));

        Assert.Equal(["part", "bike", "part", "gift"], after["kind"].Take(4));
        Assert.Equal(before["kind"].Skip(4), after["kind"].Skip(4));
        Assert.Equal(before["price"], after["price"]);
        Assert.Equal(before["code"], after["code"]);
    }

    [Fact]
    public async Task Covered_rows_count_toward_exact_shares()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("""
            a: { values: { x: 80, y: 15, z: 5 }, exact: true }
            "b, c": { tuples: [ [u, 1, 9], [v, 2, 1] ], exact: true }
            """, 60, "coverage: { all: [a, b] }"));

        Assert.Equal(6, rows.Rows("a", "b").Take(6).Select(row => string.Join(' ', row)).Distinct().Count());
        Assert.Equal([("x", 48), ("y", 9), ("z", 3)], Counts(rows, "a"));
    }

    [Fact]
    public async Task Covered_rows_keep_their_rules()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("a: { values: [1, 2, 3, 4] }\nb: { range: [1, 4] }", 50, "coverage: { each: a }\nrules: [ b >= a ]"));

        Assert.Equal(["1", "2", "3", "4"], rows["a"].Take(4));
        Assert.Equal("4", rows["b"][3]);
    }

    [Fact]
    public Task Data_is_pure_and_clean() => Proof.HoldsAsync(Made.Items(
        Columns + "\nn: { values: [1, 2, null] }\nwhen: { type: date, values: [2024-01-01, 2024-02-01] }", 300,
        "pinned: [ { kind: gift, price: 7 } ]\ncoverage: { all: [kind, size, model, n], each: [when, code] }"));

    [Fact]
    public Task Covered_cells_take_no_fault() => Proof.HoldsAsync(Made.Items(
        "a: { values: [x, y, z], faults: { unlisted: 90% } }\nb: { values: [u, v] }", 40, "coverage: { all: [a, b] }"));

    [Fact]
    public async Task Data_without_a_combination_is_told()
    {
        using CheckedData data = new(Made.Items("a: { values: [x, y] }\nb: { values: [1, 2] }\nc: { values: [p, q] }", rest: "coverage: { all: [a, b], each: c }"));
        data.Write("items.csv", "a,b,c\ny,1,p\nx,1,q\ny,2,p\nx,2,p\n");
        CheckedData.AssertClean(await data.RunAsync());
        Assert.Empty(Proof.Broken(data.Script()));

        data.Write("items.csv", "a,b,c\ny,1,p\nx,1,q\ny,2,p\nx,1,p\n");
        CheckedData.AssertOnly(await data.RunAsync(), "SD4058", "a = x, b = 2");
        Assert.Equal(["items: coverage of a, b"], Proof.Broken(data.Script()));
    }

    private static IEnumerable<(string, int)> Counts(MadeTable rows, string column) =>
        rows.Tally(column).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value));
}
