using System.Globalization;
using SynthData.Diagnostics;

namespace SynthData.Tests.Language;

/// <summary>Ranges, distances and distributions (sections 3, 5, 11.1, 11.2 and 11.15).</summary>
public class RangeTests
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    [Theory]
    [InlineData("{ type: int64, range: [-1, 1] }", "-1", "0", "1")]
    [InlineData("{ type: int32, range: [1_000, 1_002] }", "1000", "1001", "1002")]
    [InlineData("{ range: [3, 5] }", "3", "4", "5")]
    [InlineData("{ type: decimal(1), range: [0, 0.2] }", "0.0", "0.1", "0.2")]
    [InlineData("{ type: decimal(2), range: [0.05, 0.15], step: 0.05 }", "0.05", "0.10", "0.15")]
    [InlineData("{ type: int64, range: [1, 10], step: 4 }", "1", "5", "9")]
    [InlineData("{ type: double, range: [0, 1], step: 0.5 }", "0", "0.5", "1")]
    [InlineData("{ range: [2024-02-28, 2024-03-01] }", "2024-02-28", "2024-02-29", "2024-03-01")]
    [InlineData("{ type: date, range: [2024-01-01, 2024-01-20], step: 7d }", "2024-01-01", "2024-01-08", "2024-01-15")]
    [InlineData("{ type: date, range: [-1d, 1d] }", "2024-12-31", "2025-01-01", "2025-01-02")]
    [InlineData("{ type: date, range: [today, 2d] }", "2025-01-01", "2025-01-02", "2025-01-03")]
    [InlineData("{ range: [10:00:00, 10:00:02] }", "10:00:00", "10:00:01", "10:00:02")]
    [InlineData("{ type: time, range: [10:00:00, 10:40:00], step: 20min }", "10:00:00", "10:20:00", "10:40:00")]
    [InlineData("{ type: timestamp, range: [2024-12-31T23:59:58, 2025-01-01] }", "2024-12-31T23:59:58", "2024-12-31T23:59:59", "2025-01-01T00:00:00")]
    [InlineData("{ type: timestamp, range: [2024-01-01, 2024-01-01T10:00:00], step: 5h }", "2024-01-01T00:00:00", "2024-01-01T05:00:00", "2024-01-01T10:00:00")]
    [InlineData("{ type: int64, range: [1 + 1, 2 * 2] }", "2", "3", "4")]
    public async Task Both_ends_are_included(string column, params string[] values)
    {
        MadeTable rows = await Made.RowsAsync(Made.Items($"a: {column}", 300));

        Assert.Equal(values, rows.Tally("a").Keys.Order(Comparer<string>.Create((x, y) => decimal.TryParse(x, NumberStyles.Float, Invariant, out decimal a) && decimal.TryParse(y, NumberStyles.Float, Invariant, out decimal b) ? a.CompareTo(b) : string.CompareOrdinal(x, y))));
    }

    [Fact]
    public async Task A_discrete_uniform_gives_every_value_equal_weight()
    {
        Dictionary<string, int> tally = (await Made.RowsAsync(Made.Items("a: { type: int64, range: [1, 4] }", 4_000))).Tally("a");

        Assert.All(tally.Values, count => Assert.InRange(count, 850, 1150));
    }

    [Fact]
    public async Task A_double_on_a_grid_has_equal_weights_and_no_stray_places()
    {
        Dictionary<string, int> tally = (await Made.RowsAsync(Made.Items("a: { type: double, range: [0, 0.5], step: 0.1 }", 6_000))).Tally("a");

        Assert.Equal(["0", "0.1", "0.2", "0.3", "0.4", "0.5"], tally.Keys.Order(StringComparer.Ordinal));
        Assert.All(tally.Values, count => Assert.InRange(count, 850, 1150));
    }

    [Fact]
    public async Task Drawn_timestamps_have_whole_seconds()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("a: { type: timestamp, range: [-5y, today] }\nb: { type: timestamp, after: a, within: [0s, 3d], distribution: { exponential: { mean: 5h } } }"));

        Assert.All(rows["a"].Concat(rows["b"]), cell => Assert.Matches("^[0-9-]{10}T[0-9]{2}:[0-9]{2}:[0-9]{2}$", cell));
    }

    [Fact]
    public async Task Ends_may_be_expressions_over_the_row()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("""
            low: { type: int64, range: [1, 50] }
            x: { type: int64, range: [low, low + 3] }
            y: { type: decimal(2), range: [low / 2.0, low] }
            z: { type: double, range: [low, low * 2] }
            """.Replace("low / 2.0", "cast(low as decimal(2)) * 0.5", StringComparison.Ordinal)));

        Assert.All(rows.Rows("low", "x", "y", "z").Select(row => row.Select(cell => decimal.Parse(cell!, NumberStyles.Float, Invariant)).ToArray()), row =>
        {
            Assert.InRange(row[1], row[0], row[0] + 3);
            Assert.InRange(row[2], row[0] / 2, row[0]);
            Assert.InRange(row[3], row[0], row[0] * 2);
        });
    }

    [Fact]
    public async Task A_null_end_gives_null_and_ends_the_wrong_way_round_are_drawn_again()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("""
            low: { type: int64, range: [1, 9], nulls: 30% }
            x: { type: int64, range: [low, 5] }
            """));

        Assert.All(rows.Rows("low", "x"), row => Assert.Equal(row[0] is null, row[1] is null));
        Assert.All(rows["low"].Where(cell => cell is not null), cell => Assert.InRange(int.Parse(cell!, Invariant), 1, 5));
    }

    [Theory]
    [InlineData("after", "[2h, 6d]", 2, 144)]
    [InlineData("before", "[2h, 6d]", -144, -2)]
    [InlineData("after", "[-1d, 1d]", -24, 24)]
    [InlineData("after", "[0s, 0s]", 0, 0)]
    public async Task A_distance_is_kept_from_an_expression(string key, string within, int low, int high)
    {
        MadeTable rows = await Made.RowsAsync(Made.Items($$"""
            a: { type: timestamp, range: [2024-01-01, today] }
            b: { {{key}}: a, within: {{within}} }
            """));

        Assert.All(rows.Rows("a", "b"), row => Assert.InRange((DateTime.Parse(row[1]!, Invariant) - DateTime.Parse(row[0]!, Invariant)).TotalHours, low, high));
        Assert.True(low == high || rows.Rows("a", "b").Select(row => DateTime.Parse(row[1]!, Invariant) - DateTime.Parse(row[0]!, Invariant)).Distinct().Count() > 80);
    }

    [Fact]
    public async Task A_distance_in_days_from_a_date_makes_dates_and_finer_ones_timestamps()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("""
            a: { type: date, range: [2024-01-01, 2024-12-31] }
            days: { after: a, within: [1d, 3d] }
            months: { after: a, within: [1mo, 2mo] }
            hours: { after: a, within: [1h, 3h] }
            fixed: { after: 2024-01-01, within: [1d, 3d] }
            """));

        Assert.All(rows["days"].Concat(rows["months"]).Concat(rows["fixed"]), cell => Assert.Equal(10, cell!.Length));
        Assert.All(rows["hours"], cell => Assert.Equal(19, cell!.Length));
        Assert.Equal(["2024-01-02", "2024-01-03", "2024-01-04"], rows.Tally("fixed").Keys.Order());
    }

    [Fact]
    public async Task A_distribution_goes_with_a_distance()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("b: { type: timestamp, after: 2024-01-01, within: [0s, 100d], distribution: { exponential: { mean: 5d } } }", 400));

        double[] days = [.. rows["b"].Select(cell => (DateTime.Parse(cell!, Invariant) - new DateTime(2024, 1, 1)).TotalDays)];
        Assert.InRange(days.Average(), 4, 6);
    }

    [Theory]
    [InlineData("normal", 40, 60, 12, 21)]
    [InlineData("uniform", 40, 60, 25, 33)]
    [InlineData("{ normal: { mean: 30, sd: 5 } }", 28, 32, 4, 6)]
    [InlineData("{ lognormal: { median: 20, p90: 40 } }", 17, 30, 8, 20)]
    [InlineData("{ lognormal: { median: 20, sigma: 0.5 } }", 18, 27, 6, 18)]
    [InlineData("{ exponential: { mean: 10 } }", 8, 12, 7, 13)]
    public async Task A_distribution_in_a_range_has_its_shape(string distribution, double lowMean, double highMean, double lowSd, double highSd)
    {
        MadeTable rows = await Made.RowsAsync(Made.Items($"a: {{ type: double, range: [0, 100], distribution: {distribution} }}", 1000));

        double[] cells = [.. rows.Numbers("a").Select(number => (double)number)];
        double mean = cells.Average();
        Assert.InRange(mean, lowMean, highMean);
        Assert.InRange(Math.Sqrt(cells.Average(cell => (cell - mean) * (cell - mean))), lowSd, highSd);
        Assert.All(cells, cell => Assert.InRange(cell, 0, 100));
    }

    [Theory]
    [InlineData("{ poisson: 3 }", 2.5, 3.5)]
    [InlineData("{ geometric: 0.5 }", 0.5, 2.5)]
    [InlineData("{ zipf: 2.5 }", 1, 3)]
    public async Task Counting_distributions_give_whole_numbers(string distribution, double low, double high)
    {
        MadeTable rows = await Made.RowsAsync(Made.Items($"a: {{ type: int64, distribution: {distribution} }}", 1000));

        Assert.InRange((double)rows.Numbers("a").Average(), low, high);
        Assert.All(new[] { "1", "2", "3" }, value => Assert.Contains(value, rows["a"]));
    }

    [Theory]
    [InlineData("int32", "{ normal: { mean: 2_000_000_000, sd: 300_000_000 } }")]
    [InlineData("'decimal(4,2)'", "{ exponential: { mean: 60 } }")]
    public async Task A_draw_over_the_limits_of_its_type_rejects_the_row_and_is_never_clamped(string type, string distribution)
    {
        MadeTable rows = await Made.RowsAsync(Made.Items($"a: {{ type: {type}, distribution: {distribution} }}", 500));

        decimal limit = type == "int32" ? int.MaxValue : 99.99m;
        Assert.All(rows.Numbers("a"), number => Assert.InRange(number, -limit, limit));
        Assert.InRange(rows.Numbers("a").Count(number => number == limit), 0, 2);
    }

    [Fact]
    public async Task A_distribution_that_its_type_cannot_hold_ends_the_run()
    {
        Diagnostic told = await Made.FailsAsync("SD3001", Made.Items("§a: { type: 'decimal(4,2)', distribution: { normal: { mean: 108, sd: 3.5 } } }", 5000));

        Assert.Matches("^No draw of row [0-9]+ of table 'items' gives column 'a' a value that decimal\\(4,2\\) can hold \\(100 tried\\)", told.Message);
    }

    [Fact]
    public async Task Without_a_range_a_distribution_is_not_cut()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("a: { type: decimal(2), distribution: { normal: { mean: 0, sd: 10 } } }", 2000));

        Assert.InRange((double)rows.Numbers("a").Average(), -1, 1);
        Assert.True(rows.Numbers("a").Max() > 25);
        Assert.True(rows.Numbers("a").Min() < -25);
    }

    [Fact]
    public async Task Truncation_keeps_the_shape_and_piles_nothing_up_at_the_ends()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("a: { type: int64, range: [0, 1000], distribution: { normal: { mean: 0, sd: 300 } } }", 2000));

        Assert.InRange(rows.Tally("a").GetValueOrDefault("0"), 0, 15);
        Assert.InRange((double)rows.Numbers("a").Average(), 220, 260);       // half a normal: 300 × sqrt(2/π) = 239
    }

    [Fact]
    public async Task Parameters_of_dates_and_timestamps_are_durations()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("""
            a: { type: date, range: [2024-01-01, 2024-12-31], distribution: { normal: { mean: 100d, sd: 5d } } }
            b: { type: timestamp, range: [2024-01-01, 2024-12-31], distribution: { exponential: { mean: 36h } } }
            """, 400));

        Assert.InRange(rows["a"].Average(cell => (DateTime.Parse(cell!, Invariant) - new DateTime(2024, 1, 1)).TotalDays), 98, 102);
        Assert.InRange(rows["b"].Average(cell => (DateTime.Parse(cell!, Invariant) - new DateTime(2024, 1, 1)).TotalHours), 30, 42);
    }

    [Theory]
    [InlineData("today", "a: { type: date, range: [-3y, §today] }")]
    public void Today_without_as_of_is_an_error_that_names_both_ways(string word, string column)
    {
        IReadOnlyList<Diagnostic> told = Made.Told(Made.Items(column).Replace("as_of: 2025-01-01\n", "", StringComparison.Ordinal));

        Assert.Contains(told, one => one.Code == "SD2117" && one.Fix.Contains("as_of", StringComparison.Ordinal) && one.Fix.Contains("--as-of", StringComparison.Ordinal));
        Assert.Equal("today", word);
        Assert.All(told, one => Assert.Equal("SD2117", one.Code));
    }

    [Fact]
    public async Task The_request_says_what_today_is()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("a: { type: date, range: [today, today] }"), request: new GenerationRequest { AsOf = new DateOnly(2030, 5, 6) });

        Assert.Equal(["2030-05-06"], rows.Tally("a").Keys);
    }

    [Theory]
    [InlineData("{ type: int64, range: [2024-01-01, 2024-12-31] }", "SD1026")]
    [InlineData("{ type: int64, range: [2024/1/1, 5] }", "SD2116")]
    [InlineData("{ type: bool, range: [1, 2] }", "SD2053")]
    [InlineData("{ type: date, distribution: { normal: { mean: 3, sd: 1 } } }", "SD2053")]
    [InlineData("{ type: string, range: [1, 2], distribution: normal }", "SD2053")]
    [InlineData("{ type: date, range: [2024-01-01, 2024-12-31], distribution: { poisson: 3 } }", "SD2212")]
    [InlineData("{ type: double, range: [0, 1], distribution: { beta: { a: 1, b: 2 } } }", "SD1040")]
    [InlineData("{ type: date, after: 2024-01-01, within: [1h, 2h] }", "SD2013")]
    public void What_cannot_be_drawn_is_refused(string column, string code) =>
        Assert.Contains(code, Made.Told(Made.Items($"a: {column}")).Select(told => told.Code));
}
