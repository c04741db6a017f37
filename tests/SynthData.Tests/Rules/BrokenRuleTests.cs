using SynthData.Diagnostics;
using SynthData.Tests.Language;

namespace SynthData.Tests.Rules;

/// <summary>Rules and cells that cannot stand end the run: exit 4, with the rule, the row and, where it is to blame, the parent.</summary>
public class BrokenRuleTests
{
    [Fact]
    public async Task A_rule_that_can_never_hold_is_named_with_the_row_and_its_cells()
    {
        Diagnostic told = await Made.FailsAsync("SD4001", Made.Items("n: { type: int64, range: [5, 5] }", rest: "rules: [ §n > 9 ]"));

        Assert.Equal("No draw of row 0 of table 'items' keeps the rule 'n > 9' (100 tried). Its cells: n = 5.", told.Message);
    }

    [Theory]
    [InlineData("plans")]
    [InlineData("plan")]
    public async Task A_rule_that_fails_because_of_the_parent_names_the_parents_row(string per)
    {
        Diagnostic told = await Made.FailsAsync("SD4001", Made.Shop($$"""
            plans: { rows: [ { id: a, limit: 9 }, { id: b, limit: 0 } ], key: id, columns: { id: { }, limit: { } } }
            users:
              rows: { per: {{per}}, count: 3 }
              columns:
                plan: { references: plans.id }
                seats: { type: int64, range: [1, 5] }
              rules: [ §{ name: fits, check: seats <= plan.limit } ]
            """), "users");

        Assert.StartsWith("No draw of row 3 of table 'users' keeps the rule 'fits' (100 tried). Its cells: seats = ", told.Message, StringComparison.Ordinal);
        Assert.EndsWith(", plan.limit = 0. Its parent is row 1 of table 'plans'.", told.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("expr: 1 / (n - n)")]
    [InlineData("expr: 9223372036854775807 + n")]
    [InlineData("expr: sqrt(-n)")]
    [InlineData("type: int64, range: [n, n - 1]")]
    [InlineData("template: '{1 // (n - n)}'")]
    [InlineData("type: json, template: 'no {n}'")]
    [InlineData("type: json, expr: \"'no' || cast(n as string)\"")]
    [InlineData("constant: 1, when: 1 // (n - n) = 1")]
    [InlineData("cases: [ { when: 1 // (n - n) = 1, constant: 1 } ]")]
    public async Task A_cell_that_fails_in_every_draw_is_named(string source)
    {
        Diagnostic told = await Made.FailsAsync("SD4002", Made.Items($$"""
            n: { type: int64, range: [1, 9] }
            §m: { {{source}} }
            """));

        Assert.Contains("No draw of row 0 of table 'items' gives column 'm' a value (100 tried)", told.Message, StringComparison.Ordinal);
        Assert.Matches("Its cells: n = [1-9]\\.", told.Message);
    }

    [Fact]
    public async Task A_rule_that_fails_to_compute_rejects_like_one_that_is_false()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("n: { type: int64, range: [0, 3] }", rest: "rules: [ 6 // n >= 2 ]"));

        Assert.Equal(["1", "2", "3"], rows.Tally("n").Keys.Order());
    }

    [Fact]
    public async Task A_rule_that_is_neither_true_nor_false_holds()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("n: { type: int64, range: [0, 3], nulls: 50% }", rest: "rules: [ n > 2 ]"));

        Assert.Equal(["3", "null"], rows.Tally("n").Keys.Order());
    }

    [Fact]
    public async Task A_rule_over_frozen_cells_is_warned_of_and_checked_once()
    {
        string schema = Made.Items("id: { sequence: 1 }", rest: "rules: [ §id < 51 ]");

        Diagnostic warning = Assert.Single(Made.Told(schema));
        Diagnostic told = await Made.FailsAsync("SD4003", schema);

        Assert.Equal(("SD2034", DiagnosticSeverity.Warning), (warning.Code, warning.Severity));
        Assert.Equal("Row 50 of table 'items' breaks the rule 'id < 51', which reads only cells that no redraw changes. Its cells: id = 51.", told.Message);
    }

    [Fact]
    public async Task A_frozen_rule_is_named_before_one_that_a_redraw_could_have_helped()
    {
        Diagnostic told = await Made.FailsAsync("SD4003", Made.Items("""
            id: { sequence: 1 }
            n: { type: int64, range: [1, 9] }
            """, rest: "rules: [ n < 3, §id < 2 ]"));

        Assert.Contains("breaks the rule 'id < 2'", told.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("seats - 9")]
    [InlineData("6 // (seats - seats)")]
    public async Task A_count_that_is_no_number_names_the_parent(string count)
    {
        Diagnostic told = await Made.FailsAsync("SD4004", Made.Shop($$"""
            plans: { rows: 3, key: id, columns: { id: { sequence: 1 }, seats: { type: int64, range: [1, 5] } } }
            users: { rows: §{ per: plans, count: {{count}} }, columns: { plan: { references: plans.id } } }
            """), "users");

        Assert.StartsWith("Row 0 of table 'plans' has no count of 'users'", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Computed_uniqueness_is_verified()
    {
        Diagnostic told = await Made.FailsAsync("SD4005", Made.Items("""
            id: { sequence: 1 }
            half: { expr: id // 2 }
            """, rest: "rules: [ §{ name: halves, unique: half } ]"));

        Assert.Equal("Rows 1 and 2 of table 'items' agree in half, which rule 'halves' forbids.", told.Message);
    }

    [Fact]
    public async Task A_key_of_listed_rows_that_repeats_is_found()
    {
        Diagnostic told = await Made.FailsAsync("SD4005", Made.Shop("""
            items: { rows: [ { code: a }, { code: b }, { code: a } ], key: §code }
            """));

        Assert.Equal("Rows 0 and 2 of table 'items' agree in code, which rule 'key (code)' forbids.", told.Message);
    }

    [Fact]
    public async Task A_per_table_keyed_by_its_parent_alone_has_one_child_of_each()
    {
        string Schema(int count) => Made.Shop($$"""
            plans: { rows: 3, key: id, columns: { id: { sequence: 1 } } }
            items: { rows: { per: plans, count: {{count}} }, key: §plan, columns: { plan: { references: plans.id } } }
            """);

        Assert.Equal(["1", "2", "3"], (await Made.RowsAsync(Schema(1)))["plan"]);
        await Made.FailsAsync("SD4005", Schema(2));
    }

    [Fact]
    public async Task A_column_that_determines_another_is_verified()
    {
        Diagnostic told = await Made.FailsAsync("SD4006", Made.Items("""
            code: { values: [a, b] }
            title: { values: [x, y] }
            """, rest: "rules: [ §{ depends: { title: code } } ]"));

        Assert.Contains("have the same code but different title, which rule 'title depends on code' forbids.", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_to_one_forbids_both_ways()
    {
        string Schema(string pairs) => Made.Items($$"""
            code: { values: [a, b, c] }
            title: { given: code, values: {{pairs}} }
            """, rest: "rules: [ §{ one_to_one: [code, title] } ]");

        Assert.Equal(3, (await Made.RowsAsync(Schema("{ a: [x], b: [y], c: [z] }"))).Rows("code", "title").DistinctBy(row => row[0] + row[1]).Count());
        await Made.FailsAsync("SD4006", Schema("{ a: [x], b: [y], c: [x] }"));
        await Made.FailsAsync("SD4006", Schema("{ a: [x], b: [y], c: [z, w] }"));
    }

    [Fact]
    public async Task A_share_of_frozen_cells_is_verified_to_the_row()
    {
        string Schema(string share) => Made.Items("a: { values: { x: 30, y: 70 }, exact: true }", rest: $"rules: [ §{{ share: a = 'x', is: {share}, within: 0% }} ]");

        Assert.Equal(30, (await Made.RowsAsync(Schema("30%"))).Tally("a")["x"]);
        Diagnostic told = await Made.FailsAsync("SD4007", Schema("31%"));
        Assert.Equal("In table 'items', 30 of 100 rows (0.3) keep 'share of a = 'x''; the rule wants 0.31 within 0.", told.Message);
    }

    [Fact]
    public async Task A_share_of_drawn_cells_may_be_wider_than_luck()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("a: { values: { x: 30, y: 70 } }", rest: "rules: [ { share: a = 'x', is: 30%, within: 25% } ]"));

        Assert.InRange(rows.Tally("a")["x"], 5, 55);
    }

    [Fact]
    public async Task An_orphan_of_a_declared_foreign_key_is_found()
    {
        Diagnostic told = await Made.FailsAsync("SD4008", Made.Shop("""
            customers: { rows: 3, key: id, columns: { id: { sequence: 1 } } }
            orders: { rows: 9, columns: { n: { sequence: 1 }, customer: { expr: n % 4, to: §customers.id } } }
            """), "orders");

        Assert.Equal("Row 3 of table 'orders' has customer = 0, which is no id of table 'customers'.", told.Message);
    }

    [Theory]
    [InlineData("rows: [ { code: a, part: x }, { code: b } ], key: §[code, part]")]
    [InlineData("rows: [ { code: a, part: x }, { part: y } ], key: §code")]
    public async Task A_null_in_a_key_is_found(string table)
    {
        Diagnostic told = await Made.FailsAsync("SD4009", Made.Shop($"items: {{ {table} }}"));

        Assert.StartsWith("Row 1 of table 'items' has a null in its key", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_made_ends_the_program_with_4_and_leaves_nothing()
    {
        using var folder = new TemporaryFolder();
        string schema = folder.Write("shop.yaml", Made.Items("n: { type: int64, range: [5, 5] }", rest: "rules: [ n > 9 ]"));

        Cli.CommandLine run = await Cli.CommandLine.RunAsync("generate", schema, "-o", folder.At("out"));

        run.AssertRefused(4, "SD4001", "n > 9", "row 0", "shop.yaml(7,14)");
        Assert.False(Directory.Exists(folder.At("out")));
    }
}
