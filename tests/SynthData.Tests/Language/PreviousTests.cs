using SynthData.Diagnostics;
using SynthData.Tests.Rules.Validation;

namespace SynthData.Tests.Language;

/// <summary>A row reads the one before it of the same parent, as that one is written.</summary>
public class PreviousTests
{
    private const string Bank = """
        accounts:
          rows: 40
          key: id
          columns:
            id: { sequence: 1 }
            opening: { type: decimal(2), range: [0, 500] }
            opened: { type: date, range: [2020-01-01, 2024-01-01] }
        entries:
          rows: { per: accounts, count: { between: [0, 60] } }
          key: [account, number]
          columns:
            account: { references: accounts.id }
            number: { position: true }
            amount: { type: decimal(2), range: [-200, 150] }
            balance: { type: decimal(2), expr: "previous(balance, account.opening) + amount" }
            day: { type: date, expr: "previous(day, account.opened) + step * 1d" }
            step: { range: [0, 9] }
            note: { values: [a, b], nulls: 30% }
            last_note: { type: string, expr: "previous(note, 'none')" }
          rules:
            - { name: never_overdrawn, check: balance >= 0 }
        refunds:
          rows: 300
          columns:
            "account, number": { references: [entries.account, entries.number] }
            balance: { type: decimal(2), expr: account.balance }
        """;

    private const string Lag = """
        SELECT *, lag(balance) OVER w AS balance_before, lag(day) OVER w AS day_before, lag(note) OVER w AS note_before
        FROM entries AS e JOIN accounts AS a ON a.id = e.account WINDOW w AS (PARTITION BY account ORDER BY number)
        """;

    private static string Schema => Made.Shop(Bank);

    [Fact]
    public async Task DuckDB_finds_the_same_row_before()
    {
        using MadeFolder made = await MadeFolder.OfAsync(Schema);
        Assert.True(made.Number("SELECT count(*) FROM entries") > 800);
        Assert.Equal(0, made.Number($"SELECT count(*) FROM ({Lag}) WHERE balance <> coalesce(balance_before, opening) + amount"));
        Assert.Equal(0, made.Number($"SELECT count(*) FROM ({Lag}) WHERE day <> coalesce(day_before, opened) + CAST(step AS INTEGER)"));
        Assert.Equal(0, made.Number($"SELECT count(*) FROM ({Lag}) WHERE last_note IS DISTINCT FROM CASE WHEN number = 1 THEN 'none' ELSE note_before END"));
        Assert.Equal(0, made.Number("SELECT count(*) FROM entries WHERE balance < 0"));
        Assert.Equal(0, made.Number("SELECT count(*) FROM refunds JOIN entries USING (account, number) WHERE refunds.balance <> entries.balance"));
    }

    [Fact]
    public async Task Rows_that_break_a_rule_are_drawn_again_from_the_row_before()
    {
        // Without redraws a third of all accounts would go below nothing.
        MadeTable free = await Made.RowsAsync(Schema.Replace("check: balance >= 0", "check: balance > -1_000_000", StringComparison.Ordinal), "entries");
        Assert.Contains(free.Numbers("balance"), balance => balance < 0);
    }

    [Fact]
    public Task Threads_batches_and_shards_change_nothing() => MadeFolder.IsPureAsync(Schema);

    [Fact]
    public async Task A_parent_that_spans_many_batches_is_made_once_and_not_from_its_first_row_each_time()
    {
        const string Long = """
            meters: { rows: 2, key: id, columns: { id: { sequence: 1 } } }
            readings:
              rows: { per: meters, count: 9_000 }
              columns:
                meter: { references: meters.id }
                used: { range: [0, 9] }
                total: { type: int64, expr: "previous(total, 0) + used" }
              rules:
                - { name: no_sevens, check: "total % 10 <> 7" }
            """;
        GenerationPlan plan = Made.Plan(Made.Shop(Long));
        MadeTable whole = await Made.RowsAsync(plan, "readings");
        decimal sum = 0;
        for (int row = 0; row < whole.Count; row++)
        {
            sum = (row % 9_000 == 0 ? 0 : sum) + whole.Numbers("used").ElementAt(row);
            if (row % 3_000 == 2_999)
                Assert.Equal(sum, whole.Numbers("total").ElementAt(row));
        }

        await MadeFolder.IsPureAsync(Made.Shop(Long.Replace("9_000", "1_500", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("type: date", "2024-05-01", "2024-05-01")]
    [InlineData("type: date", "'2024-05-01'", "2024-05-01")]
    [InlineData("type: date", "today", "2025-01-01")]
    [InlineData("type: date", "-1y", "2024-01-01")]
    [InlineData("type: timestamp", "2024-05-01", "2024-05-01T00:00:00")]
    [InlineData("type: decimal(2)", "7 * 0.5", "3.50")]
    [InlineData("type: string", "'x'", "x")]
    [InlineData("type: string", "null", null)]
    public async Task The_first_row_takes_a_literal_of_the_column_or_an_expression(string type, string first, string? expected)
    {
        MadeTable made = await Made.RowsAsync(Made.Shop($$"""
            plans: { rows: 1, key: id, columns: { id: { sequence: 1 } } }
            items:
              rows: { per: plans, count: 2 }
              columns: { a: { {{type}}, expr: "previous(a, {{first}})" } }
            """));
        Assert.Equal([expected, expected], made["a"]);
    }

    [Theory]
    [InlineData("SD2070", "items:\n  rows: 3\n  columns:\n    b: { range: [1, 9] }\n    a: { type: int64, expr: '§previous(b, 0)' }")]
    [InlineData("SD2071", "b: { range: [1, 9] }\n    a: { type: int64, expr: 'previous(§b + 1, 0)' }")]
    [InlineData("SD2071", "b: { range: [1, 9] }\n    a: { type: int64, expr: '§previous(b)' }")]
    [InlineData("SD2110", "a: { type: int64, expr: 'previous(§b, 0)' }")]
    [InlineData("SD2110", "a: { expr: 'previous(§a, 0) + 1' }")]
    [InlineData("SD2005", "§a: { type: int64, expr: 'previous(a, b)' }\n    b: { type: int64, expr: a + 1 }")]
    public void What_cannot_be_read_is_refused(string code, string columns)
    {
        string schema = columns.StartsWith("items", StringComparison.Ordinal) ? columns
            : $"plans: {{ rows: 1, key: id, columns: {{ id: {{ sequence: 1 }} }} }}\nitems:\n  rows: {{ per: plans, count: 2 }}\n  columns:\n    {columns}";
        Made.Refused(code, Made.Shop(schema));
    }

    [Fact]
    public void A_first_value_of_another_type_is_refused() => Made.Refused("SD2122", Made.Shop("""
        plans: { rows: 1, key: id, columns: { id: { sequence: 1 } } }
        items:
          rows: { per: plans, count: 2 }
          columns: { b: { range: [1, 9] }, a: { type: int64, expr: "previous(b, §'none')" } }
        """));

    [Fact]
    public void An_earlier_row_that_follows_from_the_row_before_it_is_not_read() => Made.Refused("SD2072", Made.Shop("""
        plans: { rows: 1, key: id, columns: { id: { sequence: 1 } } }
        items:
          rows: { per: plans, count: 2 }
          key: id
          columns:
            id: { sequence: 1 }
            parent: { references: items.id, earlier: true }
            b: { range: [1, 9] }
            a: { type: int64, expr: "previous(a, 0) + b" }
            §c: { type: int64, expr: parent.a }
        """));

    [Fact]
    public async Task Validate_reads_the_row_before_by_its_number()
    {
        using MadeFolder made = await MadeFolder.OfAsync(Schema);
        CheckedData.AssertClean(await made.ValidateAsync());
        Assert.Empty(made.BrokenQueries());

        made.Rewrite("entries", rows => [.. rows.Reverse()]);
        CheckedData.AssertClean(await made.ValidateAsync());
        Assert.Empty(made.BrokenQueries());

        made.Rewrite("entries", rows => [.. rows.Select((row, index) => index == 5 ? WithBalance(row, "77777.77") : row)]);
        ValidationReport report = await made.ValidateAsync();
        Assert.Contains(report.Findings, found => found.Code == "SD4031" && found.Message.Contains("balance", StringComparison.Ordinal));
        Assert.Contains("entries: column balance", made.BrokenQueries());
    }

    private static string WithBalance(string row, string balance)
    {
        string[] cells = row.Split(',');
        return string.Join(',', [.. cells[..3], balance, .. cells[4..]]);
    }

    [Fact]
    public async Task Without_numbers_the_order_of_rows_is_not_known_and_said_so()
    {
        using MadeFolder made = await MadeFolder.OfAsync(Made.Shop("""
            plans: { rows: 2, key: id, columns: { id: { sequence: 1 } } }
            items:
              rows: { per: plans, count: 3 }
              columns: { plan: { references: plans.id }, b: { range: [1, 9] }, a: { type: int64, expr: "previous(a, 0) + b" } }
            """));
        ValidationReport report = await made.ValidateAsync();
        Assert.Empty(report.Findings);
        Diagnostic note = Assert.Single(report.Notes);
        Assert.Contains("`position`", note.Message, StringComparison.Ordinal);
    }
}
