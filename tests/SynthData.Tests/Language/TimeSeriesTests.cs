using System.Globalization;
using SynthData.Tests.Rules.Validation;

namespace SynthData.Tests.Language;

/// <summary>A moment for each row of a parent: regular, by gaps, or between two ends; more at some hours than at others.</summary>
public class TimeSeriesTests
{
    private const string Bank = """
        accounts:
          rows: 30
          key: id
          columns:
            id: { sequence: 1 }
            opened_at: { type: timestamp, range: [2020-01-01, 2022-01-01] }
            closed_at: { type: timestamp, after: opened_at, within: [30d, 900d], nulls: 20% }
        entries:
          rows: { per: accounts, count: { between: [0, 80] } }
          key: [account, number]
          columns:
            account: { references: accounts.id }
            number: { position: true }
            tick: { series: { start: account.opened_at, every: 15min } }
            slow: { series: { start: 2024-01-01, gap: 90min, profile: { hours: business, days: weekdays } } }
            came: { series: { start: account.opened_at, gap: { exponential: { mean: 36h } } } }
            busy: { series: { start: account.opened_at, gap: { exponential: { mean: 2h } }, profile: { hours: { 0-7: 0, 18: 0.5 }, days: { sat: 0.3, sun: 0.1 } } } }
            spread: { series: { start: account.opened_at, end: account.closed_at, profile: { hours: day } } }
            month: { type: date, series: { start: account.opened_at, gap: { exponential: { mean: 5d } } } }
        """;

    private static string Schema => Made.Shop(Bank);

    [Fact]
    public async Task DuckDB_finds_moments_in_order_and_regular_ones_where_they_belong()
    {
        using MadeFolder made = await MadeFolder.OfAsync(Schema);
        foreach (string column in (string[])["tick", "slow", "came", "busy", "spread", "month"])
        {
            string falls = $"SELECT \"{column}\" < lag(\"{column}\") OVER (PARTITION BY account ORDER BY number) AS falls FROM entries";
            Assert.Equal((column, 0), (column, made.Number($"SELECT count(*) FROM ({falls}) WHERE falls")));
        }

        string both = "FROM entries AS e JOIN accounts AS a ON a.id = e.account";
        Assert.True(made.Number("SELECT count(*) FROM entries") > 800);
        Assert.Equal(0, made.Number($"SELECT count(*) {both} WHERE tick <> opened_at + to_minutes(15 * (number - 1))"));
        Assert.Equal(0, made.Number($"SELECT count(*) {both} WHERE (spread IS NULL) <> (closed_at IS NULL) OR spread < opened_at OR spread > closed_at"));
        Assert.Equal(0, made.Number($"SELECT count(*) {both} WHERE came < opened_at OR month < CAST(opened_at AS DATE)"));

        // Monday 1 January is a holiday elsewhere; here five slots of ninety minutes and a half fill each working day.
        Assert.Equal(0, made.Number("SELECT count(*) FROM entries WHERE hour(slow) NOT BETWEEN 9 AND 16 OR isodow(slow) > 5"));
        Assert.Equal(0, made.Number("SELECT count(*) FROM entries WHERE number = 7 AND slow <> TIMESTAMP '2024-01-02 10:00:00'"));
        Assert.Equal(0, made.Number("SELECT count(*) FROM entries WHERE hour(busy) < 7"));
        Assert.Equal(0, made.Number("SELECT count(*) FROM entries WHERE hour(spread) NOT BETWEEN 7 AND 21"));
    }

    [Fact]
    public Task Threads_batches_and_shards_change_nothing() => MadeFolder.IsPureAsync(Schema);

    [Theory]
    [InlineData("gap: { exponential: { mean: 1h } }", 1.0)]
    [InlineData("gap: { exponential: { mean: 1h } }, profile: { hours: business, days: { sat: 0.3, sun: 0.1 } }", 1.0)]
    [InlineData("gap: { gamma: { shape: 2, mean: 30min } }", 0.5)]
    public async Task As_much_happens_with_a_profile_as_without(string gap, double hours)
    {
        MadeTable made = await Made.RowsAsync(Made.Shop($$"""
            lines: { rows: 1, key: id, columns: { id: { sequence: 1 } } }
            calls: { rows: { per: lines, count: 20_000 }, columns: { at: { series: { start: 2024-01-01, {{gap}} } } } }
            """), "calls");
        DateTime[] moments = [.. made["at"].Select(at => DateTime.Parse(at!, CultureInfo.InvariantCulture))];
        double mean = (moments[^1] - moments[0]).TotalHours / (moments.Length - 1);
        Assert.InRange(mean, hours * 0.97, hours * 1.03);
        if (gap.Contains("sat", StringComparison.Ordinal))
        {
            // Saturdays have three tenths of a Monday, Sundays a tenth.
            Dictionary<DayOfWeek, int> days = moments.CountBy(moment => moment.DayOfWeek).ToDictionary();
            Assert.InRange(days[DayOfWeek.Saturday] / (double)days[DayOfWeek.Monday], 0.26, 0.34);
            Assert.InRange(days[DayOfWeek.Sunday] / (double)days[DayOfWeek.Monday], 0.08, 0.12);
            Assert.All(moments, moment => Assert.InRange(moment.Hour, 9, 16));
        }
    }

    [Fact]
    public async Task Arrivals_between_two_ends_are_spread_evenly()
    {
        MadeTable made = await Made.RowsAsync(Made.Shop("""
            lines: { rows: 1, key: id, columns: { id: { sequence: 1 } } }
            calls: { rows: { per: lines, count: 40_000 }, columns: { at: { series: { start: 2024-01-01, end: 2024-12-31 } } } }
            """), "calls");
        Dictionary<int, int> months = made["at"].CountBy(at => DateTime.Parse(at!, CultureInfo.InvariantCulture).Month).ToDictionary();
        double perDay = 40_000 / 365.0;
        double chi = months.Sum(month => Math.Pow(month.Value - (perDay * Days(month.Key)), 2) / (perDay * Days(month.Key)));
        Assert.InRange(chi, 0, 31.3);                               // 11 degrees of freedom, one in a thousand

        static double Days(int month) => DateTime.DaysInMonth(2024, month) - (month == 12 ? 1 : 0);
    }

    [Fact]
    public async Task Moments_beyond_the_calendar_end_the_run() => await Made.FailsAsync("SD4002", Made.Shop("""
        lines: { rows: 1, key: id, columns: { id: { sequence: 1 } } }
        items: { rows: { per: lines, count: 30 }, columns: { §at: { series: { start: 9990-01-01, every: 200d } } } }
        """));

    [Theory]
    [InlineData("SD2070", "items: { rows: 3, columns: { at: { series: §{ start: 2024-01-01, every: 1h } } } }")]
    [InlineData("SD2076", "items: { rows: { per: lines, count: 2 }, columns: { x: { type: date, range: [2020-01-01, today] }, at: { series: §{ start: x, every: 1h } } } }")]
    [InlineData("SD1018", "items: { rows: { per: lines, count: 2 }, columns: { x: { type: date, cases: [ { else: { §series: { start: 2024-01-01, every: 1d } } } ] } } }")]
    [InlineData("SD2053", "items: { rows: { per: lines, count: 2 }, columns: { at: { type: int64, series: §{ start: 2024-01-01, every: 1h } } } }")]
    [InlineData("SD2012", "items: { rows: { per: lines, count: 2 }, columns: { at: { series: { start: 2024-01-01, every: §1mo } } } }")]
    [InlineData("SD1024", "items: { rows: { per: lines, count: 2 }, columns: { at: { series: { start: 2024-01-01, every: §-1h } } } }")]
    [InlineData("SD1024", "items: { rows: { per: lines, count: 2 }, columns: { at: { series: { start: 2024-01-01, every: 1h, profile: { hours: { §25: 1 } } } } } }")]
    [InlineData("SD1024", "items: { rows: { per: lines, count: 2 }, columns: { at: { series: { start: 2024-01-01, every: 1h, profile: { days: §holidays } } } } }")]
    public void What_is_no_series_is_refused(string code, string items) =>
        Made.Refused(code, Made.Shop($"lines: {{ rows: 1, key: id, columns: {{ id: {{ sequence: 1 }} }} }}\n{items}"));

    [Fact]
    public async Task Validate_finds_moments_before_the_start_and_out_of_order()
    {
        using MadeFolder made = await MadeFolder.OfAsync(Schema);
        CheckedData.AssertClean(await made.ValidateAsync());
        Assert.Empty(made.BrokenQueries());
        made.Rewrite("entries", rows => [.. rows.Select((row, index) => index == 4 ? WithTick(row, "1999-01-01T00:00:00") : row)]);
        ValidationReport report = await made.ValidateAsync();
        Assert.Equal(["SD4029", "SD4046"], report.Findings.Select(found => found.Code).Order());
        Assert.Equal(["entries: column tick does not fall within its parent"], made.BrokenQueries());
    }

    private static string WithTick(string row, string tick)
    {
        string[] cells = row.Split(',');
        cells[2] = tick;
        return string.Join(',', cells);
    }
}
