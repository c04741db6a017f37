using System.Globalization;
using MathNet.Numerics.Distributions;
using SynthData.Diagnostics;
using SynthData.Tests.Cli;

namespace SynthData.Tests.Language;

/// <summary>References that weigh their parents, or pick among those that keep a condition.</summary>
public class ParentChoiceTests
{
    private const string Hotels = """
        hotels: { rows: 8, key: id, columns: { id: { sequence: 1 }, stars: { range: [1, 5] } } }
        rooms:
          rows: { per: hotels, count: { between: [3, 6] } }
          key: [hotel, number]
          columns:
            hotel: { references: hotels.id }
            number: { position: true }
            opened: { type: date, range: [2020-01-01, 2023-12-31] }
            beds: { range: [1, 4] }
            fame: { type: decimal(1), range: [0, 9] }
        bookings:
          rows: { per: hotels, count: 60 }
          columns:
            hotel: { references: hotels.id }
            guests: { values: { 1: 4, 2: 3, 3: 1 } }
            "room_hotel, room": { references: [rooms.hotel, rooms.number], where: rooms.hotel = hotel and rooms.beds >= guests and rooms.opened < day, nulls: 10% }
            day: { type: date, range: [2023-01-01, 2024-12-31] }
        stays:
          rows: { per: hotels, count: 3 }
          columns:
            hotel: { references: hotels.id }
            "room_hotel, room": { references: [rooms.hotel, rooms.number], where: rooms.hotel = hotel, distinct: hotel, weight: rooms.fame }
        """;

    [Fact]
    public async Task Parents_come_in_proportion_to_their_weights()
    {
        (int[] seen, string[] weights) = await SeenAsync("weight: items.w", 20_000, "w: { values: [0, 1, 2, 7] }", parents: 12);
        double sum = weights.Sum(weight => double.Parse(weight, CultureInfo.InvariantCulture));
        double square = 0;
        for (int parent = 0; parent < seen.Length; parent++)
        {
            double expected = 20_000 * double.Parse(weights[parent], CultureInfo.InvariantCulture) / sum;
            if (expected == 0)
                Assert.Equal(0, seen[parent]);
            else
                square += (seen[parent] - expected) * (seen[parent] - expected) / expected;
        }

        Assert.Contains("0", weights);
        Assert.InRange(square, 0, ChiSquared.InvCDF(weights.Count(weight => weight != "0") - 1, 0.999));
    }

    [Fact]
    public async Task A_weight_that_is_null_is_none()
    {
        (int[] seen, string[] weights) = await SeenAsync("weight: item.w", 500, "w: { type: double, range: [1, 9], nulls: 50% }", parents: 20);
        Assert.All(seen.Zip(weights), one => Assert.Equal(one.Second.Length == 0, one.First == 0));
    }

    [Fact]
    public async Task Equalities_inequalities_and_conditions_over_both_hold_in_the_data()
    {
        using MadeFolder made = await MadeFolder.OfAsync(Made.Shop(Hotels));
        const string joined = "FROM bookings AS b JOIN rooms AS r ON r.hotel = b.room_hotel AND r.number = b.room";
        Assert.True(made.Number($"SELECT count(*) {joined}") > 350);
        Assert.Equal(0, made.Number($"SELECT count(*) {joined} WHERE r.hotel <> b.hotel OR r.beds < b.guests OR r.opened >= b.day"));
        Assert.Equal(0, made.Number("SELECT count(*) FROM (SELECT hotel, room FROM stays GROUP BY ALL HAVING count(*) > 1)"));
        Assert.Equal(24, made.Number("SELECT count(*) FROM stays WHERE room_hotel = hotel"));
        Assert.Empty((await made.ValidateAsync()).Findings);
        Assert.Empty(made.BrokenQueries());
    }

    [Fact]
    public async Task Data_that_breaks_the_condition_is_told()
    {
        using MadeFolder made = await MadeFolder.OfAsync(Made.Shop(Hotels));
        made.Rewrite("stays", rows => [.. rows.Select((row, index) => index == 0 ? "1,2,1" : row)]);
        Diagnostic found = Assert.Single((await made.ValidateAsync()).Findings);
        Assert.Equal("SD4033", found.Code);
        Assert.Contains("where of room_hotel,room: rooms.hotel = hotel", found.Message, StringComparison.Ordinal);
        Assert.Contains("stays: rule where of room_hotel,room: rooms.hotel = hotel", made.BrokenQueries());
    }

    [Fact]
    public Task Threads_batches_and_shards_change_nothing() => MadeFolder.IsPureAsync(Made.Shop(Hotels));

    [Theory]
    [InlineData("things.id > limit")]
    [InlineData("limit < thing")]
    [InlineData("'not (things.id <= limit)'")]
    [InlineData("things.id > limit and limit * 1.0 < things.id")]
    [InlineData("things.id between limit + 1 and 400")]
    [InlineData("things.id > limit and things.id <= limit + 4")]
    [InlineData("limit between 300 and things.id - 1")]
    public async Task Those_that_qualify_are_picked_alike(string where)
    {
        // Of 400 parents four or two keep the condition. Where they are not sorted, most rows find none by trying, and look at all of them.
        MadeTable made = await Made.RowsAsync(Made.Shop($$"""
            things: { rows: 400, key: id, columns: { id: { sequence: 1 } } }
            items: { rows: 3000, columns: { limit: { values: [396, 398] }, thing: { references: things.id, where: {{where}} } } }
            """));
        foreach ((string limit, int count) in ((string, int)[])[("396", 4), ("398", 2)])
        {
            int[] seen = [.. made.Rows("limit", "thing").Where(row => row[0] == limit).GroupBy(row => row[1]).Select(group => group.Count())];
            Assert.Equal(count, seen.Length);
            double expected = (double)seen.Sum() / count;
            Assert.InRange(seen.Sum(one => (one - expected) * (one - expected) / expected), 0, ChiSquared.InvCDF(count - 1, 0.999));
        }
    }

    [Theory]
    [InlineData("things.opened <= day", "<= 0")]
    [InlineData("things.opened < day", "< 0")]
    [InlineData("day <= things.opened", ">= 0")]
    [InlineData("day < things.opened and things.kind = kind", "> 0")]
    public async Task A_comparison_is_met_to_the_last_value(string where, string kept)
    {
        MadeTable made = await Made.RowsAsync(Made.Shop($$"""
            things: { rows: 60, key: id, columns: { id: { sequence: 0 }, kind: { values: [a, b] }, opened: { type: date, range: [2024-01-01, 2024-01-20] } } }
            items: { rows: 3000, columns: { kind: { values: [a, b] }, day: { type: date, range: [2024-01-02, 2024-01-17] }, thing: { references: things.id, where: {{where}} }, opened: { type: date, expr: thing.opened } } }
            """));
        MadeTable things = await Made.RowsAsync(Made.Shop("things: { rows: 60, key: id, columns: { id: { sequence: 0 }, kind: { values: [a, b] }, opened: { type: date, range: [2024-01-01, 2024-01-20] } } }"), "things");
        Func<int, bool> keeps = kept switch { "<= 0" => sign => sign <= 0, "< 0" => sign => sign < 0, ">= 0" => sign => sign >= 0, _ => sign => sign > 0 };
        foreach (IGrouping<string, string?[]> day in made.Rows("day", "thing", "kind").GroupBy(row => row[0]!))
        {
            // So many rows of a day pick every parent that qualifies, and no other.
            IEnumerable<string> qualified = things.Rows("id", "opened", "kind").Where(thing => keeps(string.CompareOrdinal(thing[1], day.Key))).Select(thing => thing[0]!);
            Assert.Subset(qualified.ToHashSet(), day.Select(row => row[1]!).ToHashSet());
            Assert.InRange(day.Select(row => row[1]).Distinct().Count(), (qualified.Count() * 3 / 4) - 1, 60);
        }

        Assert.All(made.Rows("opened", "day"), row => Assert.True(keeps(string.CompareOrdinal(row[0], row[1]))));
        if (where.Contains("kind", StringComparison.Ordinal))
            Assert.All(made.Rows("thing", "kind"), row => Assert.Equal(things["kind"][int.Parse(row[0]!, CultureInfo.InvariantCulture)], row[1]));
    }

    [Fact]
    public async Task Weights_hold_among_those_that_a_comparison_leaves()
    {
        MadeTable made = await Made.RowsAsync(Made.Shop("""
            things: { rows: 9, key: id, columns: { id: { sequence: 1 }, w: { expr: "case when id = 5 then 0 else id end" } } }
            items: { rows: 9000, columns: { least: { constant: 4 }, thing: { references: things.id, where: things.id >= least, weight: things.w } } }
            """));
        Dictionary<string, int> tally = made.Tally("thing");
        Assert.Equal(["4", "6", "7", "8", "9"], tally.Keys.Order());
        double square = tally.Sum(one => Math.Pow(one.Value - (9000 * int.Parse(one.Key, CultureInfo.InvariantCulture) / 34.0), 2) / (9000 * int.Parse(one.Key, CultureInfo.InvariantCulture) / 34.0));
        Assert.InRange(square, 0, ChiSquared.InvCDF(4, 0.999));
    }

    [Fact]
    public async Task Popularity_ranks_within_those_that_qualify()
    {
        MadeTable made = await Made.RowsAsync(Made.Shop("""
            things: { rows: 400, key: id, columns: { id: { sequence: 1 }, kind: { values: [a, b], exact: true } } }
            items: { rows: 20000, columns: { kind: { values: [a, b] }, thing: { references: things.id, where: things.kind = kind, skew: { zipf: 1.2 } } } }
            """));
        foreach (string kind in new[] { "a", "b" })
        {
            int[] seen = [.. made.Rows("kind", "thing").Where(row => row[0] == kind).GroupBy(row => row[1]).Select(group => group.Count()).OrderDescending()];
            for (int rank = 1; rank <= 3; rank++)
            {
                double share = Zipf.PMF(1.2, 200, rank);
                Assert.InRange(seen[rank - 1] / (double)seen.Sum(), share - 0.02, share + 0.02);
            }
        }
    }

    [Fact]
    public async Task A_row_for_which_nobody_qualifies_is_drawn_again()
    {
        MadeTable made = await Made.RowsAsync(Made.Shop("""
            things: { rows: 3, key: id, columns: { id: { sequence: 1 } } }
            items: { rows: 300, columns: { n: { values: [1, 2, 9] }, thing: { references: things.id, where: things.id = n } } }
            """));
        Assert.Equal(["1", "2"], made.Tally("n").Keys.Order());
        Assert.All(made.Rows("n", "thing"), row => Assert.Equal(row[0], row[1]));
    }

    [Fact]
    public async Task Where_no_draw_helps_the_parent_is_named()
    {
        Diagnostic told = await Made.FailsAsync("SD4002", Made.Shop("""
            things: { rows: 3, key: id, columns: { id: { sequence: 1 } } }
            items: { rows: 30, columns: { n: { sequence: 1 }, §thing: { references: things.id, where: things.id = n } } }
            """));
        Assert.Contains("'thing'", told.Message, StringComparison.Ordinal);
        Assert.Contains("no row of 'things' that is left keeps its `where: things.id = n`", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_and_nulls_leave_rows_without_a_parent_whether_or_not_one_qualifies()
    {
        MadeTable made = await Made.RowsAsync(Made.Shop("""
            things: { rows: 3, key: id, columns: { id: { sequence: 1 } } }
            items: { rows: 300, columns: { n: { sequence: 1 }, thing: { references: things.id, where: things.id = n, when: n <= 3 } } }
            """));
        Assert.Equal(["1", "2", "3", null], made["thing"].Take(4));
        Assert.All(made["thing"].Skip(3), Assert.Null);
    }

    [Fact]
    public async Task Distinct_takes_what_is_left_until_nothing_is()
    {
        const string schema = """
            things: { rows: 6, key: id, columns: { id: { sequence: 1 }, kind: { values: [a, b], exact: true }, w: { range: [1, 3] } } }
            boxes: { rows: 40, key: id, columns: { id: { sequence: 1 }, kind: { values: [a, b] } } }
            items:
              rows: { per: boxes, count: COUNT }
              columns:
                box: { references: boxes.id }
                §thing: { references: things.id, where: things.kind = box.kind, weight: things.w, distinct: box }
            """;
        MadeTable made = await Made.RowsAsync(Made.Shop(schema.Replace("COUNT", "3", StringComparison.Ordinal)));
        Assert.Equal(120, made.Rows("box", "thing").Select(row => $"{row[0]} {row[1]}").Distinct().Count());
        await Made.FailsAsync("SD4002", Made.Shop(schema.Replace("COUNT", "4", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_plan_says_what_is_picked_from_and_that_it_holds_by_construction()
    {
        using var folder = new TemporaryFolder();
        CommandLine run = await CommandLine.RunAsync("plan", folder.Write("shop.yaml", Made.Shop(Hotels)));
        Assert.Contains("rooms.hotel, where rooms.hotel = hotel and rooms.beds >= guests and rooms.opened < day", run.Output, StringComparison.Ordinal);
        Assert.Contains("rooms.hotel, weight rooms.fame, where rooms.hotel = hotel", run.Output, StringComparison.Ordinal);
        Assert.Contains("rule where of room_hotel,room: rooms.hotel = hotel: by construction\n", run.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_rows_no_parent_has_to_qualify() => Assert.Empty(Made.Told(Made.Shop("""
        things: { rows: 3, key: id, columns: { id: { sequence: 1 } } }
        items: { rows: 0, columns: { thing: { references: things.id, where: things.id > 9 } } }
        """)));

    // How often each parent is picked, and their weights; "" for null.
    private static async Task<(int[] Seen, string[] Weights)> SeenAsync(string choice, int rows, string weight, int parents)
    {
        GenerationPlan plan = Made.Plan(Made.Shop($$"""
            items: { rows: {{parents}}, key: id, columns: { id: { sequence: 0 }, {{weight}} } }
            picks: { rows: {{rows}}, columns: { item: { references: items.id, {{choice}} } } }
            """));
        MadeTable items = await Made.RowsAsync(plan, "items");
        Dictionary<string, int> tally = (await Made.RowsAsync(plan, "picks")).Tally("item");
        return ([.. items["id"].Select(id => tally.GetValueOrDefault(id!))], [.. items["w"].Select(cell => cell ?? "")]);
    }
}
