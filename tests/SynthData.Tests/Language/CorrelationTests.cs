using System.Globalization;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;
using SynthData.Diagnostics;
using SynthData.Tests.Cli;

namespace SynthData.Tests.Language;

/// <summary>Columns of any kind rise and fall together as much as the schema says, and each is drawn as if it stood alone.</summary>
public class CorrelationTests
{
    private const int Rows = 20_000;

    // Five standard errors, 1 / √n each.
    private const double Allowed = 0.036;

    private const string Columns = """
        age: { range: [18, 80], distribution: normal }
        income: { type: decimal(2), range: [100, 90000], distribution: { lognormal: { median: 2500, p90: 6000 } } }
        score: { type: double, distribution: { gamma: { shape: 2, mean: 5 } } }
        joined: { type: date, range: [2015-01-01, 2024-12-31] }
        left: { type: timestamp, before: 2025-01-01, within: [1d, 900d], distribution: { exponential: { mean: 90d } } }
        other: { range: [0, 1000] }
        """;

    private const string Pairs = """
        correlations:
          - { between: [age, income], r: 0.6 }
          - { between: [income, score], r: -0.4 }
          - { between: [age, joined], r: -0.7 }
          - { between: [left, joined], r: 0.5 }
          - { between: [left, age], r: 0 }
        """;

    [Theory]
    [InlineData("age", "income", 0.6)]
    [InlineData("income", "score", -0.4)]
    [InlineData("age", "joined", -0.7)]
    [InlineData("joined", "left", 0.5)]
    [InlineData("age", "score", -0.24)]         // what follows from the pairs between
    [InlineData("income", "joined", -0.42)]
    [InlineData("age", "left", 0)]
    [InlineData("age", "other", 0)]
    public async Task The_rank_correlation_is_achieved(string first, string second, double r)
    {
        MadeTable made = await Made.RowsAsync(Made.Items(Columns, Rows, Pairs));
        Assert.Equal(r, Spearman(made, first, second), Allowed);
    }

    [Fact]
    public async Task Each_column_is_distributed_as_if_it_stood_alone()
    {
        MadeTable made = await Made.RowsAsync(Made.Items(Columns, Rows, Pairs));
        double[] scores = [.. made["score"].Select(cell => double.Parse(cell!, CultureInfo.InvariantCulture)).Order()];
        double greatest = scores.Select((x, index) => Math.Abs(Gamma.CDF(2, 0.4, x) - ((index + 0.5) / Rows))).Max();
        Assert.InRange(greatest, 0, 1.949 / Math.Sqrt(Rows));
    }

    [Fact]
    public async Task The_first_column_and_those_not_named_keep_their_values()
    {
        MadeTable alone = await Made.RowsAsync(Made.Items(Columns, 300));
        MadeTable together = await Made.RowsAsync(Made.Items(Columns, 300, Pairs));
        Assert.Equal(alone["age"], together["age"]);
        Assert.Equal(alone["other"], together["other"]);
        Assert.NotEqual(alone["income"], together["income"]);
    }

    [Fact]
    public async Task A_pair_more_moves_no_column_named_before()
    {
        MadeTable fewer = await Made.RowsAsync(Made.Items(Columns, 300, Pairs));
        MadeTable more = await Made.RowsAsync(Made.Items(Columns, 300, Pairs + "\n  - { between: [score, other], r: 0.3 }"));
        Assert.All(["age", "income", "score", "joined", "left"], column => Assert.Equal(fewer[column], more[column]));
        Assert.NotEqual(fewer["other"], more["other"]);
    }

    [Fact]
    public async Task Values_have_the_order_of_their_type_and_texts_that_in_which_they_are_written()
    {
        MadeTable made = await Made.RowsAsync(Made.Items(
            """
            size: { values: [small, middle, large, huge] }
            rooms: { values: { 3: 1, 1: 2, 2: 2, 10: 1 } }
            garden: { type: bool, values: { true: 40, false: 60 } }
            price: { range: [1, 1000000] }
            """,
            Rows,
            """
            correlations:
              - { between: [price, size], r: 0.8 }
              - { between: [price, rooms], r: 0.8 }
              - { between: [price, garden], r: 0.8 }
              - { between: [size, rooms], r: 0.6 }
              - { between: [size, garden], r: 0.6 }
              - { between: [rooms, garden], r: 0.6 }
            """));
        double[] byPrice = Mean(made, "size", ["small", "middle", "large", "huge"]);
        Assert.Equal(byPrice.Order(), byPrice);
        Assert.Equal(Mean(made, "rooms", ["1", "2", "3", "10"]).Order(), Mean(made, "rooms", ["1", "2", "3", "10"]));
        Assert.True(Mean(made, "garden", ["true"])[0] > Mean(made, "garden", ["false"])[0] + 200_000);

        // Ties take a little of it away.
        Assert.InRange(Spearman(made, "price", "rooms"), 0.7, 0.8);
        Assert.InRange(made.Tally("garden")["true"], (Rows * 0.4) - 350, (Rows * 0.4) + 350);
        Assert.InRange(made.Tally("rooms")["1"], (Rows / 3.0) - 340, (Rows / 3.0) + 340);
    }

    [Fact]
    public async Task Conditions_nulls_and_redraws_leave_the_correlation()
    {
        MadeTable made = await Made.RowsAsync(Made.Items(
            """
            kind: { values: [a, b] }
            x: { given: kind, range: { a: [0, 1000], b: [5000, 9000] } }
            y: { type: double, range: [0, 1], distribution: { beta: { alpha: 2, beta: 3 } }, nulls: 20% }
            """,
            Rows,
            """
            correlations: [ { between: [x, y], r: 0.9 } ]
            rules: [ "y is null or y > 0.3" ]
            """));
        foreach (string kind in new[] { "a", "b" })
        {
            string?[][] rows = [.. made.Rows("kind", "x", "y").Where(row => row[0] == kind && row[2] is not null)];
            double r = Correlation.Spearman(rows.Select(row => Number(row[1]!)), rows.Select(row => Number(row[2]!)));
            Assert.InRange(r, 0.75, 0.9);                       // what is cut off is half of the values
        }

        Assert.InRange(made["y"].Count(cell => cell is null), Rows * 0.2, Rows * 0.42);
    }

    [Fact]
    public async Task One_may_follow_another_entirely()
    {
        MadeTable made = await Made.RowsAsync(Made.Items(
            """
            a: { type: double, range: [0, 1] }
            b: { type: double, range: [0, 1] }
            c: { type: double, range: [0, 1] }
            """,
            500, "correlations: [ { between: [a, b], r: 1 }, { between: [a, c], r: -1 }, { between: [b, c], r: -1 } ]"));
        Assert.All(made.Rows("a", "b", "c"), row =>
        {
            Assert.Equal(Number(row[0]!), Number(row[1]!), 1e-12);
            Assert.Equal(Number(row[0]!), 1 - Number(row[2]!), 1e-12);
        });
    }

    [Fact]
    public Task Threads_batches_and_shards_change_nothing() => MadeFolder.IsPureAsync(Made.Items(Columns, 3_000, Pairs + "\nrules: [ age < 70 or income > 500 ]"));

    [Fact]
    public async Task The_plan_says_which_column_follows_which()
    {
        using var folder = new TemporaryFolder();
        CommandLine run = await CommandLine.RunAsync("plan", folder.Write("shop.yaml", Made.Items(Columns, 100, Pairs)));
        Assert.Contains("correlates with income by -0.4", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_contradiction_says_what_would_fit()
    {
        Diagnostic told = Made.Refused("SD2308", Made.Items(
            "a: { range: [1, 9] }\nb: { range: [1, 9] }\nc: { range: [1, 9] }", 10,
            "correlations: [ { between: [a, b], r: 0.9 }, { between: [b, c], r: 0.9 }, §{ between: [c, a], r: 0 } ]"));
        Assert.Contains("'c' and 'a' can correlate by 0.64 to 0.99, not by 0", told.Message, StringComparison.Ordinal);
        Assert.Contains("multiplied by 0.76", told.Fix, StringComparison.Ordinal);
    }

    private static double Spearman(MadeTable made, string first, string second) =>
        Correlation.Spearman(made[first].Select(cell => Number(cell!)), made[second].Select(cell => Number(cell!)));

    private static double[] Mean(MadeTable made, string column, string[] values) =>
        [.. values.Select(value => made.Rows(column, "price").Where(row => row[0] == value).Average(row => Number(row[1]!)))];

    private static double Number(string cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
        ? number
        : DateTime.Parse(cell, CultureInfo.InvariantCulture).Ticks;
}
