using System.Globalization;
using System.Text.Json;
using MathNet.Numerics.Distributions;
using SynthData.Diagnostics;
using SynthData.Tests.Cli;

namespace SynthData.Tests.Language;

/// <summary>
/// Columns drawn from each distribution follow it: at seed 1, continuous ones by Kolmogorov and Smirnov's test, discrete ones by
/// Pearson's chi-square, each with the critical value of 0.1 %. What they should follow is computed by Math.NET.
/// </summary>
public class DistributionFitTests
{
    private const int Rows = 20_000;

    // 1.949 / √n is the limit that the greatest difference passes by chance in one of a thousand samples.
    private static readonly double Critical = 1.949 / Math.Sqrt(Rows);

    private static readonly Dictionary<string, (string Column, Func<double, double> Share)> Continuous = new()
    {
        ["uniform"] = ("type: double, range: [-3, 5]", x => ContinuousUniform.CDF(-3, 5, x)),
        ["uniform of its own"] = ("type: double, distribution: { uniform: { min: 2, max: 3.5 } }", x => ContinuousUniform.CDF(2, 3.5, x)),
        ["normal"] = ("type: double, distribution: { normal: { mean: 140, sd: 3 } }", x => Normal.CDF(140, 3, x)),
        ["normal cut"] = ("type: double, range: [139, 150], distribution: { normal: { mean: 140, sd: 3 } }", Cut(x => Normal.CDF(140, 3, x), 139, 150)),
        ["normal bare"] = ("type: double, range: [10, 70], distribution: normal", Cut(x => Normal.CDF(40, 10, x), 10, 70)),
        ["lognormal"] = ("type: double, distribution: { lognormal: { median: 45, sigma: 0.5 } }", x => LogNormal.CDF(Math.Log(45), 0.5, x)),
        ["lognormal by p90, cut"] = (
            "type: double, range: [20, 200], distribution: { lognormal: { median: 45, p90: 180 } }",
            Cut(x => LogNormal.CDF(Math.Log(45), Math.Log(4) / 1.2815515655446004, x), 20, 200)),
        ["exponential"] = ("type: double, distribution: { exponential: { mean: 5 } }", x => Exponential.CDF(0.2, x)),
        ["exponential cut"] = ("type: double, range: [1, 9], distribution: { exponential: { mean: 5 } }", Cut(x => Exponential.CDF(0.2, x), 1, 9)),
        ["gamma"] = ("type: double, distribution: { gamma: { shape: 2.5, mean: 10 } }", x => Gamma.CDF(2.5, 0.25, x)),
        ["gamma of a small shape"] = ("type: double, distribution: { gamma: { shape: 0.2, scale: 3 } }", x => Gamma.CDF(0.2, 1 / 3.0, x)),
        ["gamma cut"] = ("type: double, range: [5, 30], distribution: { gamma: { shape: 2.5, mean: 10 } }", Cut(x => Gamma.CDF(2.5, 0.25, x), 5, 30)),
        ["beta"] = ("type: double, distribution: { beta: { alpha: 2, beta: 5 } }", x => Beta.CDF(2, 5, Math.Clamp(x, 0, 1))),
        ["beta over a range"] = ("type: double, range: [10, 50], distribution: { beta: { alpha: 0.5, beta: 0.7 } }", x => Beta.CDF(0.5, 0.7, Math.Clamp((x - 10) / 40, 0, 1))),
        ["pareto"] = ("type: double, distribution: { pareto: { min: 1, alpha: 1.5 } }", x => Pareto.CDF(1, 1.5, x)),
        ["pareto cut"] = ("type: double, range: [2, 40], distribution: { pareto: { min: 1, alpha: 1.5 } }", Cut(x => Pareto.CDF(1, 1.5, x), 2, 40)),
        ["triangular"] = ("type: double, distribution: { triangular: { min: 0, mode: 4, max: 10 } }", x => Triangular.CDF(0, 10, 4, x)),
        ["triangular over a range"] = ("type: double, range: [-2, 6], distribution: { triangular: { mode: -1 } }", x => Triangular.CDF(-2, 6, -1, x)),
        ["mixture"] = (
            "type: double, distribution: { mixture: [ { weight: 70, normal: { mean: 8, sd: 2 } }, { weight: 30, gamma: { shape: 4, mean: 20 } } ] }",
            x => (0.7 * Normal.CDF(8, 2, x)) + (0.3 * Gamma.CDF(4, 0.2, Math.Max(0, x)))),
        ["mixture cut"] = (
            "type: double, range: [5, 25], distribution: { mixture: [ { weight: 7, normal: { mean: 8, sd: 2 } }, { weight: 3, beta: { alpha: 2, beta: 2 } } ] }",
            Cut(x => (0.7 * Normal.CDF(8, 2, x)) + (0.3 * Beta.CDF(2, 2, Math.Clamp((x - 5) / 20, 0, 1))), 5, 25)),
        ["quantiles"] = (
            "type: double, distribution: { empirical: { quantiles: { 0%: 0, 50%: 40, 90%: 100, 100%: 900 } } }",
            x => x < 40 ? x / 80 : x < 100 ? 0.5 + ((x - 40) / 150) : 0.9 + ((x - 100) / 8000)),
        ["quantiles at equal distances, cut"] = (
            "type: double, range: [5, 30], distribution: { empirical: { quantiles: [0, 10, 50] } }",
            Cut(x => x < 10 ? x / 20 : 0.5 + ((x - 10) / 80), 5, 30)),
        ["decimals"] = ("type: decimal(4), distribution: { gamma: { shape: 3, mean: 6 } }", x => Gamma.CDF(3, 0.5, x)),
    };

    private static readonly Dictionary<string, (string Column, Func<int, double> Chance)> Discrete = new()
    {
        ["uniform"] = ("type: int64, range: [1, 6]", k => k is >= 1 and <= 6 ? 1 / 6.0 : 0),
        ["uniform of its own"] = ("type: int32, distribution: { uniform: { min: 1, max: 6 } }", k => k is >= 1 and <= 6 ? 1 / 6.0 : 0),
        ["poisson"] = ("type: int64, distribution: { poisson: 2.4 }", k => k < 0 ? 0 : Poisson.PMF(2.4, k)),
        ["poisson cut"] = ("type: int64, range: [1, 4], distribution: { poisson: 2.4 }", CutTo(k => Poisson.PMF(2.4, k), 1, 4)),
        ["geometric"] = ("type: int64, distribution: { geometric: 0.3 }", k => k < 0 ? 0 : Geometric.PMF(0.3, k + 1)),
        ["geometric cut"] = ("type: int64, range: [2, 5], distribution: { geometric: 0.3 }", CutTo(k => Geometric.PMF(0.3, k + 1), 2, 5)),
        ["zipf"] = ("type: int64, range: [1, 20], distribution: { zipf: 1.1 }", k => k is < 1 or > 20 ? 0 : Zipf.PMF(1.1, 20, k)),
        ["zipf cut"] = ("type: int64, range: [3, 20], distribution: { zipf: 1.1 }", CutTo(k => Zipf.PMF(1.1, 20, k), 3, 20)),
        ["binomial"] = ("type: int64, distribution: { binomial: { n: 10, p: 0.3 } }", k => k is < 0 or > 10 ? 0 : Binomial.PMF(0.3, 10, k)),
        ["binomial cut"] = ("type: int32, range: [2, 6], distribution: { binomial: { n: 10, p: 0.3 } }", CutTo(k => Binomial.PMF(0.3, 10, k), 2, 6)),
        ["mixture of counts"] = (
            "type: int64, distribution: { mixture: [ { weight: 1, poisson: 2 }, { weight: 3, binomial: { n: 20, p: 0.5 } } ] }",
            k => k < 0 ? 0 : (0.25 * Poisson.PMF(2, k)) + (k > 20 ? 0 : 0.75 * Binomial.PMF(0.5, 20, k))),
        ["observed"] = ("type: int64, distribution: { empirical: { values: [3, 4, 4, 7] } }", k => k == 4 ? 0.5 : k is 3 or 7 ? 0.25 : 0),
        ["observed cut"] = ("type: int64, range: [4, 9], distribution: { empirical: { values: [3, 4, 4, 7] } }", k => k == 4 ? 2 / 3.0 : k == 7 ? 1 / 3.0 : 0),
        ["rounded normal"] = ("type: int64, distribution: { normal: { mean: 5, sd: 2 } }", k => Normal.CDF(5, 2, k + 0.5) - Normal.CDF(5, 2, k - 0.5)),
        ["rounded gamma"] = ("type: int64, distribution: { gamma: { shape: 2, mean: 6 } }", k => k < 0 ? 0 : Gamma.CDF(2, 1 / 3.0, k + 0.5) - Gamma.CDF(2, 1 / 3.0, Math.Max(0, k - 0.5))),
        ["weights"] = ("values: { 1: 60, 2: 25, 3: 15 }", k => k switch { 1 => 0.6, 2 => 0.25, 3 => 0.15, _ => 0 }),
    };

    private static readonly DateTime FirstDay = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    // In days from 2020-01-01 to 2024-12-31, 1826 days on; a day holds what is rounded to it.
    private static readonly Dictionary<string, (string Column, Func<double, double> Share)> Dates = new()
    {
        ["uniform"] = ("type: date, range: [2020-01-01, 2024-12-31]", x => (x + 0.5) / 1827),
        ["normal"] = ("type: date, range: [2020-01-01, 2024-12-31], distribution: normal", Cut(x => Normal.CDF(913, 1826 / 6.0, x), 0, 1826)),
        ["exponential"] = ("type: date, range: [2020-01-01, 2024-12-31], distribution: { exponential: { mean: 300d } }", Cut(x => Exponential.CDF(1 / 300.0, x), 0, 1826)),
        ["gamma"] = ("type: date, range: [2020-01-01, 2024-12-31], distribution: { gamma: { shape: 2, mean: 500d } }", Cut(x => Gamma.CDF(2, 1 / 250.0, x), 0, 1826)),
        ["beta"] = ("type: date, range: [2020-01-01, 2024-12-31], distribution: { beta: { alpha: 5, beta: 2 } }", x => Beta.CDF(5, 2, Math.Clamp(x / 1826, 0, 1))),
        ["triangular"] = ("type: date, range: [2020-01-01, 2024-12-31], distribution: { triangular: { mode: 900d } }", x => Triangular.CDF(0, 1826, 900, x)),
        ["triangular, by a date"] = ("type: date, range: [2020-01-01, 2024-12-31], distribution: { triangular: { mode: 2022-06-19 } }", x => Triangular.CDF(0, 1826, 900, x)),
        ["normal, by a timestamp"] = (
            "type: timestamp, range: [2020-01-01, 2024-12-31], distribution: { normal: { mean: 2022-06-19T12:00, sd: 300d } }",
            Cut(x => Normal.CDF(900.5, 300, x), 0, 1826)),
        ["observed dates"] = (
            "type: date, range: [2020-01-01, 2024-12-31], distribution: { empirical: { quantiles: { 0%: 2020-01-01, 50%: 2020-04-10, 100%: 2022-09-27 } } }",
            x => Math.Clamp(x < 100 ? x / 200 : 0.5 + ((x - 100) / 1800), 0, 1)),
        ["timestamps"] = (
            "type: timestamp, range: [2020-01-01, 2024-12-31], distribution: { lognormal: { median: 200d, sigma: 1 } }",
            Cut(x => x <= 0 ? 0 : LogNormal.CDF(Math.Log(200), 1, x), 0, 1826)),
        ["a distance"] = (
            "type: timestamp, after: 2020-01-01, within: [1d, 90d], distribution: { gamma: { shape: 3, mean: 20d } }",
            Cut(x => Gamma.CDF(3, 3 / 20.0, x), 1, 90)),
        ["observed"] = (
            "type: date, range: [2020-01-01, 2024-12-31], distribution: { empirical: { quantiles: [0d, 100d, 1000d] } }",
            x => Math.Clamp(x < 100 ? x / 200 : 0.5 + ((x - 100) / 1800), 0, 1)),
    };

    public static TheoryData<string> ContinuousNames => [.. Continuous.Keys];

    public static TheoryData<string> DiscreteNames => [.. Discrete.Keys];

    public static TheoryData<string> DateNames => [.. Dates.Keys];

    [Theory]
    [MemberData(nameof(ContinuousNames))]
    public async Task Numbers_follow_a_continuous_distribution(string name)
    {
        (string column, Func<double, double> share) = Continuous[name];
        AssertFollows(await NumbersAsync(column), share, share);
    }

    [Theory]
    [MemberData(nameof(DateNames))]
    public async Task Dates_and_timestamps_follow_a_distribution(string name)
    {
        (string column, Func<double, double> share) = Dates[name];
        MadeTable made = await Made.RowsAsync(Made.Items($"n: {{ {column} }}", Rows));
        double[] days = [.. made["n"].Select(cell => (DateTime.Parse(cell!, CultureInfo.InvariantCulture) - FirstDay).TotalDays)];
        double half = column.StartsWith("type: date", StringComparison.Ordinal) ? 0.5 : 0;
        AssertFollows(days, x => share(x + half), x => share(x - half));
    }

    [Theory]
    [MemberData(nameof(DiscreteNames))]
    public async Task Numbers_follow_a_discrete_distribution(string name)
    {
        (string column, Func<int, double> chance) = Discrete[name];
        Dictionary<int, int> seen = (await NumbersAsync(column)).GroupBy(x => (int)x).ToDictionary(group => group.Key, group => group.Count());
        Assert.All(seen.Keys, k => Assert.True(chance(k) > 0, $"{k} has no chance."));

        // Values that are rare share a cell, so that each cell is expected five times at least.
        double square = 0;
        double expected = 0;
        int found = 0;
        int cells = 0;
        double left = Rows;
        for (int k = seen.Keys.Min() - 50; left > 1e-6 && k < seen.Keys.Max() + 500; k++)
        {
            expected += Rows * chance(k);
            left -= Rows * chance(k);
            found += seen.GetValueOrDefault(k);
            if (expected < 5 || left < 5)
                continue;
            square += (found - expected) * (found - expected) / expected;
            (expected, found) = (0, 0);
            cells++;
        }

        expected += left;
        if (expected > 1e-6)
            square += (found - expected) * (found - expected) / expected;
        Assert.InRange(square, 0, ChiSquared.InvCDF(cells, 0.999));
    }

    [Fact]
    public async Task Counts_of_children_follow_a_distribution()
    {
        MadeTable made = await Made.RowsAsync(Made.Shop("""
            buyers: { rows: 4000, key: id, columns: { id: { sequence: 1 } } }
            items: { rows: { per: buyers, count: { binomial: { n: 4, p: 0.5 } } }, columns: { buyer: { references: buyers.id } } }
            """));
        int[] counts = new int[5];
        foreach (int count in made.Tally("buyer").Values)
            counts[count]++;
        counts[0] = 4000 - counts.Sum();
        double square = Enumerable.Range(0, 5).Sum(k => Math.Pow(counts[k] - (4000 * Binomial.PMF(0.5, 4, k)), 2) / (4000 * Binomial.PMF(0.5, 4, k)));
        Assert.InRange(square, 0, ChiSquared.InvCDF(4, 0.999));
    }

    [Fact]
    public async Task Observed_values_come_from_a_column_of_a_file()
    {
        const string schema = "n: { type: decimal(2), distribution: { empirical: { file: amounts.csv, column: amount } } }";
        MadeTable made = await Made.RowsAsync(Made.Items(schema, Rows), files: ("amounts.csv", "id,amount\n1,2.50\n2,\n3,10\n4,10\n"));
        Dictionary<string, int> tally = made.Tally("n");
        Assert.Equal(["10.00", "2.50"], tally.Keys.Order(StringComparer.Ordinal));
        double square = Math.Pow(tally["2.50"] - (Rows / 3.0), 2) / (Rows / 3.0 * 2 / 3);
        Assert.InRange(square, 0, ChiSquared.InvCDF(1, 0.999));
    }

    [Theory]
    [InlineData("amuont", "SD1060")]
    [InlineData("empty", "SD1041")]
    [InlineData("words", "SD2016")]
    public void A_column_of_a_file_that_gives_no_numbers_is_refused(string column, string code)
    {
        string schema = Made.Items($"n: {{ type: double, distribution: {{ empirical: {{ file: amounts.csv, column: {column} }} }} }}");
        SchemaException refused = Assert.Throws<SchemaException>(() => Made.Plan(schema, files: ("amounts.csv", "amount,empty,words\n1,,few\n")));
        Assert.Equal(code, Assert.Single(refused.Diagnostics).Code);
    }

    [Fact]
    public async Task The_share_that_a_range_cuts_away_is_told()
    {
        using var folder = new TemporaryFolder();
        string schema = folder.Write("shop.yaml", Made.Items("n: { type: double, range: [0, 10], distribution: { gamma: { shape: 2, mean: 5 } } }"));
        CommandLine run = await CommandLine.RunAsync("plan", schema, "--json");
        JsonElement column = run.Json().GetProperty("result").GetProperty("tables")[0].GetProperty("columns")[0];
        Assert.Equal(1 - Gamma.CDF(2, 0.4, 10), column.GetProperty("shareCut").GetDouble(), 1e-9);
    }

    private static Func<double, double> Cut(Func<double, double> share, double low, double high) =>
        x => (share(Math.Clamp(x, low, high)) - share(low)) / (share(high) - share(low));

    private static Func<int, double> CutTo(Func<int, double> chance, int low, int high)
    {
        double mass = Enumerable.Range(low, high - low + 1).Sum(chance);
        return k => k < low || k > high ? 0 : chance(k) / mass;
    }

    private static async Task<double[]> NumbersAsync(string column)
    {
        MadeTable made = await Made.RowsAsync(Made.Items($"n: {{ {column} }}", Rows));
        return [.. made["n"].Select(cell => double.Parse(cell!, CultureInfo.InvariantCulture))];
    }

    // The sample's share is compared with the share up to a value, and just below it.
    private static void AssertFollows(double[] values, Func<double, double> upTo, Func<double, double> below)
    {
        Assert.Equal(Rows, values.Length);
        Array.Sort(values);
        double greatest = 0;
        for (int start = 0; start < Rows;)
        {
            int end = start;
            while (end < Rows && values[end] == values[start])
                end++;
            greatest = Math.Max(greatest, Math.Abs(((double)end / Rows) - upTo(values[start])));
            greatest = Math.Max(greatest, Math.Abs(((double)start / Rows) - below(values[start])));
            start = end;
        }

        Assert.InRange(greatest, 0, Critical);
    }
}
