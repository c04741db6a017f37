using System.Globalization;
using SynthData.Numerics;
using SynthData.Sources.Local;
using SynthData.Tests.Rules.Validation;

namespace SynthData.Tests.Language;

/// <summary>An ordered column: a parent's draws, from the least to the greatest.</summary>
public class OrderedTests
{
    private const string Visits = """
        patients:
          rows: 50
          key: id
          columns:
            id: { sequence: 1 }
            born: { type: date, range: [1940-01-01, 2010-12-31] }
            kind: { values: [short, long] }
        visits:
          rows: { per: patients, count: { between: [0, 30] } }
          key: [patient, number]
          columns:
            patient: { references: patients.id }
            number: { position: true }
            day: { type: date, range: [patient.born, today], ordered: true }
            left: { type: timestamp, before: patient.born, within: [1d, 90d], ordered: true }
            came: { type: timestamp, after: patient.born, within: [1d, 90d], distribution: { exponential: { mean: 20d } }, ordered: true }
            points: { type: double, given: patient.kind, range: { short: [0, 1], long: [5, 9] }, distribution: normal, ordered: true }
            cost: { type: decimal(2), distribution: { normal: { mean: 100, sd: 30 } }, nulls: 25%, ordered: true }
            free: { range: [0, 9] }
          rules:
            - free <> 3
        """;

    private static string Schema => Made.Shop(Visits);

    private static string[] Columns => ["day", "left", "came", "points", "cost"];

    [Fact]
    public async Task DuckDB_finds_the_same_draws_in_order()
    {
        using MadeFolder ordered = await MadeFolder.OfAsync(Schema);
        using MadeFolder drawn = await MadeFolder.OfAsync(Schema.Replace(", ordered: true", "", StringComparison.Ordinal).Replace("    - free <> 3\n", "    - free <> 33\n", StringComparison.Ordinal));
        foreach (string column in Columns)
        {
            string falls = $"SELECT \"{column}\" < max(\"{column}\") OVER (PARTITION BY patient ORDER BY number ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS falls FROM visits";
            Assert.Equal((column, 0), (column, ordered.Number($"SELECT count(*) FROM ({falls}) WHERE falls")));
            Assert.True(drawn.Number($"SELECT count(*) FROM ({falls}) WHERE falls") > 100);
        }

        // Nulls hide some of the costs; of the rest every draw is there.
        foreach (string column in Columns[..^1])
        {
            string sorted = $"SELECT CAST(hash(list(\"{column}\" ORDER BY \"{column}\")) % 1_000_000_007 AS BIGINT) AS sorted, patient FROM visits GROUP BY patient";
            Assert.Equal((column, drawn.Number($"SELECT CAST(sum(sorted * patient) AS BIGINT) FROM ({sorted})")), (column, ordered.Number($"SELECT CAST(sum(sorted * patient) AS BIGINT) FROM ({sorted})")));
        }
    }

    [Fact]
    public Task Threads_batches_and_shards_change_nothing() => MadeFolder.IsPureAsync(Schema);

    [Fact]
    public async Task Validate_finds_a_value_that_falls()
    {
        using MadeFolder made = await MadeFolder.OfAsync(Schema);
        CheckedData.AssertClean(await made.ValidateAsync());
        Assert.Empty(made.BrokenQueries());
        made.Rewrite("visits", rows => [.. rows.Reverse()]);
        CheckedData.AssertClean(await made.ValidateAsync());

        // Two rows of a patient change places: each keeps its number and takes the other's day.
        made.Rewrite("visits", rows =>
        {
            string[][] cells = [.. rows.Select(row => row.Split(','))];
            int last = Array.FindIndex(cells, row => int.Parse(row[1], CultureInfo.InvariantCulture) > 5);
            int first = Array.FindIndex(cells, row => row[0] == cells[last][0] && row[1] == "1");
            (cells[first][2], cells[last][2]) = (cells[last][2], cells[first][2]);
            return [.. cells.Select(row => string.Join(',', row))];
        });
        ValidationReport report = await made.ValidateAsync();
        Assert.NotEmpty(report.Findings);
        Assert.All(report.Findings, found => Assert.Equal("SD4046", found.Code));
        Assert.Equal(["visits: column day does not fall within its parent"], made.BrokenQueries());
    }

    [Fact]
    public void The_words_of_a_parent_of_many_rows_are_in_order_across_windows()
    {
        StreamKey stream = StreamKey.For(7, 2, "readings", "value");
        const long First = 1_000;
        const long Count = OrderedWords.WindowRows + 300_000;
        ulong[] expected = [.. Enumerable.Range(0, (int)Count).Select(row => stream.Word(First + row, 0, 0)).Order()];
        var words = new OrderedWords(stream);
        OrderedWords.Cursor cursor = words.NewCursor();
        foreach (long rank in (long[])[0, 1, 5_000, OrderedWords.WindowRows - 1, OrderedWords.WindowRows, OrderedWords.WindowRows + 1, Count - 1, 77])
            Assert.Equal((rank, expected[rank]), (rank, cursor.Word(First, Count, rank)));
        Assert.Equal([.. Enumerable.Range(0, 3).Select(row => stream.Word(row, 0, 0)).Order()], [.. Enumerable.Range(0, 3).Select(rank => cursor.Word(0, 3, rank))]);
    }

    [Fact]
    public void Ordered_cells_need_a_parent() => Made.Refused("SD2070", Made.Items("a: { type: int64, range: §[1, 9], ordered: true }"));

    [Fact]
    public void An_ordered_cell_is_not_pinned() => Made.Refused("SD2080", Made.Shop("""
        items: { rows: 2, key: id, columns: { id: { sequence: 1 } } }
        parts: { rows: { per: items, count: 2 }, columns: { x: { range: [1, 9], ordered: true } }, pinned: [ { x: §5 } ] }
        """));

    [Fact]
    public void A_case_is_not_ordered() =>
        Made.Refused("SD1046", Made.Items("a: { cases: [ { when: b > 1, range: [1, 9], §ordered: true }, { else: { constant: 2 } } ] }\nb: { range: [1, 9] }"));

    [Fact]
    public void Only_draws_are_ordered() => Made.Refused("SD1031", Made.Items("a: { values: [1, 2], §ordered: true }"));
}
