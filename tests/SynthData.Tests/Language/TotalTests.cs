namespace SynthData.Tests.Language;

/// <summary>A total beside a count: exactly so many children, each parent's share in proportion to what it drew.</summary>
public class TotalTests
{
    private static string Schema(string rows, int parents = 500) => Made.Shop($$"""
        plans: { rows: {{parents}}, key: id, columns: { id: { sequence: 1 }, seats: { range: [0, 40] } } }
        users: { rows: { per: plans, {{rows}} }, columns: { plan: { references: plans.id }, number: { position: true } } }
        """);

    [Theory]
    [InlineData("count: { poisson: 2.4 }, total: 10_000")]
    [InlineData("count: { poisson: 2.4 }, total: 17")]
    [InlineData("count: seats, total: 999")]
    [InlineData("count: 3, total: 1_234")]
    [InlineData("count: { 0: 50, 1: 30, 40: 20 }, total: 1")]
    [InlineData("count: { 0: 50, 1: 30, 40: 20 }, total: 0")]
    public async Task There_are_exactly_so_many_and_each_share_is_near_its_part(string rows)
    {
        long total = long.Parse(rows[(rows.LastIndexOf(' ') + 1)..].Replace("_", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
        GenerationPlan plan = Made.Plan(Schema(rows));
        Assert.Equal(total, plan.RowCount("users"));
        long[] shares = Counts(plan);
        long[] drawn = Counts(Made.Plan(Schema(rows[..rows.LastIndexOf(',')])));
        Assert.Equal(total, shares.Sum());
        decimal weight = drawn.Sum();
        for (int parent = 0; parent < shares.Length; parent++)
            Assert.True(Math.Abs(shares[parent] - (total * drawn[parent] / weight)) < 1, $"Parent {parent} drew {drawn[parent]} and has {shares[parent]}.");

        // No parent of a greater remainder goes away with less than one of a lesser.
        var byRemainder = drawn.Select((count, parent) => (Left: total * count % weight, Extra: shares[parent] - Math.Floor(total * count / weight))).ToList();
        Assert.True(byRemainder.Where(one => one.Extra > 0).Select(one => one.Left).DefaultIfEmpty(weight).Min()
            >= byRemainder.Where(one => one.Extra == 0).Select(one => one.Left).DefaultIfEmpty(0).Max());
        if (total > 0)
            Assert.Equal(total, (await Made.RowsAsync(plan, "users")).Count);
    }

    [Fact]
    public Task Threads_batches_and_shards_change_nothing() => MadeFolder.IsPureAsync(Schema("count: { poisson: 2 }, total: 3_001"));

    [Fact]
    public void Parents_of_several_blocks_share_one_total()
    {
        GenerationPlan plan = Made.Plan(Schema("count: { between: [0, 2] }, total: 25_000", 20_000));
        long[] shares = Counts(plan);
        long[] drawn = Counts(Made.Plan(Schema("count: { between: [0, 2] }", 20_000)));
        Assert.Equal(25_000, shares.Sum());

        // Which of the equal parents get one more is spread over all of them.
        var divided = Enumerable.Range(0, shares.Length).Where(parent => drawn[parent] > 0).GroupBy(parent => drawn[parent])
            .Single(group => group.Select(parent => shares[parent]).Distinct().Count() > 1);
        int[] more = [.. divided.Where(parent => shares[parent] == divided.Max(other => shares[other]))];
        Assert.InRange(more.Average(), 9_500, 10_500);
    }

    [Fact]
    public void A_total_grows_with_the_scale_and_plan_prints_it()
    {
        GenerationPlan plan = Made.Plan(Schema("count: { poisson: 2 }, total: 101"), new GenerationRequest { Scale = 2.5m });
        Assert.Equal(253, plan.RowCount("users"));
        Assert.Equal("per plans, shared", plan.Report().Tables.Single(table => table.Name == "users").RowsFrom);
        Assert.Equal(253, plan.Report().Tables.Single(table => table.Name == "users").Rows);
    }

    [Theory]
    [InlineData("SD1070", "count: { 1: 2, 3: 1, exact: true }, total: §9")]
    [InlineData("SD1024", "count: 2, total: §-1")]
    [InlineData("SD1024", "count: 2, total: §many")]
    [InlineData("SD2054", "count: 2, total: §9_999_999_999_999_999")]
    public void What_is_no_total_is_refused(string code, string rows) => Made.Refused(code, Schema(rows));

    private static long[] Counts(GenerationPlan plan)
    {
        long parents = plan.RowCount("plans");
        var counts = new long[parents];
        plan.Run.Children(1).Find([.. Enumerable.Range(0, (int)parents).Select(row => (long)row)], new long[parents], counts);
        return counts;
    }
}
