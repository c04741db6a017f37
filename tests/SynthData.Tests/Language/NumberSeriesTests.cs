using System.Globalization;
using SynthData.Numerics;
using SynthData.Tests.Rules.Validation;

namespace SynthData.Tests.Language;

/// <summary>A number for each row of a parent: level or walk, trend, seasons, noise, anomalies.</summary>
public class NumberSeriesTests
{
    private const string Meters = """
        meters:
          rows: 8
          key: id
          columns:
            id: { sequence: 1 }
            installed: { type: timestamp, range: [2023-01-01, 2023-06-01] }
            base: { type: double, range: [10, 90] }
        readings:
          rows: { per: meters, count: { between: [300, 500] } }
          key: [meter, number]
          columns:
            meter: { references: meters.id }
            number: { position: true }
            at: { series: { start: meter.installed, every: 45min } }
            level: { series: { start: meter.base, trend: 0.5 } }
            wave: { series: { start: meter.base, season: [ { period: 7d, amplitude: 10 }, { period: 1d, amplitude: 3, shift: 6h } ] } }
            turns: { series: { season: { period: 12, amplitude: 5, shift: 3 } } }
            price: { type: decimal(2), series: { walk: { start: 100, step: { normal: { sd: 2 } }, min: 95, max: 110 } } }
            free: { type: int64, series: { walk: { step: { normal: { mean: 1, sd: 3 } }, min: 0 } } }
            noisy: { series: { start: 50, noise: { normal: { sd: 4 } } } }
            plain: { series: { start: meter.base, noise: { normal: { sd: 1 } }, trend: 0.1 } }
            spiky: { series: { along: at, start: meter.base, noise: { normal: { sd: 1 } }, trend: 0.1, anomalies: { share: 3%, size: [40, 60], label: is_odd } } }
            is_odd: { type: bool }
        """;

    private const string Both = "FROM readings AS r JOIN meters AS m ON m.id = r.meter";

    private static string Schema => Made.Shop(Meters);

    [Fact]
    public async Task DuckDB_computes_the_same_trend_and_waves()
    {
        using MadeFolder made = await MadeFolder.OfAsync(Schema);
        Assert.True(made.Number("SELECT count(*) FROM readings") > 2_000);
        Assert.Equal(0, made.Number($"SELECT count(*) {Both} WHERE abs(level - (base + 0.5 * epoch(r.\"at\" - installed) / 86400)) > 1e-9"));
        const string Week = "10 * sin(2 * pi() * epoch(r.\"at\" - TIMESTAMP '1970-01-05') / (7 * 86400.0))";
        const string Day = "3 * sin(2 * pi() * (epoch(r.\"at\" - TIMESTAMP '1970-01-05') - 6 * 3600) / 86400.0)";
        Assert.Equal(0, made.Number($"SELECT count(*) {Both} WHERE abs(wave - (base + {Week} + {Day})) > 1e-6"));
        Assert.Equal(0, made.Number($"SELECT count(*) {Both} WHERE abs(turns - 5 * sin(2 * pi() * (number - 4) / 12.0)) > 1e-9"));
    }

    [Fact]
    public async Task A_walk_goes_by_steps_and_stays_between_its_bounds()
    {
        using MadeFolder made = await MadeFolder.OfAsync(Schema);
        Assert.Equal(0, made.Number("SELECT count(*) FROM readings WHERE price < 95 OR price > 110 OR free < 0"));
        Assert.Equal(0, made.Number("SELECT count(*) FROM readings WHERE number = 1 AND (price <> 100 OR free <> 0)"));
        Assert.True(made.Number("SELECT count(*) FROM readings WHERE price < 95.5 OR price > 109.5") > 50);

        // Away from its bounds a step has the deviation that is written; free grows by its mean.
        const string Steps = "SELECT price - lag(price) OVER w AS step, lag(price) OVER w AS before FROM readings WINDOW w AS (PARTITION BY meter ORDER BY number)";
        Assert.InRange(made.Number($"SELECT CAST(1000 * stddev(step) AS BIGINT) FROM ({Steps}) WHERE before BETWEEN 101 AND 104"), 1_800, 2_200);
        Assert.InRange(made.Number("SELECT CAST(1000 * avg(free / number) AS BIGINT) FROM readings WHERE number > 200"), 700, 1_400);
        Assert.InRange(made.Number("SELECT CAST(1000 * avg(noisy) AS BIGINT) FROM readings"), 49_700, 50_300);
        Assert.InRange(made.Number("SELECT CAST(1000 * stddev(noisy) AS BIGINT) FROM readings"), 3_850, 4_150);
    }

    [Fact]
    public async Task Anomalies_are_marked_where_they_are_and_nowhere_else()
    {
        using MadeFolder made = await MadeFolder.OfAsync(Schema);
        using MadeFolder calm = await MadeFolder.OfAsync(Schema.Replace("share: 3%", "share: 0%", StringComparison.Ordinal));
        long rows = made.Number("SELECT count(*) FROM readings");
        Assert.InRange(made.Number("SELECT count(*) FROM readings WHERE is_odd") / (double)rows, 0.02, 0.04);
        Assert.Equal(0, calm.Number("SELECT count(*) FROM readings WHERE is_odd"));

        // Beside the anomalies the series is the one it would be without them.
        string without = calm.PathOf("readings");
        string pairs = $"FROM readings AS r JOIN read_csv('{without}') AS c USING (meter, number)";
        Assert.Equal(0, made.Number($"SELECT count(*) {pairs} WHERE NOT r.is_odd AND r.spiky <> c.spiky"));
        Assert.Equal(0, made.Number($"SELECT count(*) {pairs} WHERE r.is_odd AND r.spiky - c.spiky NOT BETWEEN 40 AND 60"));
    }

    [Fact]
    public Task Threads_batches_and_shards_change_nothing() => MadeFolder.IsPureAsync(Schema);

    [Fact]
    public async Task A_long_walk_is_the_same_from_wherever_it_is_read()
    {
        string schema = Made.Shop("""
            meters: { rows: 2, key: id, columns: { id: { sequence: 1 } } }
            readings:
              rows: { per: meters, count: 15_000 }
              columns: { x: { series: { walk: { step: { normal: { sd: 1 } }, max: 20 } } }, at: { series: { start: 2024-01-01, gap: { exponential: { mean: 1h } } } } }
            """);
        GenerationPlan plan = Made.Plan(schema);
        MadeTable whole = await Made.RowsAsync(plan, "readings");
        SynthData.Run.TableProgram program = Made.Plan(schema).Run.Program(1);
        foreach (long row in (long[])[29_999, 14_999, 15_000, 4_095, 4_096, 20_001, 12_345])
        {
            SynthData.Batches.Frame alone = program.Evaluate([row], program.Whole, null);
            foreach (string column in (string[])["x", "at"])
            {
                SynthData.Planning.CellPlan cell = program.Table.Find(column)!;
                Assert.Equal((row, whole[column][(int)row]), (row, SynthData.Batches.CellText.Format(alone[cell.Slot], 0, cell.Type)));
            }
        }
    }

    [Fact]
    public void The_sine_of_turns_is_that_of_the_library_to_the_last_places()
    {
        for (int step = 0; step < 100_000; step++)
        {
            double turn = step / 100_000.0;
            Assert.True(Math.Abs(Transcendental.SineOfTurn(turn) - Math.Sin(turn * 2 * Math.PI)) < 1e-15, turn.ToString(CultureInfo.InvariantCulture));
        }

        Assert.Equal([0, 1, 0, -1], [Transcendental.SineOfTurn(0), Transcendental.SineOfTurn(0.25), Transcendental.SineOfTurn(0.5), Transcendental.SineOfTurn(0.75)]);
    }

    [Fact]
    public async Task Numbers_that_the_type_does_not_hold_end_the_run() => await Made.FailsAsync("SD4002", Made.Shop("""
        lines: { rows: 1, key: id, columns: { id: { sequence: 1 } } }
        items: { rows: { per: lines, count: 30 }, columns: { §x: { type: 'decimal(4,2)', series: { start: 90, trend: 1 } } } }
        """));

    [Theory]
    [InlineData("SD2070", "items: { rows: 3, columns: { x: { series: §{ trend: 1 } } } }")]
    [InlineData("SD2078", "items: { rows: { per: lines, count: 2 }, columns: { x: { series: §{ season: { period: 7d, amplitude: 1 } } } } }")]
    [InlineData("SD2078", "items: { rows: { per: lines, count: 2 }, columns: { y: { constant: 1 }, x: { series: { along: §y, trend: 1 } } } }")]
    [InlineData("SD2079", "items: { rows: { per: lines, count: 2 }, columns: { y: { constant: 1 }, x: { series: { trend: 1, anomalies: { share: 1%, size: 3, label: §y } } } } }")]
    [InlineData("SD2053", "items: { rows: { per: lines, count: 2 }, columns: { x: { type: string, series: §{ trend: 1 } } } }")]
    [InlineData("SD1024", "items: { rows: { per: lines, count: 2 }, columns: { x: { series: { trend: §much } } } }")]
    [InlineData("SD1024", "items: { rows: { per: lines, count: 2 }, columns: { x: { series: { season: { period: §-7d, amplitude: 1 } } } } }")]
    [InlineData("SD1024", "items: { rows: { per: lines, count: 2 }, columns: { x: { series: { anomalies: { share: §120%, size: 1, label: y } } } } }")]
    public void What_is_no_series_of_numbers_is_refused(string code, string items) =>
        Made.Refused(code, Made.Shop($"lines: {{ rows: 1, key: id, columns: {{ id: {{ sequence: 1 }} }} }}\n{items}"));

    [Fact]
    public async Task Validate_and_its_queries_have_nothing_to_say_of_what_is_made()
    {
        using MadeFolder made = await MadeFolder.OfAsync(Schema);
        CheckedData.AssertClean(await made.ValidateAsync());
        Assert.Empty(made.BrokenQueries());
    }
}
