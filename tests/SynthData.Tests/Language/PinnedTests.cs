using SynthData.Diagnostics;
using SynthData.Tests.Cli;
using SynthData.Tests.Rules.Validation;

namespace SynthData.Tests.Language;

/// <summary>Rows that the schema overwrites (section 2, <c>pinned</c>).</summary>
public class PinnedTests
{
    private const string Columns = """
        id: { sequence: 1 }
        name: { semantic: person.full_name }
        kind: { values: { bike: 3, part: 1 } }
        price: { type: decimal(2), given: kind, range: { bike: [100, 900], part: [1, 50] } }
        sold: { type: date, range: [2024-01-01, 2024-12-31], nulls: 30% }
        taxed: { expr: price * 2 }
        """;

    [Fact]
    public async Task Pinned_cells_stand_in_the_first_rows_and_nothing_else_moves()
    {
        MadeTable before = await Made.RowsAsync(Made.Items(Columns));
        MadeTable after = await Made.RowsAsync(Made.Items(Columns, rest: "pinned: [ { name: Ann Other, kind: part, price: 12.5 }, { }, { sold: null, id: 999 } ]"));

        Assert.Equal(("Ann Other", "part", "12.50", "25.00"), (after["name"][0], after["kind"][0], after["price"][0], after["taxed"][0]));
        Assert.Equal((null, "999"), (after["sold"][2], after["id"][2]));
        foreach (string column in before.Columns)
        {
            for (int row = 0; row < before.Count; row++)
            {
                bool isPinned = (row == 0 && column is "name" or "kind" or "price" or "taxed") || (row == 2 && column is "sold" or "id");
                if (!(isPinned && row is 0 or 2))
                    Assert.Equal((row, column, before[column][row]), (row, column, after[column][row]));
            }
        }
    }

    [Fact]
    public async Task A_pinned_row_is_drawn_again_around_its_pins()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("a: { range: [1, 100] }\nb: { range: [1, 100] }", rest: "rules: [ a < b ]\npinned: [ { a: 97 }, { b: 2 } ]"));

        Assert.Equal(("97", "2", "1"), (rows["a"][0], rows["b"][1], rows["a"][1]));
        Assert.True(rows.Numbers("b").First() > 97);
    }

    [Fact]
    public async Task Pinned_references_are_found_and_their_parents_read()
    {
        const string schema = """
            people:
              rows: 50
              key: id
              pinned: [ { code: ZZ-1 }, { } , { code: ZZ-3 } ]
              columns: { id: { uuid: true }, code: { pattern: '[A-Y]{2}-[0-9]', unique: true }, age: { range: [18, 80] } }
            items:
              rows: 20
              pinned: [ { owner: ZZ-3 }, { owner: ZZ-1 }, { owner: null } ]
              columns: { owner: { references: people.code, nulls: 1% }, age: { expr: owner.age } }
            """;

        await Assert.ThrowsAsync<SchemaException>(() => Made.RowsAsync(Made.Shop(schema)));
        MadeTable rows = await Made.RowsAsync(Made.Shop(schema.Replace("[A-Y]", "[A-Z]", StringComparison.Ordinal)));
        MadeTable people = await Made.RowsAsync(Made.Shop(schema.Replace("[A-Y]", "[A-Z]", StringComparison.Ordinal)), "people");

        Assert.Equal(["ZZ-3", "ZZ-1", null], rows["owner"].Take(3));
        Assert.Equal([people["age"][2], people["age"][0], null], rows["age"].Take(3));
    }

    [Fact]
    public async Task Pinned_tuples_and_composite_references_are_one()
    {
        MadeTable rows = await Made.RowsAsync(Made.Shop("""
            lines: { rows: 9, key: [a, b], columns: { a: { sequence: 1 }, b: { pattern: '[a-z]{2}' } } }
            items:
              rows: 5
              pinned: [ { code: y }, { code: null, n: null }, { code: x, n: 1 } ]
              columns:
                "code, n": { tuples: [ [x, 1, 99], [y, 2, 1] ], nulls: 10% }
            """));

        Assert.Equal(["y", null, "x"], rows["code"].Take(3));
        Assert.Equal(["2", null, "1"], rows["n"].Take(3));
    }

    [Fact]
    public async Task Pinned_cells_count_toward_exact_shares()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("""
            a: { values: { x: 50, y: 30, z: 20 }, exact: true }
            b: { type: int64, range: [1, 9], nulls: { share: 25%, exact: true } }
            """, 20, "pinned: [ { a: z, b: null }, { a: z, b: 3 }, { a: x }, { a: z } ]"));

        Assert.Equal(["z", "z", "x", "z"], rows["a"].Take(4));
        Assert.Equal([("x", 10), ("y", 6), ("z", 4)], rows.Tally("a").OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value)));
        Assert.Equal(5, rows.Tally("b")["null"]);
        Assert.Null(rows["b"][0]);
    }

    [Fact]
    public async Task Counts_of_children_follow_a_pinned_parent() => Assert.Equal(5, (await Made.RowsAsync(Made.Shop("""
        plans: { rows: 3, key: id, pinned: [ { seats: 5 } ], columns: { id: { sequence: 1 }, seats: { values: [0] , nulls: 0% } } }
        items: { rows: { per: plans, count: seats }, columns: { plan: { references: plans.id } } }
        """.Replace("[0] ,", "{ 0: 1, 5: 0 },", StringComparison.Ordinal)))).Count);

    [Fact]
    public Task Data_is_pure_and_clean() => Proof.HoldsAsync(Made.Shop("""
        people:
          rows: 40
          key: id
          pinned: [ { id: 900, name: "Ann, the \"first\"", kind: b, born: 2000-02-29 }, { }, { note: null, mail: ann@example.org, kind: a } ]
          columns:
            id:   { sequence: 1 }
            name: { semantic: person.first_name }
            mail: { semantic: person.email, unique: true }
            kind: { values: [a, b], exact: true }
            born: { type: date, range: [1950-01-01, 2005-12-31] }
            note: { pattern: '[a-z]{5}', nulls: 50% }
          rules: [ "kind <> 'b' or born < date '2001-01-01'" ]
        orders:
          rows: { per: people, count: { between: [0, 4] } }
          pinned: [ { item: 7 }, { state: open, "when": 2024-01-05 } ]
          columns:
            person: { references: people.id }
            n:      { position: true }
            item:   { references: items.id, skew: { zipf: 1.1 } }
            state:  { values: { open: 1, done: 9 } }
            when:   { type: date, after: person.born, within: [20y, 74y] }
            price:  { expr: item.price * n }
          rules: [ "state <> 'open' or \"when\" > date '2000-01-01'" ]
        items: { rows: 9, key: id, pinned: [ { price: 1000 } ], columns: { id: { sequence: 1 }, price: { type: decimal(2), range: [1, 1000] } } }
        """));

    [Fact]
    public async Task Data_without_a_pinned_row_is_told()
    {
        using CheckedData data = new(Made.Items("a: { values: [x, y] }\nb: { range: [1, 9] }", rest: "pinned: [ { a: x, b: 3 }, { a: y } ]"));
        data.Write("items.csv", "a,b\ny,3\nx,3\n");
        CheckedData.AssertClean(await data.RunAsync());
        Assert.Empty(Proof.Broken(data.Script()));

        data.Write("items.csv", "a,b\ny,3\nx,4\n");
        CheckedData.AssertOnly(await data.RunAsync(), "SD4055", "pinned row 1", "a = x, b = 3");
        Assert.Equal(["items: pinned row 1"], Proof.Broken(data.Script()));
    }

    [Fact]
    public async Task The_command_line_names_the_pinned_line_that_cannot_be()
    {
        using TemporaryFolder folder = new();
        string schema = folder.Write("shop.yaml", Made.Items("a: { range: [1, 9] }\nb: { range: [1, 9] }", rest: "rules: [ a < b ]\npinned:\n  - { a: 3 }\n  - { a: 9 }"));

        (await CommandLine.RunAsync("generate", schema, "-o", folder.At("out"))).AssertRefused(3, "SD2084", "shop.yaml(10,14)", "Pinned row 2", "a < b", "a = 9");
    }
}
