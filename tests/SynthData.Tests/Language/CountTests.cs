namespace SynthData.Tests.Language;

/// <summary>Rows per parent: every form of <c>count</c> (sections 2 and 11.16).</summary>
public class CountTests
{
    private static string Schema(string count) => Made.Shop($$"""
        plans:
          rows: 200
          key: id
          columns:
            id: { sequence: 1 }
            kind: { values: { free: 60, team: 40 } }
            seats: { type: int64, range: [0, 5], nulls: 20% }
        users:
          rows: { per: plans, count: {{count}} }
          columns:
            plan: { references: plans.id }
            number: { position: true }
            kind: { expr: plan.kind }
            seats: { expr: plan.seats }
        """);

    /// <summary>The number of users of each plan, those without any included.</summary>
    private static async Task<int[]> CountsAsync(string count)
    {
        MadeTable users = await Made.RowsAsync(Schema(count), "users");
        Dictionary<string, int> tally = users.Tally("plan");
        return [.. Enumerable.Range(1, 200).Select(id => tally.GetValueOrDefault($"{id}"))];
    }

    [Fact]
    public async Task A_number_holds_for_every_parent() => Assert.All(await CountsAsync("3"), count => Assert.Equal(3, count));

    [Fact]
    public async Task Between_draws_both_ends_and_what_lies_between()
    {
        Assert.Equal([1, 2, 3, 4], (await CountsAsync("{ between: [1, 4] }")).Distinct().Order());
    }

    [Fact]
    public async Task Between_takes_a_distribution()
    {
        int[] counts = await CountsAsync("{ between: [0, 20], distribution: { poisson: 2 } }");

        Assert.InRange(counts.Average(), 1.5, 2.5);
    }

    [Fact]
    public async Task A_distribution_has_its_mean()
    {
        int[] counts = await CountsAsync("{ poisson: 2.4 }");

        Assert.InRange(counts.Average(), 2, 2.8);
        Assert.Contains(0, counts);
    }

    [Fact]
    public async Task Weights_are_drawn()
    {
        int[] counts = await CountsAsync("{ 0: 10, 1: 60, 2: 30 }");

        Assert.Equal([0, 1, 2], counts.Distinct().Order());
        Assert.InRange(counts.Count(count => count == 1), 90, 150);
    }

    [Fact]
    public async Task Exact_weights_are_met_to_the_parent()
    {
        int[] counts = await CountsAsync("{ 1: 45, 2: 32, 4: 23, exact: true }");

        Assert.Equal([90, 64, 46], new[] { 1, 2, 4 }.Select(wanted => counts.Count(count => count == wanted)));
    }

    [Fact]
    public async Task A_count_follows_a_column_of_the_parent()
    {
        MadeTable users = await Made.RowsAsync(Schema("{ given: kind, values: { free: 1, team: { between: [5, 20] } } }"), "users");

        Assert.All(users.Rows("kind", "plan").GroupBy(row => (row[0], row[1])), group => Assert.InRange(group.Count(), group.Key.Item1 == "free" ? 1 : 5, group.Key.Item1 == "free" ? 1 : 20));
    }

    [Fact]
    public async Task An_expression_is_computed_from_the_parent_and_null_is_none()
    {
        MadeTable users = await Made.RowsAsync(Schema("seats"), "users");

        Assert.All(users.Rows("plan", "seats").GroupBy(row => row[0]), group => Assert.Equal($"{group.Count()}", group.First()[1]));
        Assert.DoesNotContain("null", users.Tally("seats").Keys);
    }

    [Fact]
    public async Task The_plan_knows_the_sum_and_the_rows_are_as_many()
    {
        GenerationPlan plan = Made.Plan(Schema("{ between: [0, 9] }"));

        Assert.Equal(plan.RowCount("users"), (await Made.RowsAsync(plan, "users")).Count);
    }

    [Fact]
    public async Task Positions_count_from_one_within_the_parent()
    {
        MadeTable users = await Made.RowsAsync(Schema("{ between: [0, 5] }"), "users");

        foreach (IGrouping<string?, string?[]> plan in users.Rows("plan", "number").GroupBy(row => row[0]))
            Assert.Equal(Enumerable.Range(1, plan.Count()).Select(number => $"{number}"), plan.Select(row => row[1]));
    }

    [Fact]
    public void A_parent_without_children_makes_an_empty_table() => Assert.Equal(0, Made.Plan(Schema("0")).RowCount("users"));

    [Fact]
    public async Task Where_several_columns_refer_to_the_parent_per_names_the_column()
    {
        MadeTable gifts = await Made.RowsAsync(Made.Shop("""
            people: { rows: 9, key: id, columns: { id: { sequence: 1 } } }
            gifts:
              rows: { per: giver, count: 2 }
              columns: { giver: { references: people.id }, taker: { references: people.id } }
            """), "gifts");

        Assert.Equal(Enumerable.Range(1, 9).SelectMany(id => new[] { $"{id}", $"{id}" }), gifts["giver"]);
        Assert.NotEqual(gifts["giver"], gifts["taker"]);
    }

    [Fact]
    public async Task The_parent_needs_no_column_that_holds_it()
    {
        MadeTable users = await Made.RowsAsync(Made.Shop("""
            plans: { rows: 3, key: id, columns: { id: { sequence: 7 } } }
            users: { rows: { per: plans, count: 2 }, columns: { n: { position: true }, plan: { expr: plans.id } } }
            """), "users");

        Assert.Equal(["7", "7", "8", "8", "9", "9"], users["plan"]);
    }

    [Fact]
    public async Task Grandchildren_follow()
    {
        MadeTable leaves = await Made.RowsAsync(Made.Shop("""
            trees: { rows: 4, key: id, columns: { id: { sequence: 1 } } }
            twigs: { rows: { per: trees, count: 3 }, key: [tree, n], columns: { tree: { references: trees.id }, n: { position: true } } }
            leaves:
              rows: { per: "tree", count: { between: [1, 2] } }
              key: [tree, n, m]
              columns: { "tree, n": { references: [twigs.tree, twigs.n] }, m: { position: true } }
            """), "leaves");

        Assert.Equal(12, leaves.Rows("tree", "n").DistinctBy(row => string.Join('/', row)).Count());
        Assert.Equal(leaves.Count, leaves.Rows("tree", "n", "m").DistinctBy(row => string.Join('/', row)).Count());
    }

    [Fact]
    public void A_root_can_be_asked_for_other_rows_and_scaled_up()
    {
        string schema = Schema("2");

        Assert.Equal(14, Made.Plan(schema, new GenerationRequest { Rows = { ["plans"] = 7 } }).RowCount("users"));
        Assert.Equal(6, Made.Plan(schema, new GenerationRequest { Scale = 0.011m }).RowCount("users"));
    }

    [Theory]
    [InlineData("{ given: kind, values: { free: 1 } }", "SD2018")]
    [InlineData("{ given: seats, values: { 1: 1 } }", "SD2019")]
    [InlineData("-3", "SD1024")]
    [InlineData("1.5", "SD1024")]
    [InlineData("9999999999999", "SD2055")]
    [InlineData("{ given: kind, values: { free: { 1: 2, 3: 4 }, else: { 1: 1, 2: 1 } }, exact: true }", "SD1018")]
    public void What_is_no_count_is_refused(string count, string code) => Assert.Equal(code, Assert.Single(Made.Told(Schema(count))).Code);
}
