using SynthData.Batches;
using SynthData.Expressions;
using SynthData.Schema;

namespace SynthData.Tests.Expressions;

public class EvaluationTests
{
    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("10 - 4 - 3", "3")]
    [InlineData("-2 * -3", "6")]
    [InlineData("7 / 2", "3.5")]
    [InlineData("7 // 2", "3")]
    [InlineData("-7 // 2", "-3")]
    [InlineData("-7 % 3", "-1")]
    [InlineData("1.5 + 1", "2.5")]
    [InlineData("1.50 * 2.5", "3.750")]
    [InlineData("0.1 + 0.2 = 0.3", "true")]
    [InlineData("1_000 + 1", "1001")]
    [InlineData("1e3", "1000")]
    [InlineData("-9223372036854775808", "-9223372036854775808")]
    [InlineData("7.5 % 2", "1.5")]
    [InlineData("'a' || 'b' || 'c'", "abc")]
    [InlineData("'it''s'", "it's")]
    public void Computes_like_SQL(string text, string expected) => Assert.Equal(expected, Sheet.OneRow.Value(text));

    [Theory]
    [InlineData("not true or true", "true")]
    [InlineData("not (true or true)", "false")]
    [InlineData("true or false and false", "true")]
    [InlineData("not 1 = 2", "true")]
    [InlineData("null and false", "false")]
    [InlineData("null and true", "null")]
    [InlineData("null or true", "true")]
    [InlineData("not null", "null")]
    [InlineData("null = null", "null")]
    [InlineData("null is null", "true")]
    [InlineData("1 is not null", "true")]
    [InlineData("2 in (1, 2, null)", "true")]
    [InlineData("3 in (1, 2, null)", "null")]
    [InlineData("3 not in (1, 2)", "true")]
    [InlineData("2 between 1 and 3", "true")]
    [InlineData("2 not between 1 and 3", "false")]
    [InlineData("2 between 3 and null", "false")]
    [InlineData("'bike' like 'b_k%'", "true")]
    [InlineData("'bike' not like '%x%'", "true")]
    [InlineData("1 + 1 between 2 and 2 and 'a' || 'b' = 'ab'", "true")]
    [InlineData("AND_x(1)", null)]
    public void Knows_three_truths(string text, string? expected)
    {
        if (expected is null)
            Assert.Equal("SD2111", Sheet.OneRow.Refusal(text).Code);
        else
            Assert.Equal(expected, Sheet.OneRow.Value(text));
    }

    [Theory]
    [InlineData("1 // 0 = 1 and false", "false")]
    [InlineData("false and 1 // 0 = 1", "false")]
    [InlineData("1 // 0 = 1 or true", "true")]
    [InlineData("1 // 0 = 1 and null", "error")]
    [InlineData("1 // 0 = 1 and true", "error")]
    [InlineData("case when true then 1 else 1 // 0 end", "1")]
    [InlineData("case when false then 1 // 0 when true then 2 end", "2")]
    [InlineData("case when 1 // 0 = 1 then 1 else 2 end", "error")]
    [InlineData("coalesce(1, 1 // 0)", "1")]
    [InlineData("coalesce(1 // 0, 1)", "error")]
    [InlineData("1 in (1, 1 // 0)", "true")]
    [InlineData("(1 // 0) is null", "error")]
    [InlineData("greatest(1, 1 // 0)", "error")]
    public void Carries_an_error_only_as_far_as_it_matters(string text, string expected) => Assert.Equal(expected, Sheet.OneRow.Value(text));

    [Theory]
    [InlineData("case 2 when 1 then 'one' when 2 then 'two' end", "two")]
    [InlineData("case when false then 1 end", "null")]
    [InlineData("case when true then 1 else 2.50 end", "1.00")]
    [InlineData("case when true then date '2024-01-31' else timestamp '2024-01-31 10:00' end", "2024-01-31T00:00:00")]
    public void Chooses_by_case(string text, string expected) => Assert.Equal(expected, Sheet.OneRow.Value(text));

    [Theory]
    [InlineData("date '2024-01-31' + 1mo", "2024-02-29")]
    [InlineData("date '2024-02-29' + 1y", "2025-02-28")]
    [InlineData("date '2024-01-31' + 2w", "2024-02-14")]
    [InlineData("date '2024-01-31' - 3h", "2024-01-30T21:00:00")]
    [InlineData("2 * 14d + date '2024-01-01'", "2024-01-29")]
    [InlineData("date '2024-01-01' + 1.5 * 1d", "2024-01-02T12:00:00")]
    [InlineData("date '2024-03-01' - date '2024-02-01'", "29")]
    [InlineData("timestamp '2024-01-31 10:00:00' + 90min", "2024-01-31T11:30:00")]
    [InlineData("date '2024-01-31' + (1mo + 1d)", "2024-03-01")]
    [InlineData("date '2024-01-31' + -3d", "2024-01-28")]
    [InlineData("date '9999-12-31' + (5mo - 31w)", "9999-10-27")]
    [InlineData("timestamp '0001-01-01 10:00' - (2mo - 90d)", "0001-01-30T10:00:00")]
    [InlineData("date '9999-12-31' + 1mo", "error")]
    [InlineData("date '0001-01-31' - 1mo", "error")]
    [InlineData("date '2000-02-29' - 400y", "1600-02-29")]
    [InlineData("date '2000-02-29' + 1200mo", "2100-02-28")]
    [InlineData("date '2024-01-31' = timestamp '2024-01-31'", "true")]
    [InlineData("time '23:30' + 15min", "23:45:00")]
    [InlineData("years_between(date '2000-02-29', date '2001-02-28')", "1")]
    [InlineData("years_between(date '2024-06-14', date '1990-06-15')", "-33")]
    [InlineData("days_between(timestamp '2024-01-01 23:59:59', timestamp '2024-01-02 00:00:00')", "1")]
    [InlineData("date_trunc('hour', timestamp '1969-12-31 23:59:59')", "1969-12-31T23:00:00")]
    [InlineData("extract(dayofyear from date '2024-12-31')", "366")]
    [InlineData("extract(second from time '10:11:12')", "12")]
    [InlineData("weekday(date '1970-01-01')", "4")]
    [InlineData("weekday(date '0001-01-01')", "1")]
    public void Moves_in_the_calendar(string text, string expected) => Assert.Equal(expected, Sheet.OneRow.Value(text));

    [Theory]
    [InlineData("length('🚲🚲')", "2")]
    [InlineData("substring('a🚲b', 2, 1)", "🚲")]
    [InlineData("substring('abc', 10)", "")]
    [InlineData("lpad('🚲', 3, 'ab')", "ab🚲")]
    [InlineData("rpad('abcdef', 3, 'x')", "abc")]
    [InlineData("'￮' < '🚲'", "true")]
    [InlineData("'a🚲' like 'a_'", "true")]
    [InlineData("regexp_matches('xxab', 'a.')", "true")]
    [InlineData("regexp_matches('🚲', '^.$')", "true")]
    [InlineData("regexp_matches('a🚲b', '^a[^x]b$')", "true")]
    [InlineData("regexp_matches('a𐐨b', '[🚲x]')", "false")]
    [InlineData("regexp_matches('a🚲b', 'a[x🚲]b')", "true")]
    [InlineData("replace('aaa', 'a', '')", "")]
    [InlineData("replace('aaa', '', 'b')", "aaa")]
    [InlineData("'' is null", "false")]
    [InlineData("concat(null, null)", "")]
    public void Counts_and_orders_code_points(string text, string expected) => Assert.Equal(expected, Sheet.OneRow.Value(text));

    [Theory]
    [InlineData("cast(2.5 as int64)", "3")]
    [InlineData("cast(-2.5e0 as int64)", "-3")]
    [InlineData("cast('12.50' as decimal(2))", "12.50")]
    [InlineData("cast(1.005 as decimal(18,2))", "1.01")]
    [InlineData("cast(date '2024-01-31' as string)", "2024-01-31")]
    [InlineData("cast(1.50 as text)", "1.50")]
    [InlineData("cast(999999999999999999 * -1000.0 as text)", "-999999999999999999000.0")]
    [InlineData("cast(0.000000000000000969 - 10 as double)", "-9.999999999999998")]
    [InlineData("cast(true as string)", "true")]
    [InlineData("cast(true as int64)", "1")]
    [InlineData("cast('x' as date)", "error")]
    [InlineData("cast(' 1.5' as double)", "error")]
    [InlineData("cast('1e400' as double)", "error")]
    [InlineData("cast(' 00000000-0000-8000-8000-000000000001' as uuid)", "error")]
    [InlineData("cast('0.00000000000000000000000000000001' as decimal(2))", "error")]
    [InlineData("cast('123456789012345.000000000000000001' as decimal(2))", "error")]
    [InlineData("cast('1.5000000000000000000000000000000' as decimal(2))", "1.50")]
    [InlineData("cast(3e9 as int32)", "error")]
    [InlineData("cast(1234.5 as decimal(5,2))", "error")]
    [InlineData("cast(timestamp '2024-01-31 10:00' as date)", "2024-01-31")]
    [InlineData("cast(timestamp '2024-01-31 10:00' as time)", "10:00:00")]
    [InlineData("cast(null as date)", "null")]
    public void Casts(string text, string expected) => Assert.Equal(expected, Sheet.OneRow.Value(text));

    [Theory]
    [InlineData("2.345", "decimal(2)", "2.35")]
    [InlineData("-2.345", "decimal(2)", "-2.35")]
    [InlineData("100", "decimal(4,2)", "error")]
    [InlineData("3000000000", "int32", "error")]
    [InlineData("7", "double", "7")]
    [InlineData("1.5", "double", "1.5")]
    [InlineData("floor(7.9)", "int32", "7")]
    [InlineData("date '2024-01-31'", "timestamp", "2024-01-31T00:00:00")]
    [InlineData("null", "decimal(2)", "null")]
    [InlineData("'[1]'", "json", "[1]")]
    [InlineData("'[1'", "json", "error")]
    public void A_column_receives_its_type(string text, string type, string expected) => Assert.Equal(expected, Sheet.OneRow.Value(text, type));

    [Fact]
    public void Reads_columns_of_every_type_by_row()
    {
        Sheet sheet = new Sheet()
            .With("price", "decimal(2)", "12.34", null, "0.10")
            .With("quantity", "int32", "3", "4", null)
            .With("share", "double", "0.5", "0.25", "1")
            .With("customer.joined", "date", "2024-01-31", null, "2023-12-31")
            .With("so far", "string", "é", "", null)
            .With("id", "uuid", "00000000-0000-8000-8000-000000000001", null, null)
            .With("date", "timestamp", "2024-02-01T10:00:00", "2024-02-01T10:00:00", null);
        Assert.Equal(["37.02", "null", "null"], sheet.Rows("quantity * price"));
        Assert.Equal(["6.17", "null", "0.1"], sheet.Rows("price * share"));
        Assert.Equal(["2024-02-14", "null", "2024-01-14"], sheet.Rows("customer.joined + 2w"));
        Assert.Equal(["1", "0", "null"], sheet.Rows("length(\"so far\")"));
        Assert.Equal(["true", "null", "null"], sheet.Rows("date > customer.joined"));
        Assert.Equal(["true", "null", "null"], sheet.Rows("id = cast('00000000-0000-8000-8000-000000000001' as uuid)"));
        Assert.Equal(["12.34", "null", "0.10"], sheet.Rows("price"));
    }

    [Fact]
    public void Says_what_it_reads_and_whether_it_can_fail()
    {
        Sheet sheet = new Sheet().With("a", "int64", "1").With("b", "int64", "2").With("c.d", "string", "x");
        Assert.Equal([1, 0], sheet.Bind("b + a + b").Slots);
        Assert.True(sheet.Bind("a + b").CanFail);
        Assert.False(sheet.Bind("a < b and c.d like '%'").CanFail);
        Assert.True(sheet.Bind("1 + 1").IsConstant);
    }

    [Fact]
    public void Keeps_the_codes_of_a_pooled_column()
    {
        var pool = new TextPool(["bike", "part"]);
        var cells = new TextColumn();
        cells.Reset(3);
        cells.UsePool(pool);
        (cells.Codes[0], cells.Codes[1], cells.Codes[2]) = (1, 0, 1);
        Sheet sheet = new Sheet().With("kind", "string", "x", "x", "x");
        Frame frame = sheet.Frame();
        frame[0] = cells;

        var target = new TextColumn();
        sheet.Bind("kind").EvaluateInto(frame, target, ColumnType.Text);
        Assert.Same(pool, target.Pool);
        Assert.Equal("part", target[2]);

        var truths = new Truth[3];
        sheet.Bind("kind <> 'bike'").Test(frame, truths);
        Assert.Equal([Truth.True, Truth.False, Truth.True], truths);
    }

    [Fact]
    public void Gives_the_same_cells_to_many_threads_at_once()
    {
        string?[] numbers = [.. Enumerable.Range(0, 500).Select(number => number % 7 == 0 ? null : $"{number}.25")];
        Sheet sheet = new Sheet().With("x", "decimal(2)", numbers);
        BoundExpression bound = sheet.Bind("case when x > 100 then x * 2 else coalesce(x, 0) + 1 end");
        string[] expected = sheet.Rows("case when x > 100 then x * 2 else coalesce(x, 0) + 1 end");
        Parallel.For(0, 64, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = TestContext.Current.CancellationToken }, _ =>
        {
            Frame frame = sheet.Frame();
            var target = new Int64Column();
            bound.EvaluateInto(frame, target, bound.Type.Column!.Value);
            Assert.Equal(expected, Enumerable.Range(0, 500).Select(row => Sheet.Print(target, row, bound.Type.Column!.Value)));
        });
    }
}
